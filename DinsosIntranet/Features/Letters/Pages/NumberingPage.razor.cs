using System.Globalization;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Letters.Pages;

/// <summary>Pattern, codes and counters of the letter numbers, with a sample while they are typed.</summary>
public sealed partial class NumberingPage
{
    public const string Address = "/pengaturan/penomoran";

    private readonly FormErrors _bookErrors = new("buku");
    private NumberSettings? _settings;
    private Dictionary<string, string> _codes = [];
    private string _pattern = "";
    private string _unit = "";
    private BookLine? _book;
    private string _last = "";
    private string _reason = "";

    [Inject]
    public required NumberingService Service { get; init; }

    protected override FormErrors Errors { get; } = new("nomor");

    protected override Guid? Seen => _settings?.Revision?.Version;

    protected override bool IsInUse => IsDirty || _book is not null;

    /// <summary>Shown while typing; saving says it again beside everything else that is wrong.</summary>
    private string? PatternProblem => Sample("") is { IsOk: false } sample ? sample.Message : null;

    private Outcome<string> Sample(string code) => NumberingService.Sample(_pattern, _unit, code, _settings!.Today);

    private string SampleOf(string kind) => Sample(_codes[kind]) is { IsOk: true } sample ? "Contoh: " + sample.Value : "";

    private void TypedCode(string kind, ChangeEventArgs change)
    {
        _codes[kind] = change.Value as string ?? "";
        Typed();
    }

    protected override async Task<Guid?> FindVersionAsync() => (await Service.ReadAsync()).Revision?.Version;

    protected override async Task FillAsync()
    {
        _settings = await Service.ReadAsync();
        (_pattern, _unit, _codes) = (_settings.Pattern, _settings.UnitCode, _settings.Kinds.ToDictionary(k => k.Kind, k => k.Code));
    }

    protected override Task ReloadAsync()
    {
        _book = null;
        return base.ReloadAsync();
    }

    private async Task SaveAsync()
    {
        var numbering = new SaveNumbering { Seen = Seen, Pattern = _pattern, UnitCode = _unit, Classifications = _codes };
        if (await ShowAsync(await Service.SaveAsync(numbering, await Acting.ActAsync())))
        {
            Done = "Penomoran tersimpan.";
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
                Seen = Seen,
                Code = book.Code,
                Year = book.Year,
                Last = int.TryParse(_last.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var last) ? last : null,
            },
            await Acting.ActAsync(_reason.Trim()));
        _bookErrors.Set(outcome.Refusals);
        if (outcome.IsOk)
        {
            _book = null;
            var (pattern, unit, codes, dirty) = (_pattern, _unit, _codes, IsDirty);
            await ReadAsync();
            if (dirty)
            {
                // What is typed above and not saved stays.
                (_pattern, _unit, _codes, IsDirty) = (pattern, unit, codes, true);
            }

            Done = $"{book.Name} {book.Year} dimajukan ke {last}.";
        }
    }
}
