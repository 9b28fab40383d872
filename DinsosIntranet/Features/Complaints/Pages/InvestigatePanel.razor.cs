using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.Features.Complaints.Pages;

/// <summary>The team's step on the complaint's own page: its log, its result, and the team itself.</summary>
public sealed partial class InvestigatePanel
{
    private IReadOnlyList<StaffChoice> _staff = [];
    private string _whyChange = "";

    private bool MayChange => Context.CanWork || Context.Viewer.HasAny(StaffRole.HeadOfAgency, StaffRole.ComplaintOfficer);

    protected override async Task BeginAsync(ComplaintView view) => (_staff, _) = await Queries.StaffAsync(Gone);

    private Task<bool> ChangeTeamAsync() => RunAsync(act => Service.ChangeTeamAsync(Context.RequestId, _whyChange, act), "Kepala Dinas diminta membentuk tim lagi.");

    private Task<bool> AccuseAsync(Guid? staffId) => RunAsync(act => Service.AddAccusedAsync(Context.RequestId, staffId, act), "Pegawai yang diadukan dicatat. Ia tidak melihat pengaduan ini lagi.");
}
