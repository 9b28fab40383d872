using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.Features.PublicInformation.Domain;

/// <summary>A decision as chosen at the desk.</summary>
public sealed record DecisionInput
{
    public InformationDecision? Decision { get; set; }

    /// <summary>Why it is given although its words say that it is likely excluded.</summary>
    public string Reason { get; set; } = "";

    public NotHeldKind? NotHeld { get; set; }

    public string OtherBody { get; set; } = "";

    public string AvailableWhen { get; set; } = "";
}

/// <summary>What a decision rests on: nothing is refused before its consequences were weighed, nothing flagged is given without a reason.</summary>
public static class DecisionRules
{
    public static IReadOnlyList<Refusal> Check(DecisionInput input, bool isFlagged, int tests)
    {
        var refusals = new List<Refusal>();
        switch (input.Decision)
        {
            case null:
                refusals.Add(new Refusal("Pilih keputusan.", nameof(input.Decision)));
                break;
            case InformationDecision.Granted when tests > 0:
                refusals.Add(new Refusal("Ada uji konsekuensi yang tercatat. Pilih diberikan sebagian atau dikecualikan, atau hapus ujinya.", nameof(input.Decision)));
                break;
            case InformationDecision.Excluded or InformationDecision.GrantedInPart when tests == 0:
                refusals.Add(new Refusal("Catat uji konsekuensi dulu: tidak ada informasi yang ditolak sebelum akibatnya ditimbang.", nameof(input.Decision)));
                break;
            case InformationDecision.NotHeld:
                CheckNotHeld(input, refusals);
                break;
        }

        if (input.Decision is InformationDecision.Granted or InformationDecision.GrantedInPart && isFlagged && string.IsNullOrWhiteSpace(input.Reason))
        {
            refusals.Add(new Refusal("Permohonan ini ditandai kemungkinan dikecualikan. Tulis alasan informasinya tetap dapat diberikan.", nameof(input.Reason)));
        }

        if (input.Reason.Length > InformationRequest.ReasonMaxLength)
        {
            refusals.Add(new Refusal($"Alasan paling banyak {InformationRequest.ReasonMaxLength} huruf.", nameof(input.Reason)));
        }

        return refusals;
    }

    private static void CheckNotHeld(DecisionInput input, List<Refusal> refusals)
    {
        if (input.NotHeld is null)
        {
            refusals.Add(new Refusal("Pilih keadaan informasinya.", nameof(input.NotHeld)));
        }
        else if (input.NotHeld == NotHeldKind.HeldByOtherBody)
        {
            RequireText(refusals, input.OtherBody, "Isi badan publik yang menguasainya.", nameof(input.OtherBody), InformationRequest.NameMaxLength);
        }
        else
        {
            RequireText(refusals, input.AvailableWhen, "Isi kapan informasi itu akan tersedia.", nameof(input.AvailableWhen), InformationRequest.ProofMaxLength);
        }
    }

    internal static void RequireText(List<Refusal> refusals, string text, string missing, string field, int most)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            refusals.Add(new Refusal(missing, field));
        }
        else if (text.Length > most)
        {
            refusals.Add(new Refusal($"Paling banyak {most} huruf.", field));
        }
    }
}
