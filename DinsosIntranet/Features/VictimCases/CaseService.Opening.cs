using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Text;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.VictimCases;

/// <summary>Opening the content of a case: the password once more, and a reason of the list.</summary>
public sealed record OpenCase
{
    public string Reason { get; set; } = "";

    public string Password { get; set; } = "";
}

/// <summary>Opening a case in an emergency, by somebody outside its team.</summary>
public sealed record BreakGlass
{
    public string Reason { get; set; } = "";

    public string Password { get; set; } = "";
}

/// <summary>One block with everything in it, and the version it was read at.</summary>
public sealed record RevealedBlock(Guid Id, Guid Version, IReadOnlyDictionary<string, string> Values);

public sealed partial class CaseService
{
    private const string WrongPassword = "Kata sandi tidak cocok. Isi kasus belum dibuka.";

    /// <summary>Opens the content for an hour. A case without a team is taken up by whoever of its desk opens it.</summary>
    public async Task<Outcome> OpenAsync(Guid caseId, OpenCase command, ActionContext act, CancellationToken cancellationToken = default)
    {
        if (await accounts.ProveAsync(act, command.Password, WrongPassword, nameof(command.Password), cancellationToken) is { } wrong)
        {
            return Outcome.Refused([wrong]);
        }

        return await OnAsync(
            caseId,
            act,
            "kasus.buka",
            new AuditText().Fact("alasan", Listed(CaseReference.OpeningReasons, command.Reason)),
            needsContent: false,
            (scope, open) =>
            {
                if (open.Sight != CaseSight.Content)
                {
                    return Task.FromResult<Outcome>(Outcome.Forbidden());
                }

                if (!reference.Knows(CaseReference.OpeningReasons, command.Reason))
                {
                    return Task.FromResult<Outcome>(Outcome.Refused("Pilih alasan membuka.", nameof(command.Reason)));
                }

                if (CaseAccess.MayTakeUp(scope.Actor, open.Facts))
                {
                    AddMember(scope, caseId, scope.Actor, isLead: true);
                    Touch(scope, open.Case);
                }

                Sighted(scope, caseId, SightingKind.Opened, command.Reason, until: scope.Now.AddMinutes(OpeningMinutes));
                scope.Publish(Topic.Cases, caseId);
                return Task.FromResult(Outcome.Ok());
            },
            cancellationToken);
    }

    /// <summary>Everything of one block, sensitive answers included. What was shown to whom stands in the trail, never the answers.</summary>
    public Task<Outcome<RevealedBlock>> RevealAsync(Guid caseId, Guid blockId, ActionContext act, CancellationToken cancellationToken = default)
    {
        var text = new AuditText();
        return OnAsync<RevealedBlock>(
            caseId,
            act,
            "kasus.ungkap",
            text,
            async (scope, open) =>
            {
                var block = await scope.Db.CaseBlocks.AsNoTracking().FirstOrDefaultAsync(b => b.Id == blockId && b.CaseId == caseId && b.RemovedAt == null, cancellationToken);
                if (block is null)
                {
                    return Outcome.NotFound("Blok ini sudah dihapus.");
                }

                text.Fact("blok", block.Kind).Fact("urutan", block.Ordinal);
                var opened = KeyOf(open.Case);
                if (!opened.IsOk)
                {
                    return opened.AsFailure();
                }

                using var key = opened.Value;
                var reason = await ReasonOfOpeningAsync(scope, caseId, cancellationToken);
                text.Fact("alasan", reason);
                Sighted(scope, caseId, SightingKind.Revealed, reason, $"{block.Kind} {CaseBlocks.Find(block.Kind)!.Name(block.Ordinal)}");
                scope.Publish(Topic.Cases, caseId);
                return new RevealedBlock(block.Id, block.Version, CaseVault.Read(key, block).All);
            },
            cancellationToken);
    }

    /// <summary>
    /// Opens a case in an emergency for <see cref="CaseEmergency.Minutes"/> minutes. Team and head of the unit see it at once
    /// and review it; a locked case is not opened this way.
    /// </summary>
    public async Task<Outcome> BreakGlassAsync(Guid caseId, BreakGlass command, ActionContext act, CancellationToken cancellationToken = default)
    {
        if (await accounts.ProveAsync(act, command.Password, WrongPassword, nameof(command.Password), cancellationToken) is { } wrong)
        {
            return Outcome.Refused([wrong]);
        }

        var text = new AuditText();
        return await OnAsync(
            caseId,
            act,
            "kasus.darurat",
            text,
            needsContent: false,
            (scope, open) => Task.FromResult(BreakGlass(scope, open, command, text)),
            cancellationToken);
    }

