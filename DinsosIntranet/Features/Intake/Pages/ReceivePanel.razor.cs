using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Intake.Pages;

/// <summary>
/// The panel of a request that waits for documents: the counter ticks what has come and adds the scans; with the last
/// mandatory requirement the service clock starts. At a step of receiving further on, where the file is complete, the desk
/// acknowledges by the step's outcome.
/// </summary>
public sealed partial class ReceivePanel
{
    private readonly OneAtATime _acts = new();
    private readonly HashSet<string> _present = [];
    private Checklist? _list;
    private IReadOnlyList<AttachmentRow>? _files;
    private IReadOnlyList<StandardRequirement> _asked = [];
    private IReadOnlyList<StandardRequirement> _missing = [];
    private string? _problem;
    private Guid _shown;

    [Inject]
    public required ChecklistQueries Queries { get; init; }

    [Inject]
    public required AttachmentService Attachments { get; init; }

    [Inject]
    public required IntakeService Intake { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    private bool CanTick => Context.CanWork && _list is { IsWaiting: true };

    private string MissingText => _missing.Count == 0
        ? "Semua persyaratan wajib sudah ada."
        : $"Masih kurang: {string.Join("; ", _missing.Select(r => r.Text))}.";

    /// <summary>What is ticked and not yet saved must survive the page's own refreshing; who only looks sees it change.</summary>
    protected override async Task OnParametersSetAsync()
    {
        if (_shown == Context.RequestId && CanTick)
        {
            return;
        }

        var asked = _shown = Context.RequestId;
        var list = await Queries.FindAsync(asked, Context.Viewer);
        var files = await Attachments.ListAsync(asked, Context.Viewer);
        if (asked != _shown)
        {
            return;
        }

        (_list, _files) = (list, files);
        _asked = [.. (list?.Lines ?? []).Select(l => l.Requirement)];
        _present.Clear();
        _present.UnionWith((list?.Lines ?? []).Where(l => l.IsPresent).Select(l => l.Requirement.Code));
        CountMissing();
    }

    private void Tick((string Code, bool IsPresent) line)
    {
        _ = line.IsPresent ? _present.Add(line.Code) : _present.Remove(line.Code);
        CountMissing();
    }

    private void CountMissing() => _missing = [.. _asked.Where(r => r.Mandatory && !_present.Contains(r.Code))];

    private async Task SaveAsync()
    {
        using var turn = _acts.Begin();
        if (turn is null || _list is not { } list)
        {
            return;
        }

        var found = list.Lines.Select(l => new RequirementInput(l.Requirement.Code, _present.Contains(l.Requirement.Code), l.Note)).ToList();
        var saved = await Intake.CompleteAsync(Context.RequestId, found, await Acting.ActAsync());
        _problem = saved.IsOk ? null : saved.Message;
        if (saved.IsOk)
        {
            await OnDone.InvokeAsync(saved.Value.IsComplete
                ? "Berkas lengkap, jam layanan mulai. Tanda terima baru siap dicetak."
                : "Catatan persyaratan tersimpan. Jam layanan belum berjalan.");
        }
    }
}
