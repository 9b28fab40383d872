using DinsosIntranet.Features.PublicInformation.Domain;

namespace DinsosIntranet.Features.PublicInformation.Pages;

/// <summary>The last step: the evidence is made, signed by both or sent along, and the information given.</summary>
public sealed partial class HandOverInformationPanel
{
    private InformationHandOverInput _input = new();
    private bool _signed;
    private bool _again;

    private bool IsCollected => View?.HandOver?.HandOver.Way == DeliveryWay.Collect;

    private bool NeedsParcel => _input.Way is DeliveryWay.Courier or DeliveryWay.Post;

    protected override void Begin(InformationPanelView view)
    {
        _input.Way = view.HandOver?.HandOver.Way ?? view.Information.Delivery ?? DeliveryWay.Collect;
        _input.ReceiverName = view.HandOver?.HandOver.ReceiverName ?? view.ReceiverName;
        _input.ReceiverIdentity = view.HandOver?.HandOver.ReceiverIdentity ?? view.Information.ProxyIdentity ?? "";
        _input.Note = view.HandOver?.HandOver.Note ?? "";
    }

    protected override Task RestoreAsync() => KeepAsync(() => _input, kept => _input = kept);

    private async Task PrepareAsync()
    {
        if (await RunAsync(Errors, act => Service.PrepareHandOverAsync(Context.RequestId, _input, act), "Tanda bukti dibuat. Cetak, lalu tandatangani bersama penerima."))
        {
            (_again, _signed) = (false, false);
        }
    }

    private Task<bool> CompleteAsync() => RunAsync(Errors, act => Service.CompleteHandOverAsync(Context.RequestId, _signed, act), "Informasi sudah diserahkan. Permohonan selesai.");
}
