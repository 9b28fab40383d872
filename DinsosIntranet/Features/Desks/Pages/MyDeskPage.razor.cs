using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Dispositions;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Text;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace DinsosIntranet.Features.Desks.Pages;

/// <summary>"Meja saya": what I hold, what waits at my desks, what was disposed to me, and what to do next.</summary>
public sealed partial class MyDeskPage
{
    /// <summary>How often it is asked whether the pointer has left the rows, while something waits to be shown.</summary>
    private static readonly TimeSpan Asking = TimeSpan.FromMilliseconds(500);

    private readonly DeskScreen _screen = new();
    private DeskView? _view;

    /// <summary>Another one has other roles, and so other desks.</summary>
    private Actor? _shownTo;
    private Guid? _focusId;
    private string? _problem;
    private string? _dispositionProblem;
    private int _reading;
    private bool _watching;
    private readonly OneAtATime _acts = new();

    [Inject] public required DeskQueries Queries { get; init; }

    [Inject] public required DeskService Desks { get; init; }

    [Inject] public required DispositionService Dispositions { get; init; }

    [Inject] public required ActingUser Acting { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [Inject] public required IJSRuntime Js { get; init; }

    [CascadingParameter] public Actor? Actor { get; set; }

    [SupplyParameterFromQuery] public string? Waktu { get; set; }

    [SupplyParameterFromQuery] public string? Tabel { get; set; }

    [SupplyParameterFromQuery] public string? Hal { get; set; }

    private TimeFilter Filter => TimeFilters.FromCode(Waktu);

    private bool HasNext => _screen.Shown is { Next.Count: > 0 };

    private bool TakesPeopleIn => Actor is not null && RequestAccess.MayRegister(Actor);

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

    protected override void OnInitialized()
    {
        Follow(Topic.Work, Topic.Dispositions, Topic.Letters, Topic.Agency);
        FollowTheClock();
    }

    protected override async Task OnParametersSetAsync()
    {
        var view = new DeskView(Filter, Tabel, AddressValues.Page(Hal));
        if (Actor is not null && (view != _view || !ReferenceEquals(_shownTo, Actor)))
        {
            (_view, _shownTo) = (view, Actor);
            await ReadAsync(ownAct: true);
        }
    }

    // A page of 25 needs no pager, and the pager shows itself whenever there is anything to count.
    private static int PagedTotal(DeskTable table) => table.Total > DeskQueries.PageSize ? table.Total : 0;

    private string HrefFor(DeskTable table, int page) => Navigation.GetUriWithQueryParameters(
        "/",
        new Dictionary<string, object?> { ["waktu"] = Filter.Code(), ["tabel"] = table.Code, ["hal"] = page });

    protected override Task RefreshAsync() => _view is null ? Task.CompletedTask : ReadAsync(ownAct: false);

    /// <summary>Reads again. What the viewer did is shown at once; what others did waits while a row is in use.</summary>
    private async Task ReadAsync(bool ownAct)
    {
        var reading = ++_reading;
        var desk = await Queries.MyDeskAsync(Actor!, _view!);
        var rests = !ownAct && await RestsAsync();
        if (reading != _reading)
        {
            return;
        }

        _screen.Offer(desk, rests);
        if (_screen.WaitingText is not null && !_watching)
        {
            _watching = true;
            _ = WatchAsync();
        }
    }

    /// <summary>The browser knows best whether the pointer or the focus is on a row now.</summary>
    private async Task<bool> RestsAsync()
    {
        try
        {
            return await Js.InvokeAsync<bool>("dinsos.barisDipakai");
        }
        catch (Exception exception) when (exception is JSDisconnectedException or OperationCanceledException)
        {
            return false;
        }
    }

    private async Task WatchAsync()
    {
        while (_screen.WaitingText is not null && await WaitAsync(Asking))
        {
            if (!await RestsAsync() && !Gone.IsCancellationRequested)
            {
                ShowWaiting();
                StateHasChanged();
            }
        }

        _watching = false;
    }

    private void ShowWaiting() => _screen.ShowWaiting();

    private async Task<bool> WaitAsync(TimeSpan time)
    {
        try
        {
            await Task.Delay(time, Time, Gone);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
