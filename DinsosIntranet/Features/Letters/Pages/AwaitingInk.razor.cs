using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Files;
using DinsosIntranet.Shared.Text;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;

namespace DinsosIntranet.Features.Letters.Pages;

/// <summary>
/// A letter that has its number and waits for ink, or for the agency's e-sign tool: taking it out, bringing it back signed, giving up the number. Also for those
/// who are not at the signing desk but carry the paper.
/// </summary>
public sealed partial class AwaitingInk : IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private readonly OneAtATime _acts = new();
    private UploadProgress? _progress;
    private string? _problem;
    private bool _voiding;
    private string _reason = "";
    private string? _voidProblem;

    [Inject]
    public required LetterService Service { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [Parameter, EditorRequired]
    public required SigningView Letter { get; set; }

    [Parameter, EditorRequired]
    public required Actor Viewer { get; set; }

    /// <summary>Raised with a sentence when the letter was issued or its number given up.</summary>
    [Parameter, EditorRequired]
    public required EventCallback<string> OnIssued { get; set; }

    private bool IsExternal => Letter.Mode == SigningMode.External;

    private static string MaxText => FileSizes.Text(FileVaultOptions.DefaultMaxBytes);

    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    private async Task UploadAsync(InputFileChangeEventArgs change)
    {
        using var turn = _acts.Begin();
        if (turn is null || change.FileCount == 0)
        {
            return;
        }

        var file = change.File;
        (_problem, _progress) = (null, new UploadProgress(0, file.Size));
        try
        {
            // The vault refuses what is too big in a sentence of its own, before reading; the stream must not throw first.
            await using var content = file.OpenReadStream(Math.Max(file.Size, 1), _gone.Token);
            var progress = new Progress<long>(read =>
            {
                if (_progress is not null)
                {
                    _progress = new UploadProgress(read, file.Size);
                    StateHasChanged();
                }
            });
            var outcome = await Service.UploadSignedAsync(Letter.LetterId, content, await Acting.ActAsync(), _gone.Token, progress);
            _progress = null;
            _problem = outcome.IsOk ? null : outcome.Message;
            if (outcome.IsOk)
            {
                await OnIssued.InvokeAsync($"Surat {Letter.Number} terbit.");
            }
        }
        catch (OperationCanceledException)
        {
            // The page was left: nothing was kept.
        }
        catch (Exception exception) when (exception is IOException or JSException or TimeoutException)
        {
            _problem = "Unggahan terputus. Pilih berkasnya lagi.";
        }
        finally
        {
            _progress = null;
        }
    }

    private async Task VoidAsync()
    {
        using var turn = _acts.Begin();
        if (turn is null)
        {
            return;
        }

        var outcome = await Service.VoidAsync(Letter.LetterId, _reason, await Acting.ActAsync());
        _voidProblem = outcome.IsOk ? null : outcome.Message;
        if (outcome.IsOk)
        {
            _voiding = false;
            await OnIssued.InvokeAsync($"Nomor {Letter.Number} dibatalkan. Konsep baru siap diperiksa.");
        }
    }
}
