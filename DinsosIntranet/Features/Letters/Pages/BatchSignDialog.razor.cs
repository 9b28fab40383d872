using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;
using Radzen;

namespace DinsosIntranet.Features.Letters.Pages;

/// <summary>What is signed, as whom, in which way, and the password once; it closes with the result of each letter.</summary>
public sealed partial class BatchSignDialog
{
    private readonly OneAtATime _acts = new();
    private SigningMode _mode;
    private string _password = "";
    private IReadOnlyList<Refusal> _refusals = [];
    private int _signed;

    [Inject]
    public required LetterService Service { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [Inject]
    public required DialogService Dialogs { get; init; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<SigningRow> Rows { get; set; }

    /// <summary>As whom the letters are signed; more than one where the desks differ.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<string> Capacities { get; set; }

    [Parameter]
    public SigningMode DefaultMode { get; set; }

    private string? General => _refusals.FirstOrDefault(r => r.Field is null)?.Message;

    private string ModeText => _mode switch
    {
        SigningMode.AgencySeal => "Semua surat langsung terbit sebagai PDF bersegel elektronik dinas. Bukan tanda tangan elektronik tersertifikasi BSrE.",
        SigningMode.External => "Semua surat diberi nomor; PDF-nya diunduh, ditandatangani di aplikasi tanda tangan elektronik dinas, lalu diunggah. Baru saat itu terbit.",
        _ => "Semua surat diberi nomor, lalu dicetak dan ditandatangani dengan pena. Terbit setelah pindaiannya diunggah.",
    };

    protected override void OnInitialized() => _mode = DefaultMode;

    private string? ErrorOf(string field) => _refusals.FirstOrDefault(r => r.Field == field)?.Message;

    private void Keep()
    {
        if (!_acts.IsBusy)
        {
            Dialogs.Close(null);
        }
    }

    private async Task SignAsync()
    {
        using var turn = _acts.Begin();
        if (turn is null)
        {
            return;
        }

        var command = new ApproveLetters { LetterIds = [.. Rows.Select(r => r.LetterId)], Mode = _mode, Password = _password };
        var outcome = await Service.ApproveManyAsync(command, () => Acting.ActAsync(), Progressed);
        (_password, _refusals) = ("", outcome.Refusals);
        if (outcome.IsOk)
        {
            Dialogs.Close(outcome.Value.Select(ResultOf).ToList());
        }
    }

    private void Progressed(int signed)
    {
        _signed = signed;
        StateHasChanged();
    }

    private SigningResult ResultOf(LetterApproved approved)
    {
        var row = Rows.First(r => r.LetterId == approved.LetterId);
        if (!approved.Outcome.IsOk)
        {
            return new SigningResult(row.LetterId, row.RequestNumber, false, approved.Outcome.Message);
        }

        var letter = approved.Outcome.Value;
        return new SigningResult(row.LetterId, $"{row.RequestNumber}: {letter.Number}", true, letter.Status == LetterStatus.Issued ? "Terbit dengan segel dinas." : "Bernomor, menunggu tanda tangan.");
    }
}
