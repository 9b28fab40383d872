using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.PublicInformation.Domain;

namespace DinsosIntranet.Features.PublicInformation.Pages;

/// <summary>The step of refusing: the decision on its way to the signer, and its delivery to the applicant.</summary>
public sealed partial class RefuseInformationPanel
{
    private string _note = "";
    private DeliveryWay? _way;

    protected override void Begin(InformationPanelView view)
    {
        _note = view.Information.RefusalNote ?? "";
        _way = view.Information.Delivery;
    }

    protected override Task RestoreAsync() => KeepAsync(() => new RefuseDraft(_note, _way), kept => (_note, _way) = (kept.Note, kept.Way));

    private Task<bool> SubmitAsync() => RunAsync(Errors, act => Service.SubmitRefusalAsync(Context.RequestId, _note, act), "Keputusan penolakan diajukan untuk ditandatangani.");

    private Task<bool> RecallAsync() => RunAsync(Errors, act => Service.RecallAsync(Context.RequestId, LetterKinds.InformationRefusal, act), "Konsep keputusan ditarik kembali.");

    private Task<bool> ConveyAsync() => RunAsync(Errors, act => Service.ConveyRefusalAsync(Context.RequestId, _way, act), "Alasan penolakan disampaikan. Permohonan ditutup.");

    private sealed record RefuseDraft(string Note, DeliveryWay? Way);
}
