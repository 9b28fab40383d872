using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.Features.VictimCases.Domain;

/// <summary>
/// What closing a case rests on, apart from what is typed. <paramref name="IsMonitored"/>: its standard ends with monitoring (003 does, 001
/// does not). <paramref name="HasNewLastVisit"/>: a last visit since the case was last reopened. <paramref name="ComingHearings"/>: somebody
/// is still to be accompanied.
/// </summary>
public sealed record ClosureFacts(bool IsMonitored, bool HasNewLastVisit, int UnansweredReferrals, int ComingHearings, bool HasAssessment, bool IsAssessmentApproved);

/// <summary>A case is proposed for closing once nothing of it is open, a monitored one once somebody looked after the victim a last time; and only with the victim's own words or their refusal to say any.</summary>
public static class ClosureRules
{
    public const string NotApproved = "Penutupan belum disetujui atasan. Ajukan di bagian Penutupan.";
    public const string Reason = "alasan";
    public const string Checks = "daftar";
    public const string NotMet = "belum-terpenuhi";
    public const string Feedback = "umpan-balik";
    public const string FeedbackDeclined = "tidak-bersedia";

    /// <summary>What must be there before a closing can be proposed.</summary>
    public static IReadOnlyList<string> Missing(ClosureFacts facts)
    {
        var missing = new List<string>();
        if (facts.IsMonitored && !facts.HasNewLastVisit)
        {
            missing.Add("Belum ada pemantauan yang ditandai terakhir.");
        }

        missing.AddRange(StillOpen(facts.UnansweredReferrals, facts.ComingHearings));
        if (facts.HasAssessment && !facts.IsAssessmentApproved)
        {
            missing.Add("Asesmen belum disetujui atasan, atau berubah sesudah disetujui.");
        }

        return missing;
    }

    /// <summary>What others still owe the victim: asked for when a closing is proposed and once more when the case is closed on it.</summary>
    public static IReadOnlyList<string> StillOpen(int unansweredReferrals, int comingHearings) =>
    [
        .. unansweredReferrals > 0 ? [$"{unansweredReferrals} rujukan belum dijawab penerimanya."] : Array.Empty<string>(),
        .. comingHearings > 0 ? [$"{comingHearings} pendampingan hukum masih terjadwal. Dampingi dulu, atau batalkan jadwalnya."] : Array.Empty<string>(),
    ];

    /// <summary>Faults of what was typed; <paramref name="checks"/> are the codes of the checklist.</summary>
    public static IReadOnlyList<Refusal> Check(BlockValues closure, Func<string, bool> knowsReason, IReadOnlyCollection<string> checks)
    {
        var refusals = new List<Refusal>();
        if (!knowsReason(closure[Reason]))
        {
            refusals.Add(new Refusal("Pilih alasan menutup.", Reason));
        }

        if (closure.Codes(Checks).Any(c => !checks.Contains(c)))
        {
            refusals.Add(new Refusal("Butir ini tidak ada di daftar.", Checks));
        }

        if (checks.Any(c => !closure.Codes(Checks).Contains(c)) && closure[NotMet].Length == 0)
        {
            refusals.Add(new Refusal("Tulis mengapa ada butir yang belum terpenuhi.", NotMet));
        }

        if (closure[NotMet].Length > CaseClosure.NoteMaxLength)
        {
            refusals.Add(new Refusal($"Paling banyak {CaseClosure.NoteMaxLength} huruf.", NotMet));
        }

        if (closure[Feedback].Length == 0 && closure[FeedbackDeclined] != CaseBlocks.Yes)
        {
            refusals.Add(new Refusal("Tulis umpan balik korban dengan kata-katanya, atau tandai bahwa korban tidak bersedia.", Feedback));
        }

        if (closure[Feedback].Length > CaseClosure.FeedbackMaxLength)
        {
            refusals.Add(new Refusal($"Paling banyak {CaseClosure.FeedbackMaxLength} huruf.", Feedback));
        }

        return refusals;
    }
}
