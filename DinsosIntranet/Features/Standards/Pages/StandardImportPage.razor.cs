using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;

namespace DinsosIntranet.Features.Standards.Pages;

/// <summary>A version from a file or from what was pasted: checked, drawn and compared at once, stored only when confirmed.</summary>
public sealed partial class StandardImportPage : IAsyncDisposable
{
    public const string Address = "/pengaturan/standar/impor";

    /// <summary>Somebody who sent a wholly different file is not helped by hundreds of lines.</summary>
    private const int MostProblems = 30;

    private const string PastedName = "isi yang ditempel";

    private readonly FormErrors _errors = new("impor-standar");
    private readonly CancellationTokenSource _gone = new();
    private IReadOnlyList<StandardLine> _lines = [];
    private VersionPreview? _preview;
    private byte[]? _content;
    private string? _fileName;
    private ElementReference _text;
    private InputFile? _file;
    private IJSObjectReference? _module;
    private int _attempt;
    private string _code = "";
    private string? _saved;

    [Inject]
    public required StandardVersionQueries Queries { get; init; }

    [Inject]
    public required StandardImportService Service { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    /// <summary>The standard the version is for; a new one where none is named.</summary>
    [SupplyParameterFromQuery(Name = "kode")]
    public string? CodeAsked { get; set; }

    [Inject]
    public required IJSRuntime Js { get; init; }

    private ImportStandard Command => new() { Content = _content!, Code = _code.Length == 0 ? null : _code };

    protected override async Task OnInitializedAsync()
    {
        _lines = (await Queries.ListAsync()).Lines;
        _code = _lines.FirstOrDefault(l => l.Code == CodeAsked)?.Code ?? "";
    }

    /// <summary>Goes on to the stored version once the page knows that nothing is left unsaved.</summary>
    protected override void OnAfterRender(bool firstRender)
    {
        if (_saved is { } address)
        {
            _saved = null;
            (_content, _preview) = (null, null);
            Navigation.NavigateTo(address);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _gone.CancelAsync();
        _gone.Dispose();
        try
        {
            if (_module is not null)
            {
                await _module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone and has let go of it itself.
        }
    }

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
            var buffer = new byte[VersionRules.MostBytes + 1];
            var read = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, _gone.Token);
            (_content, _fileName) = (buffer[..read], change.File.Name);
            await CheckAsync();
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
        catch (Exception exception) when (exception is IOException or JSException or TimeoutException)
        {
            (_content, _preview) = (null, null);
            _errors.Set([new Refusal("Unggahan terputus. Pilih berkasnya lagi.", nameof(ImportStandard.Content))]);
        }
    }

    /// <summary>Hands what was pasted to the file input, from where it comes in as a file would.</summary>
    private async Task GiveAsync()
    {
        _module ??= await Js.InvokeAsync<IJSObjectReference>("import", _gone.Token, "./" + Assets["js/tempel.js"]);
        await _module.InvokeVoidAsync("berikan", _gone.Token, _text, _file!.Element);
    }

    private async Task CheckAsync()
    {
        _preview = null;
        _errors.Clear();
        if (_content is null)
        {
            return;
        }

        var check = await Service.CheckAsync(Command, _gone.Token);
        if (check.IsGood)
        {
            _preview = await Queries.PreviewAsync(check.File!.Standard, _gone.Token);
        }
        else
        {
            Show([.. check.Problems.Select(p => new Refusal(p.Text, nameof(ImportStandard.Content)))]);
        }
    }

    private void Show(IReadOnlyList<Refusal> refusals) => _errors.Set(refusals.Count <= MostProblems
        ? refusals
        : [.. refusals.Take(MostProblems), new Refusal($"Dan {refusals.Count - MostProblems} masalah lain.")]);

    private void StartOver()
    {
        (_content, _fileName, _preview) = (null, null, null);
        _attempt++;
        _errors.Clear();
    }

    private async Task SaveAsync()
    {
        var outcome = await Service.ImportAsync(Command, await Acting.ActAsync());
        if (!outcome.IsOk)
        {
            _preview = null;
            Show(outcome.Refusals);
            return;
        }

        _saved = $"{StandardVersionsPage.Address}/{outcome.Value.Code}/{outcome.Value.VersionNumber}";
    }
}
