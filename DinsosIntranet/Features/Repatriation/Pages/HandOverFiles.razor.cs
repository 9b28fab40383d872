using DinsosIntranet.Features.Repatriation.Domain;
using DinsosIntranet.Shared.Files;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.Options;

namespace DinsosIntranet.Features.Repatriation.Pages;

/// <summary>The signed sheet and the photos of one hand-over; each reading is recorded first.</summary>
public sealed partial class HandOverFiles
{
    private readonly FormErrors _errors = new("berkas");
    private (Guid PaperId, Guid ReadingId)? _ready;

    [Inject]
    public required IOptions<FileVaultOptions> Options { get; init; }

    [Parameter, EditorRequired]
    public required Guid MigrantId { get; set; }

    /// <summary>The number of the person on the run-sheet.</summary>
    [Parameter, EditorRequired]
    public required int Number { get; set; }

    private bool MayAdd => Journey.CanWork && Journey.IsAt(RepatriationService.EscortAction);

    private async Task AddAsync(RepatriationPaperKind kind, InputFileChangeEventArgs chosen)
    {
        // One byte more than allowed is let through, so that the vault refuses what is too big in its own words.
        await using var content = chosen.File.OpenReadStream(Math.Max(chosen.File.Size, Options.Value.MaxBytes) + 1);
        await RunAsync(_errors, act => Service.AddPaperAsync(new AddRepatriationPaper(Journey.Id, MigrantId, kind, content), act), "Berkas disimpan.");
    }

    private async Task OpenAsync(PaperLine paper)
    {
        var reason = Journey.IsAt(RepatriationService.EscortAction) ? "menangani" : "kunjungan";
        var outcome = await Service.OpenPaperAsync(Journey.Id, paper.Id, reason, await Acting.ActAsync());
        _ready = outcome.IsOk ? (paper.Id, outcome.Value) : null;
        await FinishAsync(_errors, outcome.IsOk ? DinsosIntranet.Shared.Acting.Outcome.Ok() : outcome.AsFailure(), null);
    }

    private async Task RemoveAsync(PaperLine paper) => await RunAsync(_errors, act => Service.RemovePaperAsync(Journey.Id, paper.Id, act), "Berkas dihapus dari daftar.");
}