    /// <summary>Says whether an emergency was one. Not by whoever opened.</summary>
    public Task<Outcome> ReviewEmergencyAsync(Guid caseId, Guid emergencyId, bool wasJustified, ActionContext act, CancellationToken cancellationToken = default) =>
        OnAsync(
            caseId,
            act,
            "kasus.tinjau-darurat",
            new AuditText().Fact("darurat", emergencyId).Fact("beralasan", wasJustified),
            needsContent: false,
            async (scope, open) =>
            {
                var emergency = await scope.Db.CaseEmergencies.FirstOrDefaultAsync(e => e.Id == emergencyId && e.CaseId == caseId, cancellationToken);
                if (emergency is null)
                {
                    return Outcome.NotFound("Buka darurat ini tidak ada.");
                }

                if (!CaseAccess.MayReview(scope.Actor, open.Facts, emergency.UserId))
                {
                    return Outcome.Forbidden();
                }

                if (emergency.ReviewedAt is { } at)
                {
                    return Outcome.Conflict($"Sudah ditinjau {emergency.ReviewedByText} {Moment(open, at)}.");
                }

                (emergency.ReviewedAt, emergency.ReviewedById, emergency.ReviewedByText) = (scope.Now, scope.Actor.UserId, scope.Actor.NameAndPosition);
                emergency.WasJustified = wasJustified;
                if (!wasJustified && emergency.Until > scope.Now)
                {
                    emergency.Until = scope.Now;
                }

                scope.Publish(Topic.Cases, caseId);
                return Outcome.Ok();
            },
            cancellationToken);

    private Outcome BreakGlass(WriteScope scope, Open open, BreakGlass command, AuditText text)
    {
        if (!CaseAccess.MayBreakGlass(scope.Actor, open.Facts, scope.Now))
        {
            return open.Sight == CaseSight.Content ? Outcome.Refused("Anda boleh membuka kasus ini tanpa buka darurat.") : Outcome.Forbidden();
        }

        var reason = command.Reason.Trim();
        if (reason.Length is 0 or > CaseEmergency.ReasonMaxLength)
        {
            return Outcome.Refused(
                reason.Length == 0 ? "Tulis mengapa kasus ini harus dibuka sekarang." : $"Alasan paling banyak {CaseEmergency.ReasonMaxLength} huruf.",
                nameof(command.Reason));
        }

        var opened = KeyOf(open.Case);
        if (!opened.IsOk)
        {
            return opened.AsFailure();
        }

        using var key = opened.Value;
        var id = OrderedId.Create();
        var until = scope.Now.AddMinutes(CaseEmergency.Minutes);
        var sealedReason = CaseVault.SealReason(key, id, reason);
        scope.Db.CaseEmergencies.Add(new CaseEmergency
        {
            Id = id,
            CaseId = open.Case.Id,
            UserId = scope.Actor.UserId,
            UserText = scope.Actor.NameAndPosition,
            At = scope.Now,
            Until = until,
            Reason = sealedReason,
            Version = Guid.CreateVersion7(),
        });
        text.Fact("alasan", sealedReason).Fact("sampai", until);
        Sighted(scope, open.Case.Id, SightingKind.Emergency, "darurat", until: until);
        scope.Publish(Topic.Cases, open.Case.Id);
        return Outcome.Ok();
    }

    /// <summary>Why the actor opened the content this time.</summary>
    private static Task<string> ReasonOfOpeningAsync(WriteScope scope, Guid caseId, CancellationToken cancellationToken) =>
        scope.Db.CaseSightings.AsNoTracking()
            .Where(s => s.CaseId == caseId && s.UserId == scope.Actor.UserId && s.Until > scope.Now)
            .OrderByDescending(s => s.Id).Select(s => s.Reason).FirstAsync(cancellationToken);

    /// <summary>A code of the list for the trail; what is none is not written down, since somebody may have typed it.</summary>
    private string Listed(string list, string code) => reference.Knows(list, code) ? code : "-";

    private static string Moment(Open open, DateTime utc) => "pada " + IndonesianDates.ShortWithTime(utc, open.Agency.Zone);
}
