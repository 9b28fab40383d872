using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Intake.Pages;

/// <summary>The last merges, and the way to take one apart for those who may.</summary>
public sealed partial class MergeLog
{
    private readonly OneAtATime _acts = new();
    private IReadOnlyList<MergeRow>? _rows;
    private Guid? _open;
    private string _reason = "";
    private string? _problem;
    private string? _done;

    [Inject] public required PersonMergeQueries Queries { get; init; }

    [Inject] public required PersonMergeService Service { get; init; }

    [Inject] public required ActingUser Acting { get; init; }

    [CascadingParameter] public Actor? Actor { get; set; }

    private bool MayUndo => Actor is not null && MergeRules.MayUndo(Actor);

    protected override async Task OnInitializedAsync() => await ReadAsync();

    private async Task ReadAsync() => _rows = Actor is null ? [] : await Queries.LastAsync(Actor);

    private void Open(Guid? id) => (_open, _reason, _problem, _done) = (id, "", null, null);

    private async Task UndoAsync(Guid id)
    {
        using var turn = _acts.Begin();
        if (turn is null)
        {
            return;
        }

        var outcome = await Service.UndoAsync(id, _reason, await Acting.ActAsync());
        _problem = outcome.IsOk ? null : outcome.Message;
        if (outcome.IsOk)
        {
            Open(null);
            _done = "Kedua catatan terpisah lagi.";
            await ReadAsync();
        }
    }
}
