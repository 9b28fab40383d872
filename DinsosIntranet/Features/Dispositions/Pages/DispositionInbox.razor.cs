using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Shared.Acting;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Dispositions.Pages;

/// <summary>
/// What waits for an official, the first item open with the proposal chosen. Items keep their places while others come
/// and go; the open one stays, typing included, even when somebody else was faster.
/// </summary>
public sealed partial class DispositionInbox
{
    private readonly HashSet<Guid> _ticked = [];
    private AgencySnapshot? _agency;
    private IReadOnlyList<InstructionChoice> _instructions = [];
    private List<DispositionCase>? _cases;
    private IReadOnlyList<BulkResult> _results = [];
    private (int Version, int Page, string? Search)? _read;
    private (Guid? RequestId, string Sentence)? _done;
    private CaseSummary? _summary;
    private Guid? _open;
    private Guid? _gone;
    private int _total;
    private bool _focusOpen;

    [Inject]
    public required DispositionQueries Queries { get; init; }

    [Inject]
    public required DispositionService Dispositions { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    [Parameter, EditorRequired]
    public required Actor Actor { get; set; }

    [Parameter]
    public int Page { get; set; } = 1;

    /// <summary>What was searched for; null where nothing was.</summary>
    [Parameter]
    public string? Search { get; set; }

    /// <summary>Rises when something changed and the list is to be read again.</summary>
    [Parameter]
    public int Version { get; set; }

    private IEnumerable<DispositionCase> TickedCases => (_cases ?? []).Where(c => _ticked.Contains(c.RequestId) && c.IsTickable);

    protected override async Task OnParametersSetAsync()
    {
        if (_read == (Version, Page, Search))
        {
            return;
        }

        var turned = _read?.Page != Page || _read?.Search != Search;
        _read = (Version, Page, Search);
        await ReadAsync(startOver: turned);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_focusOpen && _summary is not null)
        {
            _focusOpen = false;
            await _summary.FocusAsync();
        }
    }

    private async Task ReadAsync(bool startOver)
    {
        var asked = _read;
        _agency = await Queries.AgencyAsync();
        if (_instructions.Count == 0)
        {
            _instructions = await Queries.InstructionsAsync();
        }

        var list = await Queries.InboxAsync(Actor, Page, Search);
        if (asked != _read)
        {
            return;
        }

        _total = list.Total;
        _cases = startOver || _cases is null ? [.. list.Rows] : Merge(_cases, list.Rows);
        _ticked.IntersectWith(_cases.Where(c => c.IsTickable).Select(c => c.RequestId));
        if (_ticked.Count == 0 && (_open is null || _cases.All(c => c.RequestId != _open)))
        {
            _open = _cases.FirstOrDefault()?.RequestId;
        }
    }

    /// <summary>Known items stay where they are, new ones come after them; the open one stays though it has gone elsewhere.</summary>
    private List<DispositionCase> Merge(List<DispositionCase> shown, IReadOnlyList<DispositionCase> fresh)
    {
        var byId = fresh.ToDictionary(c => c.RequestId);
        var merged = new List<DispositionCase>();
        foreach (var item in shown)
        {
            if (byId.Remove(item.RequestId, out var now))
            {
                merged.Add(now);
            }
            else if (item.RequestId == _open)
            {
                _gone = _open;
                merged.Add(item with { WhyNot = "Surat ini sudah tidak menunggu di meja Anda: rekan sudah mengerjakannya, atau langkahnya berpindah." });
            }
        }

        merged.AddRange(fresh.Where(c => byId.ContainsKey(c.RequestId)));
        return merged;
    }

    private static string Remark(AgencySnapshot agency, DispositionCase item)
    {
        var remark = item.IsForward
            ? item.Step.ShortTitle
            : item.ProposedDesk is { } code && agency.FindDesk(code) is { } desk ? $"{(item.Risk is { } risk ? $"risiko {risk} · " : "")}usul: {DispositionDesks.Label(agency, desk)}" : "";
        return item.IsConfidential || remark.Length == 0 ? remark : " · " + remark;
    }

    private void Open(DispositionCase item)
    {
        _ticked.Clear();
        _open = _open == item.RequestId ? null : item.RequestId;
        _focusOpen = _open is not null;
    }

    private async Task DoneAsync(DispositionCase item, string sentence)
    {
        (_done, _results) = ((item.RequestId, sentence), []);
        await GoOnAfterAsync([item.RequestId]);
    }

    /// <summary>Takes what is dealt with off the list and opens the item that stood after it.</summary>
    private async Task GoOnAfterAsync(IReadOnlyCollection<Guid> dealtWith)
    {
        var cases = _cases ?? [];
        var at = cases.FindIndex(c => dealtWith.Contains(c.RequestId));
        var left = cases.Where(c => !dealtWith.Contains(c.RequestId)).ToList();
        _cases = left;
        _gone = null;
        _ticked.Clear();
        _open = left.Count == 0 ? null : left[Math.Clamp(at, 0, left.Count - 1)].RequestId;
        _focusOpen = _open is not null;
        await ReadAsync(startOver: false);
    }

    private Task CloseGoneAsync() => GoOnAfterAsync(_gone is { } gone ? [gone] : []);

    private void Tick(DispositionCase item)
    {
        if (!_ticked.Remove(item.RequestId))
        {
            _ticked.Add(item.RequestId);
        }

        _open = _ticked.Count > 0 ? null : item.RequestId;
    }

    private void Untick()
    {
        _ticked.Clear();
        _open = _cases?.FirstOrDefault()?.RequestId;
    }

    /// <summary>Each letter is a write of its own: one that somebody else was faster with says so and stops no other.</summary>
    private async Task GiveTickedAsync(BulkChoice choice)
    {
        var results = new List<BulkResult>();
        foreach (var item in TickedCases.ToList())
        {
            var outcome = await Dispositions.GiveAsync(choice.For(item), await Acting.ActAsync());
            results.Add(new BulkResult(item.RequestId, item.Number, outcome.IsOk, outcome.IsOk ? "ke " + outcome.Value.ToText : outcome.Message));
        }

        var given = results.Where(r => r.IsOk).Select(r => r.RequestId).ToList();
        _results = results;
        _done = given.Count == 0 ? null : (null, $"{given.Count} dari {results.Count} surat didisposisikan.");
        await GoOnAfterAsync(given);
    }

    private sealed record BulkResult(Guid RequestId, string Number, bool IsOk, string Text);
}
