using System.Globalization;
using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Live;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.VictimCases.Pages;

/// <summary>Cases by code. What is searched for never enters the address.</summary>
public sealed partial class CaseListPage
{
    private static readonly (CaseFilter Filter, string Text, string Address)[] Filters =
        [(CaseFilter.Running, "Berjalan", "/kasus"), (CaseFilter.Mine, "Tim saya", "/kasus?lihat=tim"), (CaseFilter.Closed, "Selesai", "/kasus?lihat=selesai")];

    private readonly CancellationTokenSource _gone = new();
    private LiveRefresh? _live;
    private CaseList? _list;
    private IReadOnlyList<CaseRow>? _found;
    private IReadOnlyList<Guid> _foundIds = [];
    private IReadOnlyList<DeadlineRow> _deadlines = [];
    private IReadOnlyList<ConflictRow> _conflicts = [];
    private (CaseFilter, int)? _shown;
    private string _text = "";
    private string? _error;
    private int _reading;
    private bool _mayReadRecap;

    [Inject]
    public required CaseQueries Cases { get; init; }

    [Inject]
    public required CaseRecap Recap { get; init; }

    [Inject]
    public required ConflictQueries Conflicts { get; init; }

    [Inject]
    public required CaseSearch Search { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required ChangeFeed Feed { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    [CascadingParameter]
    public Actor? Actor { get; set; }

    [SupplyParameterFromQuery]
    public string? Lihat { get; set; }

    [SupplyParameterFromQuery]
    public string? Hal { get; set; }

    private CaseFilter Filter => CaseAddress.Filter(Lihat);

    private int PageAsked => int.TryParse(Hal, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0 ? page : 1;

    private IReadOnlyList<CaseRow>? Rows => _found ?? _list?.Rows;

    private string EmptyText => _found is not null ? "Tidak ditemukan." : Filter switch
    {
        CaseFilter.Mine => "Anda belum menjadi anggota tim kasus mana pun.",
        CaseFilter.Closed => "Belum ada kasus yang selesai.",
        _ => "Tidak ada kasus yang berjalan.",
    };

    protected override void OnInitialized() =>
        _live = new LiveRefresh(Feed, Time, () => InvokeAsync(RefreshAsync), _ => true, Topic.Cases, Topic.Work);

    protected override async Task OnParametersSetAsync()
    {
        if (Actor is not null && _shown != (Filter, PageAsked))
        {
            (_found, _foundIds) = (null, []);
            _mayReadRecap = await Recap.MayReadAsync(Actor);
            await ReadAsync();
        }
    }

    public void Dispose()
    {
        _live?.Dispose();
        _gone.Cancel();
        _gone.Dispose();
    }

    private string HrefFor(int page) => new Uri(Navigation.GetUriWithQueryParameter("hal", page > 1 ? (int?)page : null)).PathAndQuery;

    private async Task SearchAsync()
    {
        var outcome = await Search.FindAsync(_text, await Acting.ActAsync(), _gone.Token);
        _error = outcome.IsOk ? null : outcome.Message;
        if (outcome.IsOk)
        {
            _foundIds = outcome.Value;
            _found = await Cases.RowsAsync(_foundIds, Actor!, _gone.Token);
            _text = "";
        }
    }

    private void ShowAll() => (_found, _foundIds) = (null, []);

    private async Task RefreshAsync()
    {
        try
        {
            if (!_gone.IsCancellationRequested)
            {
                await ReadAsync();
                StateHasChanged();
            }
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    private async Task ReadAsync()
    {
        if (Actor is null)
        {
            return;
        }

        var reading = ++_reading;
        var asked = (Filter, PageAsked);
        var list = await Cases.ListAsync(Actor, asked.Filter, asked.PageAsked, _gone.Token);
        var found = _foundIds.Count > 0 ? await Cases.RowsAsync(_foundIds, Actor, _gone.Token) : _found;
        var conflicts = await Conflicts.WaitingAsync(Actor, _gone.Token);
        var deadlines = await Cases.DeadlinesAsync(Actor, _gone.Token);
        if (reading == _reading)
        {
            (_list, _shown, _found, _deadlines, _conflicts) = (list, asked, found, deadlines, conflicts);
        }
    }
}
