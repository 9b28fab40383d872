using DinsosIntranet.Features.Complaints.Domain;

namespace DinsosIntranet.Features.Complaints.Pages;

/// <summary>The letter that gives a complaint to another body, or to the superior of the head, and its delivery.</summary>
public sealed partial class TransferPanel
{
    private readonly TransferInput _input = new();
    private ComplaintSuperior? _superior;
    private string _toldWay = "";
    private string _whyNot = "";
    private readonly SuperiorDecision _decision = new();

    private bool KnowsDecision => IsToSuperior && ReviewRules.KnowsTeams(Context.Standard);

    private bool IsToSuperior => Context.Step.Action == ComplaintService.HandUpAction;

    protected override async Task BeginAsync(ComplaintView view)
    {
        _toldWay = view.Complaint.AnswerWayCode;
        if (view.Transfer is { } transfer)
        {
            (_input.GroundCode, _input.Body, _input.Place, _input.Reason) = (transfer.GroundCode ?? "", transfer.Body, transfer.Place, transfer.Reason);
        }

        _superior = IsToSuperior ? await Queries.SuperiorAsync(Gone) : null;
    }

    private Task<bool> SubmitAsync() => RunAsync(act => Service.SubmitTransferAsync(Context.RequestId, _input, act), "Surat diajukan untuk ditandatangani.");

    private Task<bool> RecallAsync() => RunAsync(act => Service.RecallTransferAsync(Context.RequestId, act), "Konsep surat ditarik kembali.");

    private Task<bool> ConveyAsync() => RunAsync(
        act => Service.ConveyTransferAsync(Context.RequestId, _toldWay, act), IsToSuperior ? "Pengaduan diserahkan ke atasan Kepala Dinas." : "Pengaduan diteruskan dan ditutup.");

    private Task<bool> DecideAsync() => RunAsync(act => Service.RecordSuperiorAsync(Context.RequestId, _decision, act), "Putusan atasan dicatat. Jawab pengadu sesuai putusan itu.");

    private Task<bool> GiveUpAsync() => RunAsync(act => Service.GiveUpPassOnAsync(Context.RequestId, _whyNot, act), "Penerusan dibatalkan. Pengaduan ditelaah lagi.");
}
