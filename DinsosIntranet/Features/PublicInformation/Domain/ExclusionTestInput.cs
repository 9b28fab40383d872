using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.Features.PublicInformation.Domain;

/// <summary>A consequence test as typed.</summary>
public sealed record ExclusionTestInput
{
    public string Information { get; set; } = "";

    public HashSet<string> Grounds { get; set; } = [];

    public string OtherLaw { get; set; } = "";

    public string IfOpened { get; set; } = "";

    public string IfClosed { get; set; } = "";

    public string Period { get; set; } = "";

    /// <summary>What stands in the way of recording it. <paramref name="otherLaw"/>: the letter that means "another law", which must then be named.</summary>
    public IReadOnlyList<Refusal> Check(IReadOnlySet<string> known, string otherLaw)
    {
        var refusals = new List<Refusal>();
        DecisionRules.RequireText(refusals, Information, "Isi informasi yang diuji.", nameof(Information), ExclusionTest.InformationMaxLength);
        if (!Grounds.IsSubsetOf(known))
        {
            refusals.Add(new Refusal("Alasan tidak dikenal. Muat ulang halaman.", nameof(Grounds)));
        }
        else if (Grounds.Count == 0 && string.IsNullOrWhiteSpace(OtherLaw))
        {
            refusals.Add(new Refusal("Pilih paling sedikit satu huruf pasal 17, atau isi undang-undang lain.", nameof(Grounds)));
        }

        if (Grounds.Contains(otherLaw) && string.IsNullOrWhiteSpace(OtherLaw))
        {
            refusals.Add(new Refusal($"Huruf {otherLaw} menunjuk undang-undang lain: isi pasal dan undang-undangnya.", nameof(OtherLaw)));
        }
        else if (OtherLaw.Length > ExclusionTest.LawMaxLength)
        {
            refusals.Add(new Refusal($"Paling banyak {ExclusionTest.LawMaxLength} huruf.", nameof(OtherLaw)));
        }

        DecisionRules.RequireText(refusals, IfOpened, "Isi akibatnya bila informasi dibuka.", nameof(IfOpened), ExclusionTest.ConsequenceMaxLength);
        DecisionRules.RequireText(refusals, IfClosed, "Isi manfaatnya bila informasi ditutup.", nameof(IfClosed), ExclusionTest.ConsequenceMaxLength);
        DecisionRules.RequireText(refusals, Period, "Isi jangka waktu pengecualian.", nameof(Period), ExclusionTest.PeriodMaxLength);
        return refusals;
    }
}
