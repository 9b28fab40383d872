using DinsosIntranet.Features.Repatriation.Domain;

namespace DinsosIntranet.Features.Repatriation.Pages;

/// <summary>The step that finds out whether the people are the agency's to bring home: who they are, and the two requirements.</summary>
public sealed partial class VerifyMigrantsPanel
{
    private List<Migrant>? _typed;
    private bool _isResident;
    private bool _isVictim;
    private string _reason = "";

    private async Task ShowAsync()
    {
        await RevealAsync();
        _typed = Opened is { } opened ? Copy(opened.Content) : null;
    }

    private async Task SaveAsync()
    {
        if (await RunAsync(act => Service.SaveMigrantsAsync(Context.RequestId, _typed!, Opened!.Version, act), "Data migran tersimpan."))
        {
            _typed = null;
        }
    }

    private Task DecideAsync(bool isFulfilled) => RunAsync(
        act => Service.VerifyAsync(Context.RequestId, isFulfilled, _isResident, _isVictim, _reason, act),
        isFulfilled ? "Memenuhi syarat. Bentuk tim pengantar." : "Tidak memenuhi syarat. Siapkan surat rujukan.");
}
