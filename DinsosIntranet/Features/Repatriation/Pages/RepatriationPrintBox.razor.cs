using DinsosIntranet.Features.Repatriation.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Repatriation.Pages;

/// <summary>Prints the run-sheet or the hand-over sheet of one person: recorded with a reason first, then fetched once.</summary>
public sealed partial class RepatriationPrintBox
{
    private readonly FormErrors _errors = new("cetak");
    private string _sheet = "";
    private string _reason = "";
    private (Guid Id, string Name)? _ready;

    [Parameter, EditorRequired]
    public required RepatriationContent Content { get; set; }

    private async Task PrintAsync()
    {
        Guid? migrantId = Guid.TryParse(_sheet, out var chosen) ? chosen : null;
        var print = migrantId is null ? RepatriationPrint.RunSheet : RepatriationPrint.HandOverSheet;
        var outcome = await Service.PrintAsync(Journey.Id, print, migrantId, _reason, await Acting.ActAsync());
        _ready = outcome.IsOk ? (outcome.Value, migrantId is null ? "Lembar perjalanan" : $"Berita acara orang ke-{Content.Migrants.FindIndex(m => m.Id == migrantId) + 1}") : null;
        await FinishAsync(_errors, outcome.IsOk ? Outcome.Ok() : outcome.AsFailure(), null);
    }
}
