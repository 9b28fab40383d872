using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;

namespace DinsosIntranet.Features.Agency.Pages;

/// <summary>A year's holidays from a file: checked and shown first, saved only when confirmed.</summary>
public sealed partial class HolidayImportPanel : IDisposable
{
    private readonly FormErrors _errors = new("impor");
    private readonly CancellationTokenSource _gone = new();
    private IReadOnlyList<HolidayChange> _changes = [];
    private byte[]? _content;
    private string? _fileName;
    private string _source = "";
    private int _year;
    private int _yearShown;

    [Inject]
    public required CalendarService Service { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [Parameter, EditorRequired]
    public required CalendarSettings Calendar { get; set; }

    [Parameter, EditorRequired]
    public required int Year { get; set; }

    [Parameter]
    public bool IsDirty { get; set; }

    [Parameter]
    public EventCallback<bool> IsDirtyChanged { get; set; }

    [Parameter, EditorRequired]
    public required EventCallback<string> OnSaved { get; set; }

    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    protected override void OnParametersSet()
    {
        if (_yearShown != Year)
        {
            (_year, _yearShown) = (Year, Year);
        }

        Check();
    }

    private int Count(string word) => _changes.Count(c => c.Word == word);

    private async Task ChooseAsync(InputFileChangeEventArgs change)
    {
        if (change.FileCount == 0)
        {
            return;
        }

        try
        {
            // One byte more than allowed is enough to tell that it is too much.
            await using var stream = change.File.OpenReadStream(Math.Max(change.File.Size, 1), _gone.Token);
            var buffer = new byte[HolidayFile.MaxBytes + 1];
            var read = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, _gone.Token);
            (_content, _fileName) = (buffer[..read], change.File.Name);
            Check();
            await IsDirtyChanged.InvokeAsync(true);
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
        catch (Exception exception) when (exception is IOException or JSException or TimeoutException)
        {
            (_content, _changes) = (null, []);
            _errors.Set([new Refusal("Unggahan terputus. Pilih berkasnya lagi.", nameof(ImportHolidays.Content))]);
        }
    }

    private void Check()
    {
        if (_content is null)
        {
            return;
        }

        var file = HolidayFile.Read(_content, _year, _source);
        _changes = file.IsGood ? HolidayPlan.Import(Calendar.Calendar.Days, _year, file.Days) : [];
        if (!file.IsGood || _errors.All.Count > 0)
        {
            _errors.Set([.. file.Problems.Select(p => new Refusal(p.Text, nameof(ImportHolidays.Content)))]);
        }
    }

    private async Task StartOverAsync()
    {
        (_content, _fileName, _changes) = (null, null, []);
        _errors.Clear();
        await IsDirtyChanged.InvokeAsync(false);
    }

    private async Task SaveAsync()
    {
        var outcome = await Service.ImportAsync(
            new ImportHolidays { Seen = Calendar.Version, Year = _year, Content = _content!, Source = _source },
            await Acting.ActAsync());
        if (!outcome.IsOk)
        {
            _errors.Set(outcome.Refusals);
            return;
        }

        var sentence = $"Hari libur {_year} diimpor: {Count("Ditambah")} ditambah, {Count("Diubah")} diubah, {Count("Dihapus")} dihapus.";
        await StartOverAsync();
        await OnSaved.InvokeAsync(sentence);
    }
}
