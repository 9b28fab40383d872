using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.VictimCases.Pages;

/// <summary>One referral: whether it may be sent, its letter, what the recipient answered.</summary>
public sealed partial class CaseReferralBox
{
    private const string PrintReason = "rujukan";

    private FormErrors _errors = null!;
    private ReferralState _answer = ReferralState.Sent;
    private string _text = "";
    private Guid? _ready;

    [Parameter, EditorRequired]
    public required ReferralRow Row { get; set; }

    [Parameter, EditorRequired]
    public required bool MayWork { get; set; }

    private string HeadingId => $"h-rujukan-{Row.Ordinal}";

    private string StateText => Row.State is { } state ? Words(state) : Row.IsConsented == false ? "Tidak disetujui" : "Belum dikirim";

    protected override void OnInitialized() => _errors = new FormErrors($"rujukan-{Row.Id:N}");

    private static IReadOnlyList<ReferralState> Answers(ReferralState state) => [.. Enum.GetValues<ReferralState>().Where(s => CaseReferral.MayBecome(state, s))];

    private static string Words(ReferralState state) => state switch
    {
        ReferralState.Sent => "Terkirim",
        ReferralState.Accepted => "Diterima",
        ReferralState.Refused => "Ditolak",
        _ => "Selesai",
    };

    private Task<bool> SendAsync() => RunAsync(_errors, act => Service.SendReferralAsync(CaseId, Row.Id, Row.Version, act), "Rujukan dikirim. Suratnya dapat disiapkan.");

    private async Task AnswerAsync()
    {
        if (await RunAsync(_errors, act => Service.AnswerReferralAsync(new AnswerReferral { CaseId = CaseId, ReferralId = Row.Id, State = _answer, Answer = _text }, act), "Balasan dicatat."))
        {
            (_answer, _text) = (ReferralState.Sent, "");
        }
    }

    private async Task PrintAsync()
    {
        var outcome = await Service.PrintPaperAsync(CaseId, CasePaperKind.ReferralLetter, Row.Id, PrintReason, await Acting.ActAsync());
        await FinishAsync(_errors, outcome, null);
        _ready = outcome.IsOk ? outcome.Value : null;
    }
}
