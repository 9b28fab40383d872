using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Text;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.VictimCases.Pages;

/// <summary>The parts of the retention page.</summary>
public enum RetentionTab
{
    Due,
    Proposals,
    Holds,
    Register,
    Schedule,
}

/// <summary>Retention of cases: what is over its term, what waits for approval, what is held, what was destroyed.</summary>
public sealed partial class RetentionPage
{
    private const string Address = "/kasus/retensi";

    private static readonly (RetentionTab Tab, string Text, string Address)[] Tabs =
    [
        (RetentionTab.Due, "Lewat masa simpan", Address),
        (RetentionTab.Proposals, "Usulan", Address + "?lihat=usulan"),
        (RetentionTab.Holds, "Penahanan", Address + "?lihat=tahan"),
        (RetentionTab.Register, "Register pemusnahan", Address + "?lihat=register"),
        (RetentionTab.Schedule, "Jadwal retensi", Address + "?lihat=jadwal"),
    ];

    private RetentionPart<RetentionRow> _due = new([], 0);
    private IReadOnlyList<DestructionProposal> _proposals = [];
    private IReadOnlyList<HoldRow> _holds = [];
    private RetentionPart<DestructionRow> _register = new([], 0);
    private (RetentionTab, int)? _loaded;
    private string? _done;
    private int _reading;

    [Inject]
    public required RetentionQueries Queries { get; init; }

    [Inject]
    public required CaseReference Reference { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [CascadingParameter]
    public Actor? Actor { get; set; }

    [SupplyParameterFromQuery]
    public string? Lihat { get; set; }

    [SupplyParameterFromQuery]
    public string? Hal { get; set; }

    private RetentionTab Shown => Lihat switch
    {
        "usulan" => RetentionTab.Proposals,
        "tahan" => RetentionTab.Holds,
        "register" => RetentionTab.Register,
        "jadwal" => RetentionTab.Schedule,
        _ => RetentionTab.Due,
    };

    private int PageAsked => AddressValues.Page(Hal);

    protected override void OnInitialized() => Follow(Topic.Cases, Topic.Work);

    protected override async Task OnParametersSetAsync()
    {
        if (Actor is not null && _loaded != (Shown, PageAsked))
        {
            _done = null;
            await ReadAsync();
        }
    }

    private async Task DoneAsync(string done)
    {
        _done = done;
        await ReadAsync();
    }

    protected override async Task ReadAsync()
    {
        if (Actor is null)
        {
            return;
        }

        var reading = ++_reading;
        var (tab, page) = (Shown, PageAsked);
        var proposals = await Queries.ProposalsAsync(Actor, Gone);
        var due = tab == RetentionTab.Due ? await Queries.DueAsync(page, Actor, Gone) : _due;
        var holds = tab == RetentionTab.Holds ? await Queries.HoldsAsync(Actor, Gone) : _holds;
        var register = tab == RetentionTab.Register ? await Queries.RegisterAsync(page, Actor, Gone) : _register;
        if (reading == _reading)
        {
            (_proposals, _due, _holds, _register, _loaded) = (proposals, due, holds, register, (tab, page));
        }
    }
}
