using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Live;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Complaints.Pages;

/// <summary>On "Meja saya": complaints whose limit is near, for who holds them and the desk above, and those the person's team examines.</summary>
public sealed partial class WaitingComplaints
{
    private IReadOnlyList<WaitingComplaint> _rows = [];
    private Guid? _read;

    [Inject]
    public required InvestigationQueries Queries { get; init; }

    [Parameter, EditorRequired]
    public required Actor Actor { get; set; }

    protected override void OnInitialized() => Follow(Topic.Work);

    protected override async Task OnParametersSetAsync()
    {
        if (_read != Actor.UserId)
        {
            _read = Actor.UserId;
            await ReadAsync();
        }
    }

    protected override async Task ReadAsync() => _rows = await Queries.WaitingAsync(Actor, Gone);
}
