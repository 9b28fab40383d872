using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Calendar;

namespace DinsosIntranet.Features.Complaints.Domain;

/// <summary>A way a complaint comes in. <paramref name="StandardChannel"/>: the channel of the standard it counts as.</summary>
public sealed record ComplaintChannelKind(string Code, string Name, string StandardChannel, bool AnswersAtOnce = false, bool AsksTicket = false);

/// <summary>A class of complaints, in words; its limit stands in the standard.</summary>
public sealed record ComplaintClass(string Code, string Name, string Meaning, bool IsHeavy = false);

/// <summary>
/// How an answer reaches the complainant. <paramref name="OnlyChannel"/>: only for what came in there.
/// <paramref name="IsByLetter"/>: what is handed or sent is a signed letter; otherwise its words are said or copied.
/// </summary>
public sealed record AnswerWay(string Code, string Name, bool AsksContact, bool IsNone = false, string? OnlyChannel = null, bool IsByLetter = false);

/// <summary>Why a complaint is not the agency's, and bodies it usually belongs to.</summary>
public sealed record NotOursGround(string Code, string Name, IReadOnlyList<string> Bodies);

/// <summary>
/// Days of practice: after how many working days without a word the complainant counts as having said nothing, and how
/// many working days before a limit somebody is reminded of it.
/// </summary>
public sealed record ComplaintLimits(int ResponseWorkingDays, IReadOnlyList<int> RemindWorkingDaysBefore);

/// <summary>Words and limits of complaints.</summary>
public static class ComplaintWords
{
    public static IReadOnlyList<(Anonymity Value, string Code, string Name, string Help)> Anonymities { get; } =
    [
        (Anonymity.Open, "terbuka", "Dengan nama", "Nama dibaca pengelola dan pejabat yang menangani."),
        (Anonymity.Secret, "rahasia", "Nama dirahasiakan", "Nama dienkripsi dan hanya dibuka pengelola untuk menjawab; setiap pembukaan tercatat."),
        (Anonymity.Anonymous, "anonim", "Tanpa nama", "Tidak ada nama yang dicatat; jawaban mungkin tidak dapat disampaikan."),
    ];

    public static IReadOnlyList<(Reaction Value, string Code, string Name)> Reactions { get; } =
    [
        (Reaction.Accepted, "menerima", "Menerima jawaban"),
        (Reaction.Unsatisfied, "belum-puas", "Belum puas"),
        (Reaction.None, "tidak-ada", "Tidak ada tanggapan"),
    ];

    public static string Name(this Anonymity anonymity) => Anonymities.First(a => a.Value == anonymity).Name;

    public static IReadOnlyList<(LogKind Value, string Name)> LogKinds { get; } =
        [(LogKind.Meeting, "Pertemuan"), (LogKind.Investigation, "Investigasi"), (LogKind.FieldVisit, "Tinjauan lapangan")];

    public static IReadOnlyList<(Verdict Value, string Name)> Verdicts { get; } =
        [(Verdict.Proven, "Terbukti"), (Verdict.Partly, "Terbukti sebagian"), (Verdict.NotProven, "Tidak terbukti")];

    public static string Name(this LogKind kind) => LogKinds.First(k => k.Value == kind).Name;

    public static string Name(this Verdict verdict) => Verdicts.First(v => v.Value == verdict).Name;

    public static string Name(this Reaction reaction) => Reactions.First(r => r.Value == reaction).Name;

    /// <summary>What stands where a name may not.</summary>
    public static string Masked(this Anonymity anonymity) => anonymity switch
    {
        Anonymity.Anonymous => "Tanpa nama",
        _ => "Dirahasiakan",
    };

    /// <summary>The limit the standard publishes for a class; null where it publishes none.</summary>
    public static ServiceTime? LimitOf(ServiceStandard standard, string classCode) =>
        standard.Complaints.Limits.FirstOrDefault(l => l.Class == classCode) is { } limit && TimeUnits.FromCode(limit.Unit) is { } unit
            ? new ServiceTime(0, limit.Days, unit)
            : null;
}
