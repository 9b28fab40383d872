using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Calendar;
using DinsosIntranet.Shared.Files;
using DinsosIntranet.Shared.Text;

namespace DinsosIntranet.Features.VictimCases;

/// <summary>What goes on in a case beside its blocks, for somebody who has its content open.</summary>
public sealed record CaseFollowUps
{
    public required IReadOnlyList<ReviewLine> Reviews { get; init; }

    /// <summary>Whether the last approval covers assessment and plan as they are now.</summary>
    public required bool IsAssessmentApproved { get; init; }

    public required IReadOnlyList<ReferralRow> Referrals { get; init; }

    public required IReadOnlyList<HearingRow> Hearings { get; init; }

    public required IReadOnlyList<ClosureRow> Closures { get; init; }

    /// <summary>What is missing before a closing can be proposed.</summary>
    public required IReadOnlyList<string> ClosureMissing { get; init; }

    public required IReadOnlyList<AttachmentLine> Attachments { get; init; }

    public required IReadOnlyList<DeadlineRow> Deadlines { get; init; }

    /// <summary>Services whose receiver has since been written down as an alleged perpetrator.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>Of the team: may send, book, propose.</summary>
    public required bool MayWork { get; init; }

    public required bool MayReopen { get; init; }
}

public sealed record ReviewLine(Guid Id, int Round, ReviewState State, string Submitted, string? Decided, string? Note, bool MayDecide);

/// <summary>A referral as written down, and what became of it; <see cref="State"/> is null until it is sent.</summary>
public sealed record ReferralRow(
    Guid Id,
    Guid Version,
    int Ordinal,
    string Recipient,
    bool? IsConsented,
    string? Consent,
    IReadOnlyList<string> Opened,
    IReadOnlyList<string> WhyNotSend,
    ReferralState? State,
    string? Sent,
    string? Answered,
    string? Answer);

/// <summary>An appointment; <see cref="Letter"/> says how far the companion's letter of assignment is.</summary>
public sealed record HearingRow(
    Guid Id, string Kind, string Stage, string Place, string Agenda, DateTime StartsAt, DateTime EndsAt, string Companion, DateOnly? ReportDue, string? ReportDone, string? Cancelled, Guid? LetterId, string? Letter);

public sealed record ClosureRow(
    Guid Id, int Round, ReviewState State, string Reason, IReadOnlyList<(string Text, bool IsMet)> Checks, string NotMet, string Feedback, bool FeedbackDeclined,
    string Proposed, string? Decided, string? Note, string? Reopened, string? ReopenReason, bool MayDecide);

public sealed record AttachmentLine(Guid Id, string Kind, string Name, FileKind FileKind, long Length, string Added);

/// <summary>One appointment on the calendar. What it is about stays in the case.</summary>
public sealed record HearingEntry(Guid Id, Guid CaseId, string Number, DateOnly Day, string Hours, string Companion);

/// <summary>A day that something is due. <see cref="DaysLeft"/> is negative once it is late.</summary>
public sealed record DeadlineRow(Guid Id, Guid CaseId, string Number, DeadlineKind Kind, DateOnly DueOn, int DaysLeft)
{
    public string What => Kind switch
    {
        DeadlineKind.ReferralAnswer => "Balasan rujukan",
        DeadlineKind.SocialReport => "Laporan sosial",
        DeadlineKind.Hearing => "Pendampingan hukum",
        DeadlineKind.Visit => "Pemantauan",
        DeadlineKind.FollowUp => "Kunjungan tindak lanjut",
        _ => throw new InvalidOperationException($"Unknown deadline {Kind}."),
    };

    /// <summary>As the clocks show it: late, within three days, later. A day does not count down.</summary>
    public ClockFace Clock => new(
        DaysLeft switch
        {
            < 0 => ClockState.Red,
            <= 3 => ClockState.Yellow,
            _ => ClockState.Green,
        },
        DaysLeft switch
        {
            < 0 => $"Lewat {-DaysLeft} hari",
            0 => "Hari ini",
            1 => "Besok",
            _ => $"{DaysLeft} hari lagi",
        },
        IndonesianDates.Long(DueOn),
        DueUtc: null,
        WarnUtc: null);
}
