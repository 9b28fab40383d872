using DinsosIntranet.Shared.Ui;

namespace DinsosIntranet.Features.Repatriation.Pages;

/// <summary>Whether the people are the agency's to bring home: the two requirements of the standard.</summary>
public sealed partial class VerifyBox
{
    private readonly FormErrors _errors = new("verifikasi");
    private bool _isResident;
    private bool _isVictim;
    private string _reason = "";

    private string Requirement(string code) => Journey.Request.Standard.Requirements.First(r => r.Code == code).Text;

    private async Task DecideAsync(bool isFulfilled) => await RunAsync(
        _errors,
        act => Service.VerifyAsync(Journey.Id, isFulfilled, _isResident, _isVictim, _reason, act),
        isFulfilled ? "Memenuhi syarat. Bentuk tim pengantar." : "Tidak memenuhi syarat. Siapkan surat rujukan.");
}
