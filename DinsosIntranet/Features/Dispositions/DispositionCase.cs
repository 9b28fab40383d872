using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Agenda.Domain;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Standards.Domain;

namespace DinsosIntranet.Features.Dispositions;

/// <summary>The agenda line of a request as a list shows it.</summary>
public sealed record AgendaLine(int Number, string Label, DateTime At, Urgency Urgency);

/// <summary>The disposition that brought a request to the desk where it waits now.</summary>
public sealed record EarlierDisposition(string FromText, string ToText, IReadOnlyList<string> Instructions, string? Note, DateOnly? DueOn, DateTime At);

/// <summary>One clock of a request with the words of its chip; <paramref name="Name"/> is null for the promise.</summary>
public sealed record CaseClock(string? Name, ClockFace Face)
{
    public string Text => Name is null ? Face.Text : $"{Name}: {Face.Text.ToLowerInvariant()}";

    public static CaseClock Of(WorkClock clock, DateTime? pausedSince, string? name, AgencySnapshot agency, DateTime now) =>
        new(name, ClockFace.Of(agency.Calendar, clock.Read(pausedSince), now));
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

    /// <summary>Level of risk of a victim's case, the code of <c>data/victims/risk-levels.json</c>: how soon somebody must go is all an official needs to direct it.</summary>
    public string? Risk { get; init; }

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

    /// <summary>Whether it can be disposed together with others.</summary>
    public bool IsTickable => WhyNot is null && !IsForward;
}

/// <summary>A desk a disposition can go to, under the short name officials use ("Linjamsos").</summary>
public sealed record DeskChoice(string Code, string Label);

/// <summary>Somebody who works at a desk, with how much they hold.</summary>
public sealed record DeskPerson(Guid UserId, string Name, int Holds);

public sealed record InstructionChoice(string Code, string Text)
{
    /// <summary>Longer ones are offered behind "Lainnya", so that a phone shows the button without scrolling.</summary>
    public bool IsShort => Text.Length <= 16;
}
