using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Text;

namespace DinsosIntranet.Features.VictimCases.Domain;

/// <summary>
/// How long the files of one kind of case are kept after the case was closed, in whole years: first at hand (aktif), then put
/// away (inaktif). <paramref name="Fate"/> and <paramref name="Source"/> are said on screen and on the report.
/// <paramref name="NeedsApprovalLetter"/>: archives kept ten years and longer are destroyed only with an approval from outside (UU 43/2009).
/// </summary>
public sealed record RetentionItem(
    string Code, string Standard, string Title, int ActiveYears, int InactiveYears, string Fate, string Source, bool NeedsApprovalLetter)
{
    public int Years => ActiveYears + InactiveYears;
}

/// <summary>Until when a closed case is kept: both on the last day of a year, so that no birthday can be read from them.</summary>
public sealed record RetentionTerm(DateOnly ActiveUntil, DateOnly EndsOn)
{
    public bool IsOver(DateOnly today) => today > EndsOn;
}

/// <summary>What an anonymising rests on, apart from who asks for it.</summary>
public sealed record RetentionFacts(bool IsClosed, bool IsErased, RetentionTerm? Term, bool IsHeld, bool IsProposed);

/// <summary>When a case may be anonymised. The law asks for a schedule and an exception for legal processes (UU 27/2022 pasal 42–45), and that archives are not destroyed by one person.</summary>
public static class RetentionRules
{
    public const string Held = "Kasus ini ditahan untuk proses hukum; tidak dapat dimusnahkan atau dianonimkan.";
    public const int ApprovalLetterMaxLength = 100;

    /// <summary>
    /// <paramref name="adultOn"/>: when the youngest victim who was a child at the event turns 18; the years then count from that
    /// day, where it is later than the closing.
    /// </summary>
    public static RetentionTerm Term(RetentionItem item, DateOnly closedOn, DateOnly? adultOn)
    {
        var from = adultOn > closedOn ? adultOn.Value : closedOn;
        return new RetentionTerm(EndOfYear(from, item.ActiveYears), EndOfYear(from, item.Years));
    }

    /// <summary>The day before which no case of the item can be over its term, whatever the ages: cases closed later are not worth looking at.</summary>
    public static DateOnly ClosedBefore(RetentionItem item, DateOnly today) => new(today.Year - item.Years, 1, 1);

    /// <summary>
    /// When the last of these victims turns 18, of those who were children at the event. From the birth date, else reckoned from
    /// the age or the lowest age of the band on the day of the event, or on that of the closing where no day is known.
    /// </summary>
    public static DateOnly? AdultOn(IEnumerable<BlockValues> victims, DateOnly? eventOn, DateOnly closedOn) =>
        victims.Where(v => CaseAge.IsChild(v, eventOn) == true).Select(v => AdultOn(v, eventOn ?? closedOn)).Cast<DateOnly?>().Max();

    /// <summary>Why a case cannot be proposed or anonymised; null where it can.</summary>
    public static string? WhyNot(RetentionFacts facts, DateOnly today) => facts switch
    {
        { IsErased: true } => "Isi kasus ini sudah dimusnahkan.",
        { IsClosed: false } => "Kasus ini belum ditutup.",
        { IsHeld: true } => Held,
        { Term: null } => "Layanan kasus ini tidak ada di jadwal retensi.",
        { Term: { } term } when !term.IsOver(today) => $"Masa simpan kasus ini belum habis: sampai {IndonesianDates.Short(term.EndsOn)}.",
        { IsProposed: true } => "Kasus ini sudah diusulkan.",
        _ => null,
    };

    /// <summary>The letter that approves from outside, where the schedule asks for one.</summary>
    public static Refusal? CheckLetter(RetentionItem item, string letter, string field) => letter.Trim() switch
    {
        { Length: 0 } when item.NeedsApprovalLetter => new Refusal("Isi nomor dan tanggal surat persetujuan pemusnahan.", field),
        { Length: > ApprovalLetterMaxLength } => new Refusal($"Paling banyak {ApprovalLetterMaxLength} huruf.", field),
        _ => null,
    };

    private static DateOnly AdultOn(BlockValues victim, DateOnly on) => victim.Date(CaseBlocks.BirthDate) is { } born
        ? born.AddYears(CaseAge.Majority)
        : on.AddYears(CaseAge.Majority - (victim.Number(CaseBlocks.Age) ?? CaseAge.LowestOf(victim[CaseBlocks.AgeBand])));

    private static DateOnly EndOfYear(DateOnly from, int years) => new(from.Year + years, 12, 31);
}

/// <summary>Who may do what with what is kept. Nobody of them sees anything but codes.</summary>
public static class RetentionAccess
{
    /// <summary>Whoever keeps the archive proposes.</summary>
    public static bool MayPropose(Actor actor) => actor.Has(StaffRole.Secretariat);

    /// <summary>The head of agency or the secretary of the agency decides, never on what they proposed themselves.</summary>
    public static bool MayDecide(Actor actor, Guid proposedBy) => MayDecide(actor) && actor.UserId != proposedBy;

    public static bool MayDecide(Actor actor) => actor.HasAny(StaffRole.HeadOfAgency, StaffRole.AgencySecretary);

    /// <summary>Whoever hears of a legal process may stop a destruction: holding harms nothing.</summary>
    public static bool MayHold(Actor actor, string unitCode) => actor.HasAny(StaffRole.Secretariat, StaffRole.AgencySecretary) || CaseAccess.IsHead(actor, unitCode);

    /// <summary>Whether there are cases the actor may hold: the head of a division holds those of the own unit.</summary>
    public static bool MayHold(Actor actor) => actor.HasAny(StaffRole.Secretariat, StaffRole.AgencySecretary, StaffRole.HeadOfAgency, StaffRole.HeadOfDivision);

    public static bool MayLift(Actor actor) => MayDecide(actor);

    public static bool MayExport(Actor actor) => actor.HasAny(StaffRole.Secretariat, StaffRole.HeadOfAgency, StaffRole.AgencySecretary);
}
