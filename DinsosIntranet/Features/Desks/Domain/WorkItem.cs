using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Calendar;

namespace DinsosIntranet.Features.Desks.Domain;

public enum WorkStatus
{
    /// <summary>Registered, but requirements are missing: the promise is not running.</summary>
    WaitingForDocuments,
    Running,
    /// <summary>The clock stands still for a reason outside the office.</summary>
    Paused,
    Done,
    /// <summary>Ended on a "Tidak" branch of the standard: the applicant was told what to do next.</summary>
    Declined,
    Referred,
    Withdrawn,
}

/// <summary>
/// Where one request stands: its step, the desk where it waits, who holds it. It carries no name of anybody served, so
/// boards read this table and nothing else. A request is at one desk at a time and is held by at most one person; every
/// change goes through the methods below, which throw when called against the rule (<see cref="DeskRules"/> asks first).
/// </summary>
public sealed class WorkItem
{
    public const int PauseReasonMaxLength = 200;

    /// <summary>The id of the request it belongs to.</summary>
    public required Guid Id { get; init; }

    public required string Number { get; init; }

    public required string StandardCode { get; init; }

    public required Guid StandardVersionId { get; init; }

    public required bool IsConfidential { get; init; }

    public required string StepId { get; set; }

    public required string DeskCode { get; set; }

    public required DateTime EnteredDeskAt { get; set; }

    public Guid? HolderId { get; private set; }

    public string? HolderName { get; private set; }

    public DateTime? HeldSince { get; private set; }

    public required WorkStatus Status { get; set; }

    public DateTime? PausedSince { get; private set; }

    public string? PauseReason { get; private set; }

    public required DateTime OpenedAt { get; init; }

    public DateTime? ClosedAt { get; private set; }

    public required Guid Version { get; set; }

    public bool IsOpen => ClosedAt is null;

    public bool IsPaused => PausedSince is not null;

    public void Claim(Guid userId, string name, DateTime now)
    {
        Require(IsOpen && HolderId is null, "claimed twice or after closing");
        (HolderId, HolderName, HeldSince) = (userId, name, now);
    }

    public void Release()
    {
        Require(IsOpen && HolderId is not null, "released though nobody holds it");
        (HolderId, HolderName, HeldSince) = (null, null, null);
    }

    public void Pause(string reason, DateTime now)
    {
        Require(Status == WorkStatus.Running && !IsPaused, "paused though not running");
        (PausedSince, PauseReason, Status) = (now, reason, WorkStatus.Paused);
    }

    public void Resume()
    {
        Require(IsPaused, "resumed though not paused");
        (PausedSince, PauseReason, Status) = (null, null, WorkStatus.Running);
    }

    public void MoveTo(string stepId, string deskCode, DateTime now)
    {
        Require(IsOpen && !IsPaused, "moved though closed or paused");
        (StepId, DeskCode, EnteredDeskAt, Status) = (stepId, deskCode, now, WorkStatus.Running);
        (HolderId, HolderName, HeldSince) = (null, null, null);
    }

    public void Close(WorkStatus status, DateTime now)
    {
        Require(IsOpen && !IsPaused, "closed twice or while paused");
        Require(status is WorkStatus.Done or WorkStatus.Declined or WorkStatus.Referred or WorkStatus.Withdrawn, "closed with a status that is not final");
        (Status, ClosedAt) = (status, now);
        (HolderId, HolderName, HeldSince) = (null, null, null);
    }

    /// <summary>Opens it again where it ended, at the same step and desk.</summary>
    public void Reopen(DateTime now)
    {
        Require(!IsOpen, "reopened though open");
        (ClosedAt, Status, EnteredDeskAt) = (null, WorkStatus.Running, now);
    }

    public bool IsHeldBy(Actor actor) => HolderId == actor.UserId;

    private void Require(bool condition, string problem)
    {
        if (!condition)
        {
            throw new InvalidOperationException($"Work item {Number} was {problem}.");
        }
    }
}

/// <summary>The time one request spent at one desk; net minutes are open minutes less those paused.</summary>
public sealed class DeskStay
{
    public required Guid Id { get; init; }

    public required Guid WorkItemId { get; init; }

    public required string StepId { get; init; }

    public required string DeskCode { get; init; }

    public required DateTime EnteredAt { get; init; }

    public DateTime? LeftAt { get; set; }

    /// <summary>Working minutes of the pauses that ended while it was here.</summary>
    public int PausedMinutes { get; set; }

    /// <summary>Working minutes, known once it left.</summary>
    public int? NetMinutes { get; set; }
}

/// <summary>One pause of a request, kept so that a due time can be worked out again by a changed calendar.</summary>
public sealed class WorkPause
{
    public required Guid Id { get; init; }

    public required Guid WorkItemId { get; init; }

    public required DateTime From { get; init; }

    /// <summary>Null while it lasts.</summary>
    public DateTime? Until { get; set; }
}

public enum ClockKind
{
    /// <summary>What the published standard promises.</summary>
    Promise,
    /// <summary>What the law allows at most.</summary>
    LegalLimit,
}

/// <summary>One clock of one request. Amount and unit are copied from the standard's version, so a later version changes nothing.</summary>
public sealed class WorkClock
{
    public required Guid WorkItemId { get; init; }

    public required ClockKind Kind { get; init; }

    public required int Least { get; init; }

    /// <summary>Grows where the law lets its limit be extended.</summary>
    public required int Most { get; set; }

    /// <summary>Another one where what is promised depends on what the request turns out to be.</summary>
    public required TimeUnit Unit { get; set; }

    /// <summary>Null until the event it counts from has happened.</summary>
    public DateTime? StartedAt { get; set; }

    public DateTime? DueAt { get; set; }

    /// <summary>False where the due time lies in a year whose holidays are not decreed yet.</summary>
    public bool IsCalendarDecided { get; set; } = true;

    /// <summary>When what it measures was reached; it counts no further.</summary>
    public DateTime? EndedAt { get; set; }

    /// <summary>The clock as the rules read it; a pause belongs to the work item and stops the promise only.</summary>
    public ClockReading Read(DateTime? pausedSince) => new(
        new ServiceTime(Least, Most, Unit),
        StartedAt,
        DueAt,
        Kind == ClockKind.Promise ? pausedSince : null,
        EndedAt);
}

/// <summary>One line of a request's story (Riwayat), in the words shown on screen. Never a name of anybody served.</summary>
public sealed class HistoryEntry
{
    public const int TitleMaxLength = 200;
    public const int DetailMaxLength = 1000;

    public required Guid Id { get; init; }

    public required Guid WorkItemId { get; init; }

    public required DateTime At { get; init; }

    public required string Title { get; init; }

    public string? Detail { get; init; }

    public required Guid ActorId { get; init; }

    /// <summary>Name and title of who acted, as they were then ("Asep Mulyadi, Plh. Kepala Dinas").</summary>
    public required string ActorText { get; init; }

    public required string StepId { get; init; }
}
