using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Shared.Live;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Letters.Pages;

/// <summary>The signing step: the letter as it would be, what is odd about it, the choice of signature, the signer's password.</summary>
public sealed partial class SignPanel : IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private LiveRefresh? _live;
    private StepPanelContext? _shown;
    private SigningView? _letter;
    private bool _isRead;

    [Inject]
    public required LetterQueries Queries { get; init; }

    [Inject]
    public required ChangeFeed Feed { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    private string Heading => _letter switch
    {
        { Status: LetterStatus.AwaitingSignature, Mode: SigningMode.External } => "menunggu TTE luar",
        { Status: LetterStatus.AwaitingSignature } => "menunggu tanda tangan basah",
        _ => "periksa dan tanda tangani",
    };

    private string PasswordHelp => Context.Agency.FindDesk(Context.Step.Desk)?.MembershipOf(Context.Viewer) is { } role
        ? $"Anda menandatangani sebagai {LetterRules.Capacity(role, Context.Viewer)}. Kata sandi diminta lagi agar meja yang ditinggalkan tidak menandatangani."
        : "Kata sandi diminta lagi agar meja yang ditinggalkan tidak menandatangani.";

    protected override void OnInitialized() =>
        _live = new LiveRefresh(Feed, Time, () => InvokeAsync(RefreshAsync), id => id == _shown?.RequestId, Topic.Work);

    protected override async Task OnParametersSetAsync()
    {
        if (Context != _shown)
        {
            _shown = Context;
            await ReadAsync();
        }
    }

    public void Dispose()
    {
        _live?.Dispose();
        _gone.Cancel();
        _gone.Dispose();
    }

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
            // The panel is gone; whoever comes back reads anew.
        }
    }

    private async Task ReadAsync()
    {
        var context = Context;
        var letter = await Queries.ForSigningAsync(context.RequestId, context.Agency, _gone.Token);
        if (context == _shown)
        {
            (_letter, _isRead) = (letter, true);
        }
    }

    private async Task DoneAsync(string done)
    {
        await ReadAsync();
        await OnDone.InvokeAsync(done);
    }
}
