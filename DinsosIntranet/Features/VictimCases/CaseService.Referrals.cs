using System.Text.Json;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Keys;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Text;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.VictimCases;

/// <summary>What a letter of referral says: made when it is sent, never again.</summary>
public sealed record ReferralLetter(
    string Recipient, string Address, string Number, IReadOnlyList<string> Needs, string Consent, IReadOnlyList<string> Opened, IReadOnlyList<ReferralSection> Sections, DateOnly AnswerBy)
{
    public string ToJson() => JsonSerializer.Serialize(this);

    public static ReferralLetter FromJson(string json) => JsonSerializer.Deserialize<ReferralLetter>(json)!;
}

/// <summary>What the recipient of a referral answered.</summary>
public sealed record AnswerReferral
{
    public required Guid CaseId { get; init; }

    public required Guid ReferralId { get; init; }

    public ReferralState State { get; set; } = ReferralState.Sent;

    public string Answer { get; set; } = "";
}

public sealed partial class CaseService
{
    internal const string ReferralTable = "CaseReferrals";
    private const string SentAlready = "Rujukan ini sudah dikirim. Yang dapat dicatat di sini hanya penarikan persetujuan.";

    /// <summary>Sends a referral as it was written down: with consent for this recipient, and nothing in the letter the consent does not open.</summary>
    public Task<Outcome> SendReferralAsync(Guid caseId, Guid blockId, Guid version, ActionContext act, CancellationToken cancellationToken = default)
    {
        var text = new AuditText();
        return OnWorkAsync(
            caseId,
            act,
            "kasus.rujukan-kirim",
            text,
            async (scope, open, key) =>
            {
                var block = await scope.Db.CaseBlocks.AsNoTracking().FirstOrDefaultAsync(b => b.Id == blockId && b.CaseId == caseId && b.Kind == CaseBlocks.Referral && b.RemovedAt == null, cancellationToken);
                if (block is null)
                {
                    return Outcome.NotFound("Rujukan ini sudah dihapus.");
                }

                if (await scope.Db.CaseReferrals.AsNoTracking().FirstOrDefaultAsync(r => r.Id == blockId, cancellationToken) is { } sent)
                {
                    return Outcome.Conflict($"Rujukan ini sudah dikirim {sent.SentByText} {Moment(open, sent.SentAt)}.");
                }

                if (block.Version != version)
                {
                    return Outcome.Conflict($"Rujukan ini diubah {block.SavedByText} {Moment(open, block.SavedAt)}. Periksa dulu isinya.");
                }

                var values = CaseVault.Read(key, block);
                if (ReferralRules.WhyNotSend(values, open.Agency.DateOf(scope.Now)) is { Count: > 0 } refusals)
                {
                    return Outcome.Refused(refusals);
                }

                var letter = LetterOf(values, await BlocksAsync(scope, key, caseId, cancellationToken));
                var envelope = CaseVault.Seal(key, ReferralTable, "Letter", blockId, letter.ToJson());
                text.Fact("rujukan", blockId).Created("surat", envelope);
                scope.Db.CaseReferrals.Add(new CaseReferral
                {
                    Id = blockId,
                    CaseId = caseId,
                    Letter = envelope,
                    SentAt = scope.Now,
                    SentById = scope.Actor.UserId,
                    SentByText = scope.Actor.NameAndPosition,
                    Version = Guid.CreateVersion7(),
                });
                await SetDeadlineAsync(scope, caseId, blockId, DeadlineKind.ReferralAnswer, letter.AnswerBy, isDone: false, cancellationToken);
                scope.Publish(Topic.Cases, caseId);
                return Outcome.Ok();
            },
            cancellationToken);
    }

