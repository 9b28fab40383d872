using DinsosIntranet.Features.Assignments;
using DinsosIntranet.Features.Assignments.Domain;
using DinsosIntranet.Features.Repatriation.Domain;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Repatriation.Pages;

/// <summary>The branch Ya: the team, its vehicle and its letter of assignment, and where the migrants are met.</summary>
public sealed partial class PlanJourneyPanel
{
    private List<Migrant>? _typed;
    private AssignmentView? _team;
    private IReadOnlyList<MemberInput> _staff = [];
    private PlanJourney _plan = new();
    private bool _isFilled;

    [Inject]
    public required AssignmentQueries Assignments { get; init; }

    protected override async Task ReadAsync()
    {
        await base.ReadAsync();
        _team = await Assignments.FindAsync(Context.RequestId, Context.Viewer);
        _staff = await Assignments.StaffAsync(Context.RequestId, Context.Viewer);
        if (!_isFilled && View is { } view)
        {
            _isFilled = true;
            _plan = new PlanJourney
            {
                Team = _team?.ToInput() ?? new AssignmentInput { Basis = "Disposisi Kepala Dinas", Task = "Menjemput dan mengantar warga migran dari titik debarkasi ke desa/kelurahan asal" },
                Point = view.File.Point ?? "",
                MeetOn = view.File.MeetOn,
            };
        }
    }

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

    private Task SubmitAsync() => RunAsync(act => Service.SubmitTeamAsync(Context.RequestId, _plan, act), "Surat tugas tim diajukan untuk ditandatangani.");

    private Task RecallAsync() => RunAsync(act => Service.RecallTeamAsync(Context.RequestId, act), "Surat tugas ditarik; orang dan kendaraannya bebas lagi.");

    private Task FormAsync() => RunAsync(act => Service.FormTeamAsync(Context.RequestId, act), "Tim pengantar terbentuk.");
}
