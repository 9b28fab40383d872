using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Agenda;
using DinsosIntranet.Features.Agenda.Domain;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Dispositions.Domain;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Live;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Dispositions;

/// <summary>The secretariat records a request in its agenda and passes it to the head.</summary>
public sealed record ForwardToHead
{
    public required Guid RequestId { get; init; }

    public required Urgency Urgency { get; init; }

    public string? Note { get; init; }
}

/// <summary>An official disposes: to a desk, or to one person who works there, with instructions, a note, and a day it should be done by.</summary>
public sealed record GiveDisposition
{
    public required Guid RequestId { get; init; }

    /// <summary>The step the page showed: where somebody else disposed it meanwhile, the answer says who and when.</summary>
    public string? StepId { get; init; }

    public required string ToDeskCode { get; init; }

    public Guid? ToUserId { get; init; }

    public required IReadOnlyList<string> Instructions { get; init; }

    public string? Note { get; init; }

    public DateOnly? DueOn { get; init; }

    internal DispositionContent Content => new(ToDeskCode, ToUserId, Instructions, Note, DueOn);
}

/// <summary>What a disposition says, on whatever it is given.</summary>
public sealed record DispositionContent(string ToDeskCode, Guid? ToUserId, IReadOnlyList<string> Instructions, string? Note, DateOnly? DueOn);

