using System.Globalization;
using System.Text;
using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.Features.VictimCases.Domain;

/// <summary>What is checked of a service across the blocks of its case: that nobody is handed to whoever harmed them.</summary>
public static class ServiceRules
{
    public const string Kind = "jenis";
    public const string Repatriation = "pemulangan";
    public const string Reintegration = "reintegrasi";
    public const string Receiver = "penerima";
    public const string ReceiverChecked = "penerima-diperiksa";
    public const string Safety = "keamanan-tujuan";
    public const string Unsafe = "tidak-aman";
    public const string FollowUpOn = "tindak-lanjut";
    public const string FollowUpResult = "hasil-tindak-lanjut";
    public const string ShelterIn = "shelter-masuk";
    public const string ShelterOut = "shelter-keluar";

    public static IReadOnlyList<Refusal> Check(BlockValues service, IReadOnlyList<FilledBlock> blocks)
    {
        var refusals = new List<Refusal>();
        if (service.Date(ShelterIn) is { } entered && service.Date(ShelterOut) < entered)
        {
            refusals.Add(new Refusal("Tanggal keluar tidak mungkin sebelum tanggal masuk.", ShelterOut));
        }

        if (service[Kind] is not (Repatriation or Reintegration))
        {
            return refusals;
        }

        if (service[Safety] == Unsafe)
        {
            refusals.Add(new Refusal("Tujuan tidak aman. Korban tidak dipulangkan ke sana; cari tujuan lain atau rumah aman dulu.", Safety));
        }

        if (service[ReceiverChecked] == CaseBlocks.No)
        {
            refusals.Add(new Refusal("Periksa penerima dulu: temui, cocokkan dengan daftar terlapor, dan dengar pendapat korban.", ReceiverChecked));
        }

        if (IsAccused(service[Receiver], blocks))
        {
            refusals.Add(new Refusal("Penerima ini tercatat sebagai terlapor di kasus ini. Korban tidak boleh diserahkan kepadanya.", Receiver));
        }

        return refusals;
    }

    /// <summary>The services whose receiver has since been written down as an alleged perpetrator.</summary>
    public static IReadOnlyList<FilledBlock> WithAccusedReceiver(IReadOnlyList<FilledBlock> blocks) =>
        [.. blocks.Where(b => b.Kind == CaseBlocks.Service && IsAccused(b.Values[Receiver], blocks))];

    /// <summary>Names are compared without case, marks, titles in dots and double blanks; every word of the shorter one must be in the other.</summary>
    public static bool IsSameName(string one, string other)
    {
        var (a, b) = (Words(one), Words(other));
        return a.Count > 0 && b.Count > 0 && (a.IsSubsetOf(b) || b.IsSubsetOf(a));
    }

    private static bool IsAccused(string receiver, IReadOnlyList<FilledBlock> blocks) =>
        receiver.Length > 0 && blocks.Any(b => b.Kind == CaseBlocks.Accused && IsSameName(receiver, b.Values[CaseBlocks.Name]));

    private static HashSet<string> Words(string name)
    {
        var plain = new StringBuilder();
        foreach (var c in name.Normalize(NormalizationForm.FormD))
        {
            plain.Append(char.IsLetter(c) ? char.ToLowerInvariant(c) : CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark ? "" : " ");
        }

        return [.. plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 1)];
    }
}
