using System.Globalization;
using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Letters.Pages;

/// <summary>Pattern, codes and counters of the letter numbers, with a sample while they are typed.</summary>
public sealed partial class NumberingPage : IDisposable
{
    public const string Address = "/pengaturan/penomoran";

    private readonly FormErrors _errors = new("nomor");
    private readonly FormErrors _bookErrors = new("buku");
    private NumberSettings? _settings;
    private LiveRefresh? _live;
    private Dictionary<string, string> _codes = [];
    private string _pattern = "";
    private string _unit = "";
    private BookLine? _book;
    private string _last = "";
    private string _reason = "";
    private string? _done;
    private bool _dirty;
    private bool _stale;

    [Inject]
    public required NumberingService Service { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [Inject]
    public required ChangeFeed Feed { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    /// <summary>Shown while typing; saving says it again beside everything else that is wrong.</summary>
    private string? PatternProblem => Sample("") is { IsOk: false } sample ? sample.Message : null;

    public void Dispose() => _live?.Dispose();

    protected override Task OnInitializedAsync()
    {
        _live = new LiveRefresh(Feed, Time, () => InvokeAsync(ChangedElsewhereAsync), _ => true, Topic.Agency);
        return ReadAsync();
    }

    private Outcome<string> Sample(string code) => NumberingService.Sample(_pattern, _unit, code, _settings!.Today);

    private string SampleOf(string kind) => Sample(_codes[kind]) is { IsOk: true } sample ? "Contoh: " + sample.Value : "";

    private void Typed() => (_dirty, _done) = (true, null);

    private void TypedCode(string kind, ChangeEventArgs change)
    {
        _codes[kind] = change.Value as string ?? "";
        Typed();
    }

    private async Task ReadAsync()
    {
        _settings = await Service.ReadAsync();
        (_pattern, _unit, _codes, _dirty) = (_settings.Pattern, _settings.UnitCode, _settings.Kinds.ToDictionary(k => k.Kind, k => k.Code), false);
        _stale = false;
    }

    private Task ReloadAsync()
    {
        (_done, _book) = (null, null);
        _errors.Clear();
        return ReadAsync();
    }

    /// <summary>Another administrator saved: read again, but never under somebody's typing.</summary>
    private async Task ChangedElsewhereAsync()
    {
        if ((await Service.ReadAsync()).Revision?.Version == _settings?.Revision?.Version)
        {
            return;
        }

        _stale = _dirty || _book is not null;
        if (!_stale)
        {
            await ReadAsync();
        }

        StateHasChanged();
    }

    private async Task SaveAsync()
    {
        var outcome = await Service.SaveAsync(
            new SaveNumbering { Seen = _settings!.Revision?.Version, Pattern = _pattern, UnitCode = _unit, Classifications = _codes }, await Acting.ActAsync());
        _errors.Set(outcome.Refusals);
        if (outcome.IsOk)
        {
            await ReadAsync();
            _done = "Penomoran tersimpan.";
        }
    }

    private void Advance(BookLine book)
    {
        (_book, _last, _reason) = (book, "", "");
        _bookErrors.Clear();
    }

    private async Task AdvanceAsync()
    {
        var book = _book!;
        var outcome = await Service.AdvanceAsync(
            new AdvanceBook
            {
                Seen = _settings!.Revision?.Version,
                Code = book.Code,
                Year = book.Year,
                Last = int.TryParse(_last.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var last) ? last : null,
            },
            await Acting.ActAsync(_reason.Trim()));
        _bookErrors.Set(outcome.Refusals);
        if (outcome.IsOk)
        {
            _book = null;
            var (pattern, unit, codes, dirty) = (_pattern, _unit, _codes, _dirty);
            await ReadAsync();
            if (dirty)
            {
                // What is typed above and not saved stays.
                (_pattern, _unit, _codes, _dirty) = (pattern, unit, codes, true);
            }

            _done = $"{book.Name} {book.Year} dimajukan ke {last}.";
        }
    }
}
