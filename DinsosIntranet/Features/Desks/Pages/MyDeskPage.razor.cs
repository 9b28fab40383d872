using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Dispositions;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Desks.Pages;

/// <summary>"Meja saya": what I hold, what waits at my desks, what was disposed to me, and what to do next.</summary>
public sealed partial class MyDeskPage
{
    private static readonly TimeSpan LostRowStays = TimeSpan.FromSeconds(5);

    /// <summary>Rows do not slide away the moment the pointer leaves one for the next.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(400);

    private readonly DeskScreen _screen = new();
    private readonly CancellationTokenSource _gone = new();
    private LiveRefresh? _live;
    private ITimer? _minute;
    private DeskView? _view;
    private Guid? _focusId;
    private string? _problem;
    private string? _dispositionProblem;
    private int _reading;
    private int _resting;
    private bool _pointed;
    private bool _focused;
    private bool _busy;

    [Inject] public required DeskQueries Queries { get; init; }

    [Inject] public required DeskService Desks { get; init; }

    [Inject] public required DispositionService Dispositions { get; init; }

    [Inject] public required ActingUser Acting { get; init; }

    [Inject] public required ChangeFeed Feed { get; init; }

    [Inject] public required TimeProvider Time { get; init; }

    [Inject] public required NavCounts Counts { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [CascadingParameter] public Actor? Actor { get; set; }

    [SupplyParameterFromQuery] public string? Waktu { get; set; }

    [SupplyParameterFromQuery] public string? Tabel { get; set; }

    [SupplyParameterFromQuery] public int? Hal { get; set; }

    private TimeFilter Filter => TimeFilters.FromCode(Waktu);

    private bool ServesPeople => Actor is not null && RequestAccess.MaySee(Actor);

    private string? Context => _screen.Shown is not { } desk ? null
        : ServesPeople ? $"{desk.DateText} · {desk.Unit} · {desk.DoneToday} selesai hari ini"
        : $"{desk.DateText} · {desk.Unit}";

    private string? EmptyQueues
    {
        get
        {
            var names = _screen.Shown!.Queues.Where(q => _screen.RowsOf(q).Count == 0).Select(q => q.Name).ToList();
            return names.Count == 0 || Filter != TimeFilter.All ? null : "Antrean " + string.Join(", ", names);
        }
    }

    public void Dispose()
    {
        _live?.Dispose();
        _minute?.Dispose();
        _gone.Cancel();
        _gone.Dispose();
    }

    protected override void OnInitialized()
    {
        _live = new LiveRefresh(Feed, Time, RefreshAsync, _ => true, Topic.Work, Topic.Dispositions, Topic.Letters);
        _minute = Time.CreateTimer(_ => _ = RefreshAsync(), null, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));
    }

    protected override async Task OnParametersSetAsync()
    {
        var view = new DeskView(Filter, Tabel, Hal ?? 1);
        if (view != _view && Actor is not null)
        {
            _view = view;
            await ReadAsync(rests: false);
        }
    }

    // A page of 25 needs no pager, and the pager shows itself whenever there is anything to count.
    private static int PagedTotal(DeskTable table) => table.Total > DeskQueries.PageSize ? table.Total : 0;

    private string HrefFor(DeskTable table, int page) => Navigation.GetUriWithQueryParameters(
        "/",
        new Dictionary<string, object?> { ["waktu"] = Filter.Code(), ["tabel"] = table.Code, ["hal"] = page });

    private Task RefreshAsync() => InvokeAsync(async () =>
    {
        try
        {
            if (!_gone.IsCancellationRequested && _view is not null)
            {
                await ReadAsync(_pointed || _focused);
                StateHasChanged();
            }
        }
        catch (Exception exception)
        {
            await DispatchExceptionAsync(exception);
        }
    });

    private async Task ReadAsync(bool rests)
    {
        var reading = ++_reading;
        var desk = await Queries.MyDeskAsync(Actor!, _view!);
        if (reading == _reading)
        {
            _screen.Offer(desk, rests);
            Counts.Set("/", desk.Counts.All);
        }
    }

    private void ShowWaiting() => _screen.ShowWaiting();

    private Task PointerAsync(bool isOn) => RestAsync(isOn, _focused);

    private Task FocusAsync(bool isOn) => RestAsync(_pointed, isOn);

    private async Task RestAsync(bool pointed, bool focused)
    {
        (_pointed, _focused) = (pointed, focused);
        var resting = ++_resting;
        if (!pointed && !focused && await WaitAsync(Settling) && resting == _resting)
        {
            _screen.ShowWaiting();
        }
    }

    private async Task<bool> WaitAsync(TimeSpan time)
    {
        try
        {
            await Task.Delay(time, Time, _gone.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

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

        await ReadAsync(rests: false);
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

        await ReadAsync(rests: false);
    });

    private Task MarkReadAsync(DispositionRow row) => AloneAsync(async () =>
    {
        var outcome = await Dispositions.MarkReadAsync(row.Id, await Acting.ActAsync());
        _dispositionProblem = outcome.IsOk ? null : outcome.Message;
        await ReadAsync(rests: false);
    });

    /// <summary>One act at a time: a second press while the first is under way is ignored.</summary>
    private async Task AloneAsync(Func<Task> act)
    {
        if (_busy)
        {
            return;
        }

        (_busy, _problem) = (true, null);
        try
        {
            await act();
        }
        finally
        {
            _busy = false;
        }
    }
}
