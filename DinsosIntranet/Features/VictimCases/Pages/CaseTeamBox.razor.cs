using DinsosIntranet.Shared.Acting;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.VictimCases.Pages;

/// <summary>Who belongs to the case, and for those who decide: taking in, letting go, locking.</summary>
public sealed partial class CaseTeamBox
{
    private string _chosen = "";

    [Inject]
    public required CaseService Service { get; init; }

    [Parameter, EditorRequired]
    public required CaseView View { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<Candidate> Candidates { get; set; }

    [Parameter, EditorRequired]
    public required EventCallback<CaseAct> OnAct { get; set; }

    private async Task AddAsync()
    {
        if (Guid.TryParse(_chosen, out var userId))
        {
            _chosen = "";
            await DoAsync(act => Service.AddMemberAsync(View.Id, userId, act), "Anggota ditambahkan.");
        }
    }

    private Task MakeLead(Guid userId) => DoAsync(act => Service.MakeLeadAsync(View.Id, userId, act), "Penanggung jawab diganti.");

    private Task Remove(Guid userId) => DoAsync(act => Service.RemoveMemberAsync(View.Id, userId, act), "Anggota dikeluarkan.");

    private Task LockAsync() => DoAsync(act => Service.LockAsync(View.Id, act), "Kasus terkunci.");

    private Task UnlockAsync() => DoAsync(act => Service.UnlockAsync(View.Id, act), "Kunci kasus dibuka.");

    private Task DoAsync(Func<ActionContext, Task<Outcome>> act, string done) => OnAct.InvokeAsync(new CaseAct(act, done));
}
