using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Letters.Pages;

/// <summary>The signing step: the letter as it would be, what is odd about it, the choice of signature, the signer's password.</summary>
public sealed partial class SignPanel : IDisposable
{
    /// <summary>The name under which the service refuses a reason.</summary>
    internal const string ReasonField = "reason";

    private readonly CancellationTokenSource _gone = new();
    private LiveRefresh? _live;
    private StepPanelContext? _shown;
    private SigningView? _letter;
    private bool _isRead;
    private SigningMode _mode;
    private string _password = "";
    private bool _returning;
    private string _reason = "";
    private string _before = "ditandatangani";
    private IReadOnlyList<Refusal> _refusals = [];
    private IReadOnlyList<FieldError> _errors = [];
    private bool _busy;

    [Inject]
    public required LetterService Service { get; init; }

    [Inject]
    public required LetterQueries Queries { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

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

    protected override void OnInitialized()
    {
        _mode = Enum.TryParse<SigningMode>(Context.Agency.Profile.DefaultSigningMode, out var mode) ? mode : SigningMode.Wet;
        _live = new LiveRefresh(Feed, Time, () => InvokeAsync(RefreshAsync), id => id == _shown?.RequestId, Topic.Work);
    }

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

    private string? ErrorOf(string field) => _refusals.FirstOrDefault(r => r.Field == field)?.Message;

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

    private void SetReturning(bool returning) => (_returning, _refusals, _errors) = (returning, [], []);

    private Task SignAsync() => RunAsync("ditandatangani", async act =>
    {
        var outcome = await Service.ApproveAsync(new ApproveLetter { LetterId = _letter!.LetterId, Mode = _mode, Password = _password }, act);
        _password = "";
        return outcome.IsOk ? (outcome, Signed(outcome.Value)) : (outcome, "");
    });

    private Task ReturnAsync() => RunAsync("dikembalikan", async act =>
        (await Service.ReturnAsync(_letter!.LetterId, _reason, act), "Surat dikembalikan untuk diperbaiki."));

    private static string Signed(Letter letter) => letter switch
    {
        { Status: LetterStatus.AwaitingSignature, SigningMode: SigningMode.External } => $"Surat disetujui dengan nomor {letter.Number}. Unduh PDF-nya, tanda tangani secara elektronik, lalu unggah hasilnya.",
        { Status: LetterStatus.AwaitingSignature } => $"Surat disetujui dengan nomor {letter.Number}. Cetak, tanda tangani, lalu unggah pindaiannya.",
        _ => $"Surat terbit dengan segel dinas, nomor {letter.Number}.",
    };

    private static string ReplacementText(ReplacedLetter replaced)
    {
        var what = $"{replaced.Kind.Name()} surat nomor {replaced.Reference}. Alasan: {replaced.Reason.TrimEnd('.')}.";
        return replaced is { Kind: ReplacementKind.Correction, Status: LetterStatus.Issued } ? $"{what} Surat lama dicabut saat surat ini terbit." : what;
    }

    private async Task RunAsync(string before, Func<ActionContext, Task<(Outcome Outcome, string Done)>> write)
    {
        if (_busy || _letter is null)
        {
            return;
        }

        _busy = true;
        try
        {
            var (outcome, done) = await write(await Acting.ActAsync());
            (_before, _refusals, _errors) = (before, outcome.Refusals, FieldError.From(outcome.Refusals));
            if (outcome.IsOk)
            {
                _returning = false;
                await ReadAsync();
                await OnDone.InvokeAsync(done);
            }
        }
        finally
        {
            _busy = false;
        }
    }
}
