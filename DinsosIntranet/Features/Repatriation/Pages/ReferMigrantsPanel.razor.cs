namespace DinsosIntranet.Features.Repatriation.Pages;

/// <summary>The branch Tidak: the letter to another organisation on its way, and its return slip.</summary>
public sealed partial class ReferMigrantsPanel
{
    private string _body = "";
    private string _address = "";
    private DateOnly? _returned;

    protected override async Task ReadAsync()
    {
        await base.ReadAsync();
        if (View is { File: { ReferralBody: { } body, ReferralAddress: { } address } } && _body.Length + _address.Length == 0)
        {
            (_body, _address) = (body, address);
        }
    }

    private Task SubmitAsync() => RunAsync(act => Service.SubmitReferralAsync(Context.RequestId, _body, _address, act), "Surat rujukan diajukan untuk ditandatangani.");

    private Task RecallAsync() => RunAsync(act => Service.RecallReferralAsync(Context.RequestId, act), "Konsep surat rujukan ditarik.");

    private Task FinishAsync() => RunAsync(act => Service.FinishReferralAsync(Context.RequestId, _returned, act), "Rujukan selesai.");
}
