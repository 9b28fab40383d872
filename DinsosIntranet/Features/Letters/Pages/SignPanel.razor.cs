using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Shared.Live;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Letters.Pages;

/// <summary>The signing step: the letter as it would be, what is odd about it, the choice of signature, the signer's password.</summary>
public sealed partial class SignPanel
{
    private StepPanelContext? _shown;
    private SigningView? _letter;
    private bool _isRead;

    [Inject]
    public required LetterQueries Queries { get; init; }

    private string Heading => _letter switch
    {
        { Status: LetterStatus.AwaitingSignature, Mode: SigningMode.External } => "menunggu TTE luar",
        { Status: LetterStatus.AwaitingSignature } => "menunggu tanda tangan basah",
        _ => "periksa dan tanda tangani",
    };

    private string PasswordHelp => Context.Agency.FindDesk(Context.Step.Desk)?.MembershipOf(Context.Viewer) is { } role
        ? $"Anda menandatangani sebagai {LetterRules.Capacity(role, Context.Viewer)}. Kata sandi diminta lagi agar meja yang ditinggalkan tidak menandatangani."
        : "Kata sandi diminta lagi agar meja yang ditinggalkan tidak menandatangani.";

    protected override void OnInitialized() => Follow(id => id == _shown?.RequestId, Topic.Work);

    protected override async Task OnParametersSetAsync()
    {
        if (Context != _shown)
        {
            _shown = Context;
            await ReadAsync();
        }
    }

    protected override async Task ReadAsync()
    {
        var context = Context;
        var letter = await Queries.ForSigningAsync(context.RequestId, context.Agency, Gone);
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