    /// <summary>Writes down what the recipient said: accepted, refused, done.</summary>
    public Task<Outcome> AnswerReferralAsync(AnswerReferral command, ActionContext act, CancellationToken cancellationToken = default)
    {
        var text = new AuditText().Fact("rujukan", command.ReferralId).Fact("status", command.State);
        return OnWorkAsync(
            command.CaseId,
            act,
            "kasus.rujukan-balasan",
            text,
            async (scope, open, key) =>
            {
                var referral = await scope.Db.CaseReferrals.FirstOrDefaultAsync(r => r.Id == command.ReferralId && r.CaseId == command.CaseId, cancellationToken);
                if (referral is null)
                {
                    return Outcome.NotFound("Rujukan ini belum dikirim.");
                }

                if (command.State == ReferralState.Sent)
                {
                    return Outcome.Refused("Pilih balasan penerima.", nameof(command.State));
                }

                if (!CaseReferral.MayBecome(referral.State, command.State))
                {
                    return Outcome.Conflict($"Balasan sudah dicatat {referral.AnsweredByText} {Moment(open, referral.AnsweredAt!.Value)}.");
                }

                if (command.Answer.Trim().Length > CaseReferral.AnswerMaxLength)
                {
                    return Outcome.Refused($"Balasan paling banyak {CaseReferral.AnswerMaxLength} huruf.", nameof(command.Answer));
                }

                if (command.State == ReferralState.Refused && string.IsNullOrWhiteSpace(command.Answer))
                {
                    return Outcome.Refused("Tulis alasan penerima menolak.", nameof(command.Answer));
                }

                string? answer = null;
                if (!string.IsNullOrWhiteSpace(command.Answer))
                {
                    answer = CaseVault.Seal(key, ReferralTable, "Answer", referral.Id, command.Answer.Trim());
                    text.Fact("balasan", answer);
                }

                referral.Take(command.State, answer, scope.Actor.NameAndPosition, scope.Now);
                await EndDeadlinesAsync(scope, referral.Id, cancellationToken);
                scope.Publish(Topic.Cases, command.CaseId);
                return Outcome.Ok();
            },
            cancellationToken);
    }

    private ReferralLetter LetterOf(BlockValues values, IReadOnlyList<FilledBlock> blocks)
    {
        var known = reference.Recipients.FirstOrDefault(r => r.Code == values[ReferralRules.Recipient]);
        var giver = reference.Name("pemberi-persetujuan", values[ReferralRules.ConsentBy]).ToLowerInvariant();
        var consent = $"persetujuan {giver} tanggal {IndonesianDates.Short(values.Date(ReferralRules.ConsentOn)!.Value)}, berlaku sampai {IndonesianDates.Short(values.Date(ReferralRules.ConsentUntil)!.Value)}";
        return new ReferralLetter(
            known?.Name ?? values[ReferralRules.RecipientName],
            known?.Address ?? values[ReferralRules.RecipientAddress],
            values[ReferralRules.LetterNumber],
            [.. values.Codes(ReferralRules.Needs).Select(c => reference.Name(ReferralRules.Needs, c))],
            consent,
            [.. values.Codes(ReferralRules.Opened).Select(c => reference.Name(ReferralRules.Opened, c))],
            ReferralRules.Sections(values, blocks, reference.ReferralParts, reference.Say),
            values.Date(ReferralRules.AnswerBy)!.Value);
    }

    /// <summary>What is wrong of a block beside the others, and what may no longer change once a referral is on its way.</summary>
    private static async Task<IReadOnlyList<Refusal>> AmongAsync(
        WriteScope scope, ContentKey key, SaveBlock command, BlockDefinition definition, BlockValues values, CaseBlock? block, CancellationToken cancellationToken)
    {
        if (definition.Fields.All(f => f.Kind != FieldKind.Victims))
        {
            return [];
        }

        if (block is not null && definition.Code == CaseBlocks.Referral && await scope.Db.CaseReferrals.AnyAsync(r => r.Id == block.Id, cancellationToken))
        {
            var before = CaseVault.Read(key, block);
            var changed = definition.Fields.Where(f => f.Code != ReferralRules.WithdrawnOn && before[f.Code] != values[f.Code]).ToList();
            if (changed.Count > 0)
            {
                return [.. changed.Select(f => new Refusal(SentAlready, f.Code))];
            }
        }

        var others = await BlocksAsync(scope, key, command.CaseId, cancellationToken);
        others.RemoveAll(b => b.Id == command.BlockId);
        return BlockRules.CheckAmong(definition, values, others);
    }
}
