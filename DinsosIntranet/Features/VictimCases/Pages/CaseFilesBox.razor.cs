using DinsosIntranet.Shared.Files;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.Options;

namespace DinsosIntranet.Features.VictimCases.Pages;

/// <summary>The files of a case: put in by the team, read with a reason, each reading recorded first.</summary>
public sealed partial class CaseFilesBox
{
    private readonly FormErrors _errors = new("lampiran");
    private string _kind = "";
    private string _reason = "";
    private (Guid AttachmentId, Guid ReadingId)? _ready;

    [Inject]
    public required IOptions<FileVaultOptions> Options { get; init; }

    [Parameter, EditorRequired]
    public required CaseFollowUps View { get; set; }

    private async Task AddAsync(InputFileChangeEventArgs chosen)
    {
        // One byte more than allowed is let through, so that the vault refuses what is too big in its own words.
        await using var content = chosen.File.OpenReadStream(Math.Max(chosen.File.Size, Options.Value.MaxBytes) + 1);
        if (await RunAsync(_errors, act => Service.AddAttachmentAsync(new AddCaseFile(CaseId, _kind, chosen.File.Name, content), act), "Lampiran disimpan."))
        {
            _kind = "";
        }
    }

    private async Task OpenAsync(AttachmentLine line)
    {
        var outcome = await Service.OpenAttachmentAsync(CaseId, line.Id, _reason, await Acting.ActAsync());
        await FinishAsync(_errors, outcome, null);
        _ready = outcome.IsOk ? (line.Id, outcome.Value) : null;
    }

    private Task<bool> RemoveAsync(AttachmentLine line) => RunAsync(_errors, act => Service.RemoveAttachmentAsync(CaseId, line.Id, act), "Lampiran dihapus dari daftar.");
}
