using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Files;
using DinsosIntranet.Shared.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.Options;
using Microsoft.JSInterop;

namespace DinsosIntranet.Features.Intake.Pages;

/// <summary>
/// One file of one purpose: chosen, dropped or pasted, with its progress, refusals in place, and what can be done with it.
/// On a table row with data-baris, Enter opens the picker.
/// </summary>
public sealed partial class FileUpload : IAsyncDisposable
{
    private const string Accepted = ".pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png";

    private readonly CancellationTokenSource _gone = new();
    private readonly string _id = "u" + Guid.NewGuid().ToString("N")[..10];
    private (Guid Owner, string Purpose) _loaded;
    private AttachmentRow? _current;
    private CancellationTokenSource? _upload;
    private UploadProgress? _progress;
    private string? _incoming;
    private string? _problem;
    private string? _said;
    private ElementReference _zone;
    private IJSObjectReference? _module;
    private IJSObjectReference? _catcher;

    [Inject]
    public required AttachmentService Attachments { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [Inject]
    public required IOptions<FileVaultOptions> Options { get; init; }

    [Inject]
    public required IJSRuntime Js { get; init; }

    [Parameter, EditorRequired]
    public required Guid OwnerId { get; set; }

    [Parameter, EditorRequired]
    public required string Purpose { get; set; }

    /// <summary>What the file is, for those who do not see where it stands: "Kartu identitas".</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>Takes a picture from the clipboard: from anywhere on the page where it is the only one, else while the focus is in its row.</summary>
    [Parameter]
    public bool AcceptPaste { get; set; }

    [Parameter]
    public bool ReadOnly { get; set; }

    /// <summary>The files of the owner, where the page has read them for several uploads at once.</summary>
    [Parameter]
    public IReadOnlyList<AttachmentRow>? Known { get; set; }

    /// <summary>Raised with the file after an upload, with null after a removal.</summary>
    [Parameter]
    public EventCallback<AttachmentRow?> OnChanged { get; set; }

    private string InputId => _id;

    private string ProblemId => _id + "-salah";

    private string MaxText => FileSizes.Text(Options.Value.MaxBytes);

    protected override async Task OnParametersSetAsync()
    {
        if (_loaded == (OwnerId, Purpose))
        {
            return;
        }

        var wanted = _loaded = (OwnerId, Purpose);
        _upload?.Cancel();
        (_upload, _progress, _current, _problem, _said) = (null, null, null, null, null);
        var known = Known ?? (await Acting.FindAsync() is { } viewer ? await Attachments.ListAsync(OwnerId, viewer, _gone.Token) : []);
        if (wanted == _loaded)
        {
            _current = known.FirstOrDefault(a => a.Purpose == Purpose);
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender || ReadOnly)
        {
            return;
        }

        try
        {
            _module = await Js.InvokeAsync<IJSObjectReference>("import", _gone.Token, "./" + Assets["js/unggah.js"]);
            _catcher = await _module.InvokeAsync<IJSObjectReference>("pasang", _gone.Token, _zone, AcceptPaste);
        }
        catch (Exception exception) when (exception is JSDisconnectedException or OperationCanceledException)
        {
            // The page is gone already; there is nothing to catch for.
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _gone.CancelAsync();
        try
        {
            if (_catcher is not null)
            {
                await _catcher.InvokeVoidAsync("lepas");
                await _catcher.DisposeAsync();
            }

            if (_module is not null)
            {
                await _module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone and has let go of it itself.
        }

        _gone.Dispose();
    }

    private static string SizeText(AttachmentRow file) => FileSizes.Text(file.Length);

    private void Cancel() => _upload?.Cancel();

    private async Task UploadAsync(InputFileChangeEventArgs change)
    {
        if (change.FileCount == 0)
        {
            return;
        }

        _upload?.Cancel();
        using var upload = CancellationTokenSource.CreateLinkedTokenSource(_gone.Token);
        _upload = upload;
        var file = change.GetMultipleFiles(change.FileCount)[0];
        (_incoming, _problem, _said) = (SafeFileName.Clean(file.Name), null, "Mengunggah berkas " + Label);
        _progress = new UploadProgress(0, file.Size);
        AttachmentRow? stored = null;
        try
        {
            stored = await StoreAsync(file, upload);
        }
        catch (OperationCanceledException)
        {
            // Cancelled by the person, by another choice, or by leaving the page: nothing was kept.
        }
        catch (Exception exception) when (exception is IOException or JSException or TimeoutException)
        {
            _problem = "Unggahan terputus. Pilih berkasnya lagi.";
        }

        if (_upload != upload)
        {
            return;
        }

        (_upload, _progress, _incoming) = (null, null, null);
        _said = stored is null ? null : $"Berkas {Label} tersimpan";
        if (stored is not null)
        {
            _current = stored;
            await OnChanged.InvokeAsync(stored);
        }
    }

    private async Task<AttachmentRow?> StoreAsync(IBrowserFile file, CancellationTokenSource upload)
    {
        // The vault refuses what is too big in a sentence of its own, before reading; the stream must not throw first.
        await using var content = file.OpenReadStream(Math.Max(file.Size, 1), upload.Token);
        var progress = new Progress<long>(read =>
        {
            if (_upload == upload)
            {
                _progress = new UploadProgress(read, file.Size);
                StateHasChanged();
            }
        });
        var outcome = await Attachments.AddAsync(OwnerId, Purpose, file.Name, content, await Acting.ActAsync(), progress, upload.Token);
        if (outcome.IsOk)
        {
            return outcome.Value;
        }

        if (_upload == upload)
        {
            _problem = outcome.Message;
        }

        return null;
    }

    private async Task RemoveAsync()
    {
        if (_current is not { } file)
        {
            return;
        }

        var outcome = await Attachments.RemoveAsync(file.Id, await Acting.ActAsync(), _gone.Token);
        if (!outcome.IsOk && outcome.Kind != OutcomeKind.NotFound)
        {
            _problem = outcome.Message;
            return;
        }

        (_current, _problem, _said) = (null, null, $"Berkas {Label} dihapus");
        await OnChanged.InvokeAsync(null);
    }
}
