using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Dispositions.Domain;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Standards;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Text;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Dispositions;

public sealed record CreateStandingDisposition
{
    public required string StandardCode { get; init; }

    public required string StepId { get; init; }

    public required string ToDeskCode { get; init; }

    public required IReadOnlyList<string> Instructions { get; init; }

    public string? Note { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly Until { get; init; }
}

/// <summary>
/// Disposisi tetap. While one holds, a request that reaches its step is disposed at once in the giver's name and listed
/// for review; it ends on its last day, when revoked, or when its giver no longer serves that desk.
/// </summary>
public sealed class StandingDispositionService(WriteRunner writes, WorkFlow flow, AgencyDirectory agencies, StandardLibrary standards, ICurrentRights rights)
{
    public const string RecordKind = "disposisi-tetap";
    private const int LongestDays = 366;

    public Task<Outcome<StandingDisposition>> CreateAsync(CreateStandingDisposition command, ActionContext act, CancellationToken cancellationToken = default) =>
        writes.RunAsync<StandingDisposition>(
            act,
            async scope =>
            {
                var id = Guid.CreateVersion7();
                scope.Audit("disposisi-tetap.buat", RecordKind, id, new AuditText()
                    .Fact("layanan", command.StandardCode).Fact("langkah", command.StepId).Fact("kepada", command.ToDeskCode)
                    .Fact("dari", command.From).Fact("sampai", command.Until));
                var agency = await agencies.GetAsync(cancellationToken);
                var loaded = await standards.FindActiveAsync(command.StandardCode, agency.DateOf(scope.Now), cancellationToken);
                if (loaded?.Standard.FindStep(command.StepId) is not { Action: StepActions.Dispose or StepActions.Assign } step)
                {
                    return Outcome.Refused("Pilih layanan dan langkah disposisi.", nameof(command.StepId));
                }

                if (agency.FindDesk(step.Desk)?.MembershipOf(scope.Actor) is not { } membership)
                {
                    return Outcome.Forbidden();
                }

                var refusals = await CheckAsync(scope, command, loaded.Standard, step, agency, cancellationToken);
                if (refusals.Count > 0)
                {
                    return Outcome.Refused(refusals);
                }

                var standing = new StandingDisposition
                {
                    Id = id,
                    StandardCode = command.StandardCode,
                    StepId = command.StepId,
                    FromUserId = scope.Actor.UserId,
                    FromText = scope.Actor.SignatureAs(membership.ActingTitle),
                    ToDeskCode = command.ToDeskCode,
                    Instructions = [.. command.Instructions.Distinct()],
                    Note = command.Note?.Trim() is { Length: > 0 } note ? note : null,
                    From = command.From,
                    Until = command.Until,
                    CreatedAt = scope.Now,
                };
                scope.Db.StandingDispositions.Add(standing);
                scope.Publish(Topic.Dispositions, id);
                return standing;
            },
            cancellationToken);

    public Task<Outcome> RevokeAsync(Guid id, ActionContext act, CancellationToken cancellationToken = default) =>
        writes.RunAsync(
            act,
            async scope =>
            {
                scope.Audit("disposisi-tetap.cabut", RecordKind, id);
                var standing = await scope.Db.StandingDispositions.FirstOrDefaultAsync(s => s.Id == id, cancellationToken);
                if (standing is null)
                {
                    return Outcome.NotFound("Disposisi tetap tidak ditemukan.");
                }

                if (standing.FromUserId != scope.Actor.UserId && !scope.Actor.Has(StaffRole.HeadOfAgency))
                {
                    return Outcome.Forbidden();
                }

                if (standing.RevokedAt is not null)
                {
                    return Outcome.Conflict("Disposisi tetap ini sudah dicabut.");
                }

                standing.RevokedAt = scope.Now;
                scope.Publish(Topic.Dispositions, id);
                return Outcome.Ok();
            },
            cancellationToken);

    /// <summary>The giver has looked at what was disposed in their name, as far as it was shown: what came in since stays to be reviewed.</summary>
    public Task<Outcome> ReviewAsync(Guid standingId, DateTime shownUntil, ActionContext act, CancellationToken cancellationToken = default) =>
        writes.RunAsync(
            act,
            async scope =>
            {
                scope.Audit("disposisi-tetap.tinjau", RecordKind, standingId);
                var standing = await scope.Db.StandingDispositions.AsNoTracking().FirstOrDefaultAsync(s => s.Id == standingId, cancellationToken);
                if (standing is null)
                {
                    return Outcome.NotFound("Disposisi tetap tidak ditemukan.");
                }

                if (standing.FromUserId != scope.Actor.UserId)
                {
                    return Outcome.Forbidden();
                }

                await scope.Db.Dispositions.VisibleTo(scope.Actor)
                    .Where(d => d.StandingDispositionId == standingId && d.ReviewedAt == null && d.At <= shownUntil)
                    .ExecuteUpdateAsync(set => set.SetProperty(d => d.ReviewedAt, scope.Now), cancellationToken);
                scope.Publish(Topic.Dispositions, standingId);
                return Outcome.Ok();
            },
            cancellationToken);

