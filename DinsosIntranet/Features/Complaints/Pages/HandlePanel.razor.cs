using DinsosIntranet.Features.Complaints.Domain;

namespace DinsosIntranet.Features.Complaints.Pages;

/// <summary>The division's step: the written answer that was given, or back to be disposed again.</summary>
public sealed partial class HandlePanel
{
    private readonly AnswerInput _input = new();
    private IReadOnlyList<StaffChoice> _staff = [];
    private string _reason = "";
    private string _whyTeam = "";

    private bool HasTeams => ReviewRules.KnowsTeams(Context.Standard);

    protected override async Task BeginAsync(ComplaintView view)
    {
        _input.Way = view.Complaint.AnswerWayCode;
        (_staff, _) = await Queries.StaffAsync(Gone);
    }

    private Task<bool> AnswerAsync() => RunAsync(act => Service.AnswerAsync(Context.RequestId, _input, act), "Jawaban dicatat. Pengaduan ditutup.");

    private Task<bool> ReturnAsync() => RunAsync(act => Service.ReturnAsync(Context.RequestId, _reason, act), "Dikembalikan untuk didisposisi lagi.");

    private Task<bool> AskForTeamAsync() => RunAsync(act => Service.AskForTeamAsync(Context.RequestId, _whyTeam, act), "Kepala Dinas diminta membentuk tim.");

    private Task<bool> ToSuperiorAsync() => RunAsync(act => Service.ToSuperiorAsync(Context.RequestId, act), "Diserahkan ke atasan Kepala Dinas.");

    private Task<bool> AccuseAsync(Guid? staffId) => RunAsync(act => Service.AddAccusedAsync(Context.RequestId, staffId, act), "Pegawai yang diadukan dicatat. Ia tidak melihat pengaduan ini lagi.");
}
