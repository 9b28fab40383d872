using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Text;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.VictimCases.Pages;

/// <summary>Cases by code. What is searched for never enters the address.</summary>
public sealed partial class CaseListPage
{
    private static readonly (CaseFilter Filter, string Text, string Address)[] Filters =
        [(CaseFilter.Running, "Berjalan", "/kasus"), (CaseFilter.Mine, "Tim saya", "/kasus?lihat=tim"), (CaseFilter.Closed, "Selesai", "/kasus?lihat=selesai")];

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

    [CascadingParameter]
    public Actor? Actor { get; set; }

    [SupplyParameterFromQuery]
    public string? Lihat { get; set; }

    [SupplyParameterFromQuery]
    public string? Hal { get; set; }

    private CaseFilter Filter => CaseAddress.Filter(Lihat);

    private int PageAsked => AddressValues.Page(Hal);

    private IReadOnlyList<CaseRow>? Rows => _found ?? _list?.Rows;

    private string EmptyText => _found is not null ? "Tidak ditemukan." : Filter switch
    {
        CaseFilter.Mine => "Anda belum menjadi anggota tim kasus mana pun.",
        CaseFilter.Closed => "Belum ada kasus yang selesai.",
        _ => "Tidak ada kasus yang berjalan.",
    };

    protected override void OnInitialized() => Follow(Topic.Cases, Topic.Work);

    protected override async Task OnParametersSetAsync()
    {
        if (Actor is not null && _shown != (Filter, PageAsked))
        {
            (_found, _foundIds) = (null, []);
            _mayReadRecap = await Recap.MayReadAsync(Actor);
            await ReadAsync();
        }
    }

    private async Task SearchAsync()
    {
        var outcome = await Search.FindAsync(_text, await Acting.ActAsync(), Gone);
        _error = outcome.IsOk ? null : outcome.Message;
        if (outcome.IsOk)
        {
            _foundIds = outcome.Value;
            _found = await Cases.RowsAsync(_foundIds, Actor!, Gone);
            _text = "";
        }
    }

    private void ShowAll() => (_found, _foundIds) = (null, []);

    protected override async Task ReadAsync()
    {
        if (Actor is null)
        {
            return;
        }

        var reading = ++_reading;
        var asked = (Filter, PageAsked);
        var list = await Cases.ListAsync(Actor, asked.Filter, asked.PageAsked, Gone);
        var found = _foundIds.Count > 0 ? await Cases.RowsAsync(_foundIds, Actor, Gone) : _found;
        var conflicts = await Conflicts.WaitingAsync(Actor, Gone);
        var deadlines = await Cases.DeadlinesAsync(Actor, Gone);
        if (reading == _reading)
        {
            (_list, _shown, _found, _deadlines, _conflicts) = (list, asked, found, deadlines, conflicts);
        }
    }
}
