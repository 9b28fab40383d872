using DinsosIntranet.Features.Assignments;
using DinsosIntranet.Features.Assignments.Domain;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Complaints.Pages;

/// <summary>The head forms the team of a heavy complaint; its letter of assignment goes before the signer.</summary>
public sealed partial class TeamPanel
{
    private AssignmentInput _input = new();
    private IReadOnlyList<MemberInput> _people = [];
    private IReadOnlyList<StaffChoice> _staff = [];
    private string _whyNoTeam = "";

    [Inject]
    public required AssignmentQueries Assignments { get; init; }

    protected override async Task BeginAsync(ComplaintView view)
    {
        (_staff, _) = await Queries.StaffAsync(Gone);
        _people = await Assignments.StaffAsync(Context.RequestId, Context.Viewer, Gone);
        _input = Investigation?.Team?.ToInput() ?? new AssignmentInput
        {
            Basis = $"Pengaduan nomor {Context.Number} yang diterima {view.ReceivedText}",
            Task = $"Memeriksa pengaduan nomor {Context.Number}",
            From = Investigation?.Today,
        };
    }

    private async Task<bool> FormAsync() => await RunAsync(act => Service.FormTeamAsync(Context.RequestId, _input, act), "Tim dibentuk. Surat tugas diajukan untuk ditandatangani.");

    private Task<bool> RecallAsync() => RunAsync(act => Service.RecallTeamAsync(Context.RequestId, act), "Surat tugas ditarik kembali.");

    private Task<bool> BeginWorkAsync() => RunAsync(act => Service.BeginTeamWorkAsync(Context.RequestId, act), "Pengaduan diserahkan ke ketua tim.");

    private Task<bool> GiveUpAsync() => RunAsync(act => Service.GiveUpTeamAsync(Context.RequestId, _whyNoTeam, act), "Tim tidak jadi dibentuk. Disposisikan ke bidang.");

    private Task<bool> ToSuperiorAsync() => RunAsync(act => Service.ToSuperiorAsync(Context.RequestId, act), "Diserahkan ke atasan Kepala Dinas.");

    private async Task<bool> AccuseAsync(Guid? staffId)
    {
        var done = await RunAsync(act => Service.AddAccusedAsync(Context.RequestId, staffId, act), "Pegawai yang diadukan dicatat. Ia tidak melihat pengaduan ini lagi.");
        _people = await Assignments.StaffAsync(Context.RequestId, Context.Viewer, Gone);
        return done;
    }
}
