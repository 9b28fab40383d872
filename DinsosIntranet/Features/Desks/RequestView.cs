using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Dispositions;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Ui;

namespace DinsosIntranet.Features.Desks;

/// <summary>
/// Everything the page of one request shows, read at one moment for one viewer. A confidential request shows its number,
/// step and clocks only: <see cref="People"/> is null, and requirements and papers are empty.
/// </summary>
public sealed record RequestView
{
    public required Guid Id { get; init; }

    public required string Number { get; init; }

    public required ServiceStandard Standard { get; init; }

    public required StandardStep Step { get; init; }

    public required AgencySnapshot Agency { get; init; }

    public required RequestPlace Place { get; init; }

    public required RequestRights Rights { get; init; }

    public required ClockFace Clock { get; init; }

    public required ClockFace? LegalClock { get; init; }

    public required PromiseUse Promise { get; init; }

    public required IReadOnlyList<DeskTime> DeskTimes { get; init; }

    public required IReadOnlyList<StepView> Strip { get; init; }

    public required IReadOnlyList<HistoryLine> History { get; init; }

    /// <summary>Those whose day is near or past, or of which the receiver was reminded.</summary>
    public required IReadOnlyList<OpenDisposition> Dispositions { get; init; }

    public required RequestPeople? People { get; init; }

    /// <summary>What was answered in the standard's own form; empty where it has none.</summary>
    public IReadOnlyList<FormLine> Answers { get; init; } = [];

    public required IReadOnlyList<RequirementLine> Requirements { get; init; }

    public required IReadOnlyList<PaperLine> Papers { get; init; }

    /// <summary>Papers that carry data corrected since.</summary>
    public required IReadOnlyList<OutdatedPaper> OutdatedPapers { get; init; }

    public bool IsConfidential => People is null;

    /// <summary>Changes when the request arrives at a step, also when it comes back to one: a panel belongs to one visit.</summary>
    public string Visit => $"{Step.Id} {Place.EnteredDeskAt.Ticks}";
}

/// <summary>Where the request lies and with whom.</summary>
public sealed record RequestPlace(
    WorkStatus Status,
    bool IsOpen,
    bool IsPaused,
    string? PauseReason,
    string DeskCode,
    string DeskName,
    DateTime EnteredDeskAt,
    Guid? HolderId,
    string? HolderName,
    DateTime? ClosedAt);

/// <summary>What the viewer may do now; <paramref name="WhyNot"/> is set where the step's panel is only to be read.</summary>
public sealed record RequestRights(string? WhyNot, bool MayClaim, bool MayRelease, bool MayPause, bool MayResume, bool MayWithdraw, bool MayCorrect, bool MayExclude = false);

/// <summary>How much of the promise is used; null texts where there is no promise or it has not begun.</summary>
public sealed record PromiseUse(int Percent, string? UsedText, string? DueText, bool IsCalendarDecided);

/// <summary>A disposition that is not done and presses, with what is to be said of it.</summary>
public sealed record OpenDisposition(Guid Id, string ToText, DispositionSigns Signs);

/// <summary>Net time at one desk, all visits together.</summary>
public sealed record DeskTime(string Desk, string Text, bool IsCurrent);

/// <summary>One line of the story; <paramref name="Receipt"/> says who has read the disposition it is about, and when.</summary>
public sealed record HistoryLine(Guid Id, DateTime At, string Title, string? Detail, Guid ActorId, string ActorText, string? Receipt = null);

/// <summary>Applicant and person concerned; <paramref name="Relation"/> is what the second is to the first, null where they are the same.</summary>
public sealed record RequestPeople(
    RequestPerson Subject,
    RequestPerson Applicant,
    string? Relation,
    string Channel,
    string? Purpose,
    string? Note,
    string? Agenda);

/// <summary>A person with numbers already masked; the NIK itself is read only when somebody opens it. Of a placeholder there is a label only.</summary>
public sealed record RequestPerson(Guid Id, string Name, string? MaskedNik, string? NoNikReason, string Address, string? MaskedPhone, bool IsPlaceholder = false);

public sealed record RequirementLine(string Code, string Text, bool IsMandatory, bool IsPresent, string? Note, IReadOnlyList<AttachmentLine> Files);

public sealed record AttachmentLine(Guid Id, string Name, string Size);

/// <summary>A paper of the request; <paramref name="Href"/> opens it, <paramref name="PageHref"/> leads to the page about it; null where there is none.</summary>
public sealed record PaperLine(string Title, string Detail, string? Href, string? PageHref = null);

/// <summary>
/// A paper given out or numbered before something it says was corrected: a receipt can be made anew, a signed letter voided,
/// revoked or replaced, any other sheet only stays as it was given out.
/// </summary>
public sealed record OutdatedPaper(Guid LetterId, string Title, bool IsReceipt, bool IsSigned);
