using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.Features.Desks.Pages;

/// <summary>What can be done without leaving the desk; each act shows its result in the row it was done in.</summary>
public sealed partial class MyDeskPage
{
    private static readonly TimeSpan LostRowStays = TimeSpan.FromSeconds(5);

    private Task ActAsync(DeskRow row, DeskAct act, string table) => AloneAsync(async () =>
    {
        var context = await Acting.ActAsync();
        var outcome = act switch
        {
            DeskAct.Release => await Desks.ReleaseAsync(row.Id, context),
            DeskAct.Resume => await Desks.ResumeAsync(row.Id, context),
            _ => await Desks.ClaimAsync(row.Id, context),
        };
        if (outcome.IsOk && act == DeskAct.ClaimAndOpen)
        {
            Navigation.NavigateTo($"/permohonan/{row.Id}");
            return;
        }

        if (!outcome.IsOk)
        {
            _ = ForgetLaterAsync(_screen.Lose(row, table, outcome.Message));
        }

        await ReadAsync(ownAct: true);
        _focusId = outcome.IsOk && act != DeskAct.Release ? row.Id : null;
    });

    private async Task ForgetLaterAsync(LostRow lost)
    {
        if (await WaitAsync(LostRowStays))
        {
            await InvokeAsync(() =>
            {
                _screen.Forget(lost);
                StateHasChanged();
            });
        }
    }

    /// <summary>Opens the most urgent; what lies in a queue is claimed first, and whoever loses that race tries the next one.</summary>
    private Task WorkNextAsync() => AloneAsync(async () =>
    {
        foreach (var next in _screen.Shown!.Next)
        {
            var outcome = next.IsMine ? Outcome.Ok() : await Desks.ClaimAsync(next.Id, await Acting.ActAsync());
            if (outcome.IsOk)
            {
                Navigation.NavigateTo($"/permohonan/{next.Id}");
                return;
            }

            _problem = outcome.Message;
        }

        await ReadAsync(ownAct: true);
    });

    private Task MarkReadAsync(DispositionRow row) => AloneAsync(async () =>
    {
        var outcome = await Dispositions.MarkReadAsync(row.Id, await Acting.ActAsync());
        _dispositionProblem = outcome.IsOk ? null : outcome.Message;
        await ReadAsync(ownAct: true);
    });

    /// <summary>One act at a time: a second press while the first is under way is ignored.</summary>
    private async Task AloneAsync(Func<Task> act)
    {
        using var turn = _acts.Begin();
        if (turn is null)
        {
            return;
        }

        _problem = null;
        await act();
    }
}