/// <summary>Agenda numbers and dispositions, from the secretariat to the head and on to divisions and staff.</summary>
public sealed partial class DispositionService(
    WriteRunner writes,
    IDbContextFactory<DinsosDbContext> factory,
    AgencyDirectory agencies,
    WorkFlow flow,
    NumberService numbers,
    StandingDispositionService standing,
    ICurrentRights rights)
{
    public const string RecordKind = "disposisi";

    public Task<Outcome<AgendaEntry>> ForwardAsync(ForwardToHead command, ActionContext act, CancellationToken cancellationToken = default) =>
        writes.RunAsync<AgendaEntry>(
            act,
            async scope =>
            {
                scope.Audit("disposisi.agenda", WorkFlow.RecordKind, command.RequestId, new AuditText().Fact("sifat", command.Urgency));
                var loaded = await flow.LoadForWorkAsync(scope, command.RequestId, StepActions.Forward, cancellationToken);
                if (!loaded.IsOk)
                {
                    return loaded.AsFailure();
                }

                if (CheckNote(command.Note) is { } refusal)
                {
                    return Outcome.Refused(refusal);
                }

                var work = loaded.Value;
                var year = work.Agency.DateOf(scope.Now).Year;
                var entry = new AgendaEntry
                {
                    Id = Guid.CreateVersion7(),
                    RequestId = command.RequestId,
                    Number = await numbers.NextAsync(scope, AgendaService.Book, year, cancellationToken),
                    Year = year,
                    At = scope.Now,
                    Urgency = command.Urgency,
                    ByUserId = scope.Actor.UserId,
                };
                scope.Db.AgendaEntries.Add(entry);
                await flow.AdvanceAsync(scope, work, new StepTaken(work.Step.MainOutcome.Code, $"Dicatat agenda nomor {entry.Label}", command.Note), cancellationToken);
                scope.Publish(Topic.Dispositions, command.RequestId);
                await standing.ApplyAsync(scope, command.RequestId, cancellationToken);
                return entry;
            },
            cancellationToken);

    public Task<Outcome<Disposition>> GiveAsync(GiveDisposition command, ActionContext act, CancellationToken cancellationToken = default) =>
        writes.RunAsync<Disposition>(
            act,
            async scope =>
            {
                scope.Audit("disposisi.beri", WorkFlow.RecordKind, command.RequestId, new AuditText().Fact("kepada", command.ToDeskCode));
                var loaded = await flow.LoadForWorkAsync(scope, command.RequestId, step => step.Action is StepActions.Dispose or StepActions.Assign && (command.StepId is null || step.Id == command.StepId), cancellationToken);
                if (!loaded.IsOk)
                {
                    return loaded.AsFailure();
                }

                var work = loaded.Value;
                var target = await TargetAsync(command.Content, work.Agency, cancellationToken);
                var refusals = await CheckAsync(scope, command.Content, work.Agency, cancellationToken);
                if (target is null || target.Desk.Code == work.Desk.Code)
                {
                    refusals.Insert(0, new Refusal("Pilih tujuan disposisi.", nameof(command.ToDeskCode)));
                }

                else if (await RequestExclusions.RefusalAsync(scope, work, target.Desk, target.Person, cancellationToken) is { } excluded)
                {
                    refusals.Insert(0, new Refusal(excluded, target.Person is null ? nameof(command.ToDeskCode) : nameof(command.ToUserId)));
                }

                if (refusals.Count > 0)
                {
                    return Outcome.Refused(refusals);
                }

                var disposition = await RecordAsync(scope, command, work, target!, cancellationToken);
                await standing.ApplyAsync(scope, command.RequestId, cancellationToken);
                return disposition;
            },
            cancellationToken);

    private async Task<DispositionTarget?> TargetAsync(DispositionContent command, AgencySnapshot agency, CancellationToken cancellationToken)
    {
        if (agency.FindDesk(command.ToDeskCode) is not { } desk)
        {
            return null;
        }

        if (command.ToUserId is not { } userId)
        {
            return new DispositionTarget(desk, null);
        }

        var person = await rights.FindAsync(userId, cancellationToken);
        return person is not null && desk.MembershipOf(person) is not null ? new DispositionTarget(desk, person) : null;
    }

    private static async Task<List<Refusal>> CheckAsync(WriteScope scope, DispositionContent command, AgencySnapshot agency, CancellationToken cancellationToken)
    {
        var refusals = new List<Refusal>();
        var known = await scope.Db.DispositionInstructions.Where(i => i.RetiredAt == null && command.Instructions.Contains(i.Code)).CountAsync(cancellationToken);
        if (known != command.Instructions.Distinct().Count())
        {
            refusals.Add(new Refusal("Instruksi tidak dikenal. Muat ulang halaman.", nameof(command.Instructions)));
        }
        else if (known == 0 && string.IsNullOrWhiteSpace(command.Note))
        {
            refusals.Add(new Refusal("Pilih instruksi atau tulis catatan.", nameof(command.Instructions)));
        }

        if (command.DueOn < agency.DateOf(scope.Now))
        {
            refusals.Add(new Refusal("Batas waktu sudah lewat. Pilih hari ini atau sesudahnya.", nameof(command.DueOn)));
        }

        if (CheckNote(command.Note) is { } refusal)
        {
            refusals.Add(refusal);
        }

        return refusals;
    }

    private async Task<Disposition> RecordAsync(WriteScope scope, GiveDisposition command, WorkInHand work, DispositionTarget target, CancellationToken cancellationToken)
    {
        var parent = await scope.Db.Dispositions.Where(d => d.RequestId == command.RequestId && d.RecalledAt == null).OrderByDescending(d => d.Id).Select(d => (Guid?)d.Id).FirstOrDefaultAsync(cancellationToken);
        var disposition = new Disposition
        {
            Id = OrderedId.Create(),
            RequestId = command.RequestId,
            ParentId = parent,
            FromUserId = scope.Actor.UserId,
            FromText = work.Signature(scope.Actor),
            FromStepId = work.Step.Id,
            FromDeskCode = work.Desk.Code,
            ToDeskCode = target.Desk.Code,
            ToUserId = target.Person?.UserId,
            ToText = target.Text,
            Instructions = [.. command.Instructions.Distinct()],
            Note = command.Note?.Trim() is { Length: > 0 } note ? note : null,
            DueOn = command.DueOn,
            At = scope.Now,
        };
        scope.Db.Dispositions.Add(disposition);
        await flow.AdvanceAsync(scope, work, await TakenAsync(scope, disposition, work, target, by: null, cancellationToken), cancellationToken);
        scope.Publish(Topic.Dispositions, command.RequestId);
        return disposition;
    }

    internal static async Task<StepTaken> TakenAsync(WriteScope scope, Disposition disposition, WorkInHand work, DispositionTarget target, string? by, CancellationToken cancellationToken)
    {
        var verb = work.Step.Action == StepActions.Assign ? "Ditugaskan ke " : "Didisposisikan ke ";
        return new StepTaken(
            work.Step.MainOutcome.Code,
            verb + target.Text,
            await WordsAsync(scope, disposition, cancellationToken),
            Destination(work, target),
            by);
    }

    /// <summary>The instructions and the note, as the history writes them.</summary>
    private static async Task<string> WordsAsync(WriteScope scope, Disposition disposition, CancellationToken cancellationToken)
    {
        var texts = await scope.Db.DispositionInstructions.Where(i => disposition.Instructions.Contains(i.Code)).OrderBy(i => i.SortOrder).Select(i => i.Text).ToListAsync(cancellationToken);
        if (disposition.Note is { } note)
        {
            texts.Add($"“{note}”");
        }

        return string.Join("; ", texts);
    }

    /// <summary>
    /// Where the request lies next. The desk the standard proposes carries the disposition out, but some standards pass the
    /// counter first: then the file's next step says where. Any other desk takes the request at once.
    /// </summary>
    private static Destination? Destination(WorkInHand work, DispositionTarget target)
    {
        var next = work.Standard.FindStep(work.Step.MainOutcome.To);
        return target.Desk.Code == work.Step.Proposal?.ToDesk && next?.Desk != target.Desk.Code
            ? null
            : new Destination(target.Desk.Code, target.Person?.UserId, target.Person?.Name);
    }

    private static Refusal? CheckNote(string? note) =>
        note?.Length > Disposition.NoteMaxLength ? new Refusal($"Catatan paling banyak {Disposition.NoteMaxLength} huruf.", "Note") : null;
}

/// <summary>Where a disposition goes: a desk, and the person there where one was named.</summary>
public sealed record DispositionTarget(Agency.Domain.Desk Desk, Actor? Person)
{
    public string Text => Person is null ? Desk.Name : $"{Person.Name}, {Desk.Name}";
}
