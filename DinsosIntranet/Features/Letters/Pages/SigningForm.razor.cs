using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Letters.Pages;

/// <summary>
/// The letter as it would be, what is odd about it, the choice of signature, the signer's password; and while it waits for
/// ink, its print and upload. The same at a signing step and on the page of a letter that no step signs.
/// </summary>
public sealed partial class SigningForm
{
    /// <summary>The name under which the service refuses a reason.</summary>
    internal const string ReasonField = "reason";

    private readonly OneAtATime _acts = new();
    private Guid _shown;
    private SigningMode _mode;
    private string _password = "";
    private bool _returning;
    private string _reason = "";
    private string _before = "ditandatangani";
    private IReadOnlyList<Refusal> _refusals = [];
    private IReadOnlyList<FieldError> _errors = [];

    [Inject]
    public required LetterService Service { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [Parameter, EditorRequired]
    public required SigningView Letter { get; set; }

    [Parameter, EditorRequired]
    public required Actor Viewer { get; set; }

    [Parameter, EditorRequired]
    public required bool CanSign { get; set; }

    [Parameter, EditorRequired]
    public required string PasswordHelp { get; set; }

    /// <summary>The agency's usual way of signing, as its profile keeps it.</summary>
    [Parameter, EditorRequired]
    public required string DefaultMode { get; set; }

    /// <summary>Raised with a sentence saying what happened.</summary>
    [Parameter, EditorRequired]
    public required EventCallback<string> OnDone { get; set; }

    protected override void OnParametersSet()
    {
        if (_shown != Letter.RequestId)
        {
            _shown = Letter.RequestId;
            _mode = Enum.TryParse<SigningMode>(DefaultMode, out var mode) ? mode : SigningMode.Wet;
        }
    }

    private string? ErrorOf(string field) => _refusals.FirstOrDefault(r => r.Field == field)?.Message;

    private void SetReturning(bool returning) => (_returning, _refusals, _errors) = (returning, [], []);

    private Task SignAsync() => RunAsync("ditandatangani", async act =>
    {
        var outcome = await Service.ApproveAsync(new ApproveLetter { LetterId = Letter.LetterId, Mode = _mode, Password = _password }, act);
        _password = "";
        return outcome.IsOk ? (outcome, Signed(outcome.Value)) : (outcome, "");
    });

    private Task ReturnAsync() => RunAsync("dikembalikan", async act =>
        (await Service.ReturnAsync(Letter.LetterId, _reason, act), "Surat dikembalikan untuk diperbaiki."));

    private static string Signed(Domain.Letter letter) => letter switch
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
        using var turn = _acts.Begin();
        if (turn is null)
        {
            return;
        }

        var (outcome, done) = await write(await Acting.ActAsync());
        (_before, _refusals, _errors) = (before, outcome.Refusals, FieldError.From(outcome.Refusals));
        if (outcome.IsOk)
        {
            _returning = false;
            await OnDone.InvokeAsync(done);
        }
    }
}
