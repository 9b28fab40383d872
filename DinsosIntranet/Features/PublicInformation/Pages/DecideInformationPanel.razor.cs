using DinsosIntranet.Features.PublicInformation.Domain;

namespace DinsosIntranet.Features.PublicInformation.Pages;

/// <summary>The step of verification: what is asked for, its consequence tests, and the decision with what it rests on.</summary>
public sealed partial class DecideInformationPanel
{
    private static readonly (InformationDecision Value, string Text)[] Choices =
    [
        (InformationDecision.Granted, "lanjut mengumpulkan dokumen"),
        (InformationDecision.GrantedInPart, "sebagian diberikan, sebagian dikecualikan atau dihitamkan"),
        (InformationDecision.Excluded, "ditolak dengan keputusan tertulis; perlu uji konsekuensi"),
        (InformationDecision.NotHeld, "belum dikuasai, belum didokumentasikan, atau ada di badan publik lain; bukan pengecualian"),
    ];

    private DecisionInput _input = new();

    protected override Task RestoreAsync() => KeepAsync(() => _input, kept => _input = kept);

    private Task<bool> DecideAsync() => RunAsync(Errors, act => Service.DecideAsync(Context.RequestId, _input, act), "Keputusan dicatat.");
}
