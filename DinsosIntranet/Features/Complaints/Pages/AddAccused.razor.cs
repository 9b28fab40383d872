using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Complaints.Pages;

/// <summary>Names a member of staff who turned out to be complained about.</summary>
public sealed partial class AddAccused
{
    private Guid? _chosen;

    [Parameter, EditorRequired]
    public required IReadOnlyList<StaffChoice> Staff { get; set; }

    [Parameter, EditorRequired]
    public required FormErrors Errors { get; set; }

    /// <summary>Answers whether it was recorded.</summary>
    [Parameter, EditorRequired]
    public required Func<Guid?, Task<bool>> OnAdd { get; set; }

    private void Choose(ChangeEventArgs change) => _chosen = Guid.TryParse(change.Value as string, out var id) ? id : null;

    private async Task AddAsync()
    {
        if (await OnAdd(_chosen))
        {
            _chosen = null;
        }
    }
}
