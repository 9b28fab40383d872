using DinsosIntranet.Shared.Ui;

namespace DinsosIntranet.Features.Repatriation.Pages;

/// <summary>The branch Tidak: the letter to another organisation on its way, and its return slip.</summary>
public sealed partial class ReferBox
{
    private readonly FormErrors _errors = new("rujuk");
    private string _body = "";
    private string _address = "";
    private DateOnly? _returned;

    protected override void OnInitialized() => (_body, _address) = (View.File.ReferralBody ?? "", View.File.ReferralAddress ?? "");

    private async Task SubmitAsync() => await RunAsync(_errors, act => Service.SubmitReferralAsync(Journey.Id, _body, _address, act), "Surat rujukan diajukan untuk ditandatangani.");

    private async Task RecallAsync() => await RunAsync(_errors, act => Service.RecallReferralAsync(Journey.Id, act), "Konsep surat rujukan ditarik.");

    private async Task FinishAsync() => await RunAsync(_errors, act => Service.FinishReferralAsync(Journey.Id, _returned, act), "Rujukan selesai.");
}