    /// <summary>
    /// Called when a request has just reached a step: disposes it under a standing disposition, if one holds and neither its
    /// giver nor the desk it goes to is excluded from this request.
    /// </summary>
    internal async Task ApplyAsync(WriteScope scope, Guid requestId, CancellationToken cancellationToken)
    {
        var loaded = await flow.LoadAsync(scope, requestId, cancellationToken);
        var work = loaded.Value;
        if (!work.Item.IsOpen || work.Item.IsConfidential || work.Item.HolderId is not null || work.Step.Action is not (StepActions.Dispose or StepActions.Assign))
        {
            return;
        }

        var today = work.Agency.DateOf(scope.Now);
        var standing = await scope.Db.StandingDispositions
            .Where(s => s.StandardCode == work.Item.StandardCode && s.StepId == work.Step.Id && s.RevokedAt == null && s.From <= today && s.Until >= today)
            .OrderByDescending(s => s.Id)
            .FirstOrDefaultAsync(cancellationToken);
        if (standing is null
            || await rights.FindAsync(standing.FromUserId, cancellationToken) is not { } giver
            || work.Desk.MembershipOf(giver) is null
            || giver.IsExcludedFrom(requestId)
            || work.Agency.FindDesk(standing.ToDeskCode) is not { } desk
            || await RequestExclusions.RefusalAsync(scope, work, desk, person: null, cancellationToken) is not null)
        {
            return;
        }

        var parent = scope.Db.Dispositions.Local.Where(d => d.RequestId == requestId && d.RecalledAt == null).MaxBy(d => d.Id)?.Id;
        var disposition = new Disposition
        {
            Id = OrderedId.Create(),
            RequestId = requestId,
            ParentId = parent,
            FromUserId = standing.FromUserId,
            FromText = standing.FromText,
            FromStepId = work.Step.Id,
            FromDeskCode = work.Desk.Code,
            ToDeskCode = desk.Code,
            ToText = desk.Name,
            Instructions = standing.Instructions,
            Note = standing.Note,
            At = scope.Now,
            StandingDispositionId = standing.Id,
        };
        scope.Db.Dispositions.Add(disposition);
        var by = $"{standing.FromText}, disposisi tetap sampai {IndonesianDates.Short(standing.Until)}";
        var taken = await DispositionService.TakenAsync(scope, disposition, work, new DispositionTarget(desk, null), by, cancellationToken);
        await flow.AdvanceAsync(scope, work, taken, cancellationToken);
        scope.Audit("disposisi.tetap", WorkFlow.RecordKind, requestId, new AuditText().Fact("disposisi-tetap", standing.Id));
        scope.Publish(Topic.Dispositions, requestId);
        await ApplyAsync(scope, requestId, cancellationToken);
    }

    private static async Task<IReadOnlyList<Refusal>> CheckAsync(
        WriteScope scope, CreateStandingDisposition command, ServiceStandard standard, StandardStep step, AgencySnapshot agency, CancellationToken cancellationToken)
    {
        var refusals = new List<Refusal>();
        if (standard.Confidentiality == Confidentiality.Secret)
        {
            refusals.Add(new Refusal("Layanan rahasia tidak boleh didisposisikan tetap.", nameof(command.StandardCode)));
        }

        if (agency.FindDesk(command.ToDeskCode) is null || command.ToDeskCode == step.Desk)
        {
            refusals.Add(new Refusal("Pilih tujuan disposisi.", nameof(command.ToDeskCode)));
        }

        var known = await scope.Db.DispositionInstructions.CountAsync(i => i.RetiredAt == null && command.Instructions.Contains(i.Code), cancellationToken);
        if (known == 0 || known != command.Instructions.Distinct().Count())
        {
            refusals.Add(new Refusal("Pilih instruksi.", nameof(command.Instructions)));
        }

        var today = agency.DateOf(scope.Now);
        if (command.Until < command.From || command.Until < today)
        {
            refusals.Add(new Refusal("Tanggal akhir sebelum tanggal awal, atau sudah lewat.", nameof(command.Until)));
        }
        else if (command.Until.DayNumber - command.From.DayNumber > LongestDays)
        {
            refusals.Add(new Refusal("Disposisi tetap paling lama satu tahun, lalu dibuat lagi.", nameof(command.Until)));
        }

        if (await scope.Db.StandingDispositions
            .Where(s => s.FromUserId == scope.Actor.UserId && s.StandardCode == command.StandardCode && s.StepId == command.StepId
                && s.RevokedAt == null && s.From <= command.Until && s.Until >= command.From)
            .OrderByDescending(s => s.Until)
            .FirstOrDefaultAsync(cancellationToken) is { } other)
        {
            refusals.Add(new Refusal($"Sudah ada disposisi tetap untuk langkah ini sampai {IndonesianDates.Short(other.Until)}. Cabut dulu, atau mulai sesudahnya.", nameof(command.From)));
        }

        if (command.Note?.Length > Disposition.NoteMaxLength)
        {
            refusals.Add(new Refusal($"Catatan paling banyak {Disposition.NoteMaxLength} huruf.", nameof(command.Note)));
        }

        return refusals;
    }
}
