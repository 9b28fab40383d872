using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.PublicInformation.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Ui;

namespace DinsosIntranet.Features.PublicInformation.Pages;

/// <summary>The step of processing: the documents with their files, and the written notice on its way to the applicant.</summary>
public sealed partial class ProvideInformationPanel
{
    private readonly FormErrors _itemErrors = new("dokumen");
    private NoticeInput _notice = new();
    private InformationItemInput _item = new();
    private DeliveryWay? _way;

    private bool IsHeld => View?.Information.Decision != InformationDecision.NotHeld;

    /// <summary>What the notice lists stays as it is while the notice is with its signer, or out.</summary>
    private bool CanChange => Context.CanWork && View?.Notice is null;

    protected override void Begin(InformationPanelView view)
    {
        _notice.PreparationDays = view.Information.PreparationDays ?? 0;
        _notice.RedactionNote = view.Information.RedactionNote ?? "";
        _way = view.Information.Delivery;
        _item.Form = view.Information.CopyForm ?? CopyForm.Soft;
    }

    protected override Task RestoreAsync() => KeepAsync(
        () => new ProvideDraft(_notice, _item, _way),
        kept => (_notice, _item, _way) = (kept.Notice, kept.Item, kept.Way));

    private async Task<Outcome> SubmitReferralAsync(ReferralInput input)
    {
        Outcome? kept = null;
        await RunAsync(new FormErrors(""), async act => kept = await Service.SubmitReferralAsync(Context.RequestId, input, act), "Surat penerusan diajukan untuk ditandatangani.");
        return kept ?? Outcome.Refused([]);
    }

    private async Task<Outcome> SendReferralAsync(DeliveryWay? way)
    {
        Outcome? kept = null;
        await RunAsync(new FormErrors(""), async act => kept = await Service.SendReferralAsync(Context.RequestId, way, act), "Surat penerusan dicatat terkirim.");
        return kept ?? Outcome.Refused([]);
    }

    private Task<bool> RecallReferralAsync() => RunAsync(Errors, act => Service.RecallAsync(Context.RequestId, LetterKinds.InformationReferral, act), "Konsep surat penerusan ditarik kembali.");

    private async Task AddAsync()
    {
        if (await RunAsync(_itemErrors, act => Service.AddItemAsync(Context.RequestId, _item, act), "Dokumen ditambahkan."))
        {
            _item = new InformationItemInput { Form = _item.Form };
            Typed();
        }
    }

    private Task<bool> RemoveAsync(Guid id) => RunAsync(_itemErrors, act => Service.RemoveItemAsync(Context.RequestId, id, act), "Dokumen dihapus.");

    private Task<bool> SubmitAsync() => RunAsync(Errors, act => Service.SubmitNoticeAsync(Context.RequestId, _notice, act), "Pemberitahuan tertulis diajukan untuk ditandatangani.");

    private Task<bool> RecallAsync() => RunAsync(Errors, act => Service.RecallAsync(Context.RequestId, LetterKinds.InformationNotice, act), "Konsep pemberitahuan ditarik kembali.");

    private Task<bool> ConveyAsync() => RunAsync(
        Errors,
        act => Service.ConveyNoticeAsync(Context.RequestId, _way, act),
        IsHeld ? "Pemberitahuan disampaikan. Buat tanda bukti saat informasi diserahkan." : "Pemohon sudah diberi tahu. Permohonan ditutup.");

    private sealed record ProvideDraft(NoticeInput Notice, InformationItemInput Item, DeliveryWay? Way);
}
