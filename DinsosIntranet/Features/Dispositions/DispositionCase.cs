using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Dispositions.Domain;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Calendar;
using DinsosIntranet.Shared.Text;

namespace DinsosIntranet.Features.Dispositions;

/// <summary>The agenda line of a request as a list shows it.</summary>
public sealed record AgendaLine(int Number, string Label, DateTime At, Urgency Urgency);

/// <summary>The disposition that brought a request to the desk where it waits now.</summary>
public sealed record EarlierDisposition(string FromText, string ToText, IReadOnlyList<string> Instructions, string? Note, DateOnly? DueOn, DateTime At);

/// <summary>One clock of a request, ready for the chip; <paramref name="Name"/> is null for the promise.</summary>
public sealed record CaseClock(string? Name, string State, string Text, string? Title, DateTime? DueUtc, DateTime? WarnUtc)
{
    public static CaseClock Of(WorkClock clock, DateTime? pausedSince, string? name, AgencySnapshot agency, DateTime now)
    {
        var reading = clock.Read(pausedSince);
        var view = ClockRules.View(agency.Calendar, reading, now);
        var runs = view.State is ClockState.Green or ClockState.Yellow or ClockState.Red;
        return new CaseClock(
            name,
            StateWord(view.State),
            name is null ? view.Text : $"{name}: {view.Text.ToLowerInvariant()}",
            clock.DueAt is { } due ? IndonesianDates.LongWithTime(due, agency.Zone) : null,
            runs && name is null ? clock.DueAt : null,
            runs && name is null ? WarnAt(agency.Calendar, reading) : null);
    }

    private static string StateWord(ClockState state) => state switch
    {
        ClockState.Green => "hijau",
        ClockState.Yellow => "kuning",
        ClockState.Red => "merah",
        ClockState.Paused => "jeda",
        _ => "none",
    };

    /// <summary>When a quarter of the promise is left; what pauses gave back comes on top.</summary>
    private static DateTime? WarnAt(WorkCalendar calendar, ClockReading reading)
    {
        if (reading is not { StartedUtc: { } started, DueUtc: { } due } || calendar.Due(reading.Time, started).Utc is not { } promised)
        {
            return null;
        }

        return reading.Time.Unit.IsWorkingTime()
            ? calendar.AddOpenTime(started, calendar.OpenTimeBetween(started, due) - (calendar.OpenTimeBetween(started, promised) / 4))
            : due - ((promised - started) / 4);
    }
}

/// <summary>
/// A request at a step that forwards, disposes or assigns, with what the official needs to decide. For a confidential
/// standard it carries the code and nothing of the person.
/// </summary>
public sealed record DispositionCase
{
    public required Guid RequestId { get; init; }

    public required string Number { get; init; }

    public required ServiceStandard Standard { get; init; }

    public required StandardStep Step { get; init; }

    public required string DeskCode { get; init; }

    public required bool IsConfidential { get; init; }

    public required string? Person { get; init; }

    public required string? District { get; init; }

    public required string? Purpose { get; init; }

    public required AgendaLine? Agenda { get; init; }

    public required DateTime EnteredDeskAt { get; init; }

    public required DateTime? DueAt { get; init; }

    public required IReadOnlyList<CaseClock> Clocks { get; init; }

    public required EarlierDisposition? Earlier { get; init; }

    /// <summary>"Plh. Kepala Dinas Sosial" where the viewer serves this desk only for an absent official.</summary>
    public required string? ActingTitle { get; init; }

    /// <summary>Why the viewer cannot work on it now; null where they can.</summary>
    public string? WhyNot { get; init; }

    public bool IsForward => Step.Action == StepActions.Forward;

    public bool IsAssign => Step.Action == StepActions.Assign;

    /// <summary>The desk offered ready-made: the standard's proposal, else the desk of the next step.</summary>
    public string? ProposedDesk => Step.Proposal?.ToDesk ?? Standard.FindStep(Step.MainOutcome.To)?.Desk;

    /// <summary>The instructions offered ready-made: the standard's proposal, else those the request came with.</summary>
    public IReadOnlyList<string> ProposedInstructions => Step.Proposal?.Instructions ?? Earlier?.Instructions ?? [];

    /// <summary>Whether it can be disposed as proposed without looking into it.</summary>
    public bool IsReady => WhyNot is null && !IsForward && ProposedDesk is { } desk && desk != DeskCode && ProposedInstructions.Count > 0;
}

/// <summary>A desk a disposition can go to, under the short name officials use ("Linjamsos").</summary>
public sealed record DeskChoice(string Code, string Label);

/// <summary>Somebody who works at a desk, with how much they hold.</summary>
public sealed record DeskPerson(Guid UserId, string Name, int Holds);

public sealed record InstructionChoice(string Code, string Text);
