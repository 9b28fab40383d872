using DinsosIntranet.Features.Assignments;
using DinsosIntranet.Features.Assignments.Domain;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Repatriation.Pages;

/// <summary>The branch Ya: the team, its vehicle and its letter of assignment, and where the migrants are met.</summary>
public sealed partial class PlanBox
{
    private readonly FormErrors _errors = new("tim");
    private RepatriationView? _shown;
    private AssignmentView? _team;
    private IReadOnlyList<MemberInput> _staff = [];
    private PlanJourney _plan = new();
    private bool _isFilled;

    [Inject]
    public required AssignmentQueries Assignments { get; init; }

    protected override async Task OnParametersSetAsync()
    {
        if (ReferenceEquals(_shown, View))
        {
            return;
        }

        _shown = View;
        _team = await Assignments.FindAsync(Journey.Id, Journey.Viewer);
        _staff = await Assignments.StaffAsync(Journey.Id, Journey.Viewer);
        if (!_isFilled)
        {
            _isFilled = true;
            _plan = new PlanJourney
            {
                Team = _team?.ToInput() ?? new AssignmentInput { Basis = "Disposisi Kepala Dinas", Task = "Menjemput dan mengantar warga migran dari titik debarkasi ke desa/kelurahan asal" },
                Point = View.File.Point ?? "",
                MeetOn = View.File.MeetOn,
            };
        }
    }

    private async Task SubmitAsync() => await RunAsync(_errors, act => Service.SubmitTeamAsync(Journey.Id, _plan, act), "Surat tugas tim diajukan untuk ditandatangani.");

    private async Task RecallAsync() => await RunAsync(_errors, act => Service.RecallTeamAsync(Journey.Id, act), "Surat tugas ditarik; orang dan kendaraannya bebas lagi.");

    private async Task ReplaceAsync() => await RunAsync(_errors, act => Service.ReplaceTeamAsync(Journey.Id, act), "Tim disusun ulang; orang dan kendaraannya bebas lagi.");

    private async Task FormAsync() => await RunAsync(_errors, act => Service.FormTeamAsync(Journey.Id, act), "Tim pengantar terbentuk.");
}
