using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Text;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.VictimCases.Pages;

/// <summary>
/// All instances of one block: closed with sensitive answers covered, or open to be filled in. What stands in a block comes
/// to the screen only when it is asked for, and that is recorded.
/// </summary>
public sealed partial class CaseBlockSection
{
    private const string Covered = "••••••";

    private readonly Dictionary<Guid, RevealedBlock> _editing = [];
    private readonly Dictionary<Guid, string> _errors = [];
    private Guid? _new;
    private string? _notBegun;
    private IReadOnlyDictionary<string, string> _begun = new Dictionary<string, string>();

    [Inject]
    public required CaseService Service { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [Parameter, EditorRequired]
    public required Guid CaseId { get; set; }

    [Parameter, EditorRequired]
    public required BlockDefinition Definition { get; set; }

    /// <summary>The victim these instances belong to.</summary>
    [Parameter]
    public Guid? ParentId { get; set; }

    [Parameter, EditorRequired]
    public required CaseContent Content { get; set; }

    [Parameter, EditorRequired]
    public required TimeZoneInfo Zone { get; set; }

    [Parameter, EditorRequired]
    public required bool MayEdit { get; set; }

    /// <summary>The opening has ended while somebody worked.</summary>
    [Parameter, EditorRequired]
    public required EventCallback OnNeedsOpening { get; set; }

    private IReadOnlyList<BlockView> Own => [.. Content.Blocks.Where(b => b.Kind == Definition.Code && b.ParentId == ParentId)];

    private string NewTitle => Definition.IsRepeatable ? $"{Definition.ItemName} baru" : Definition.Title;

    private string State(BlockView block) =>
        (block.MissingCount == 0 ? "Lengkap" : $"{block.MissingCount} isian wajib kosong") + $" · disimpan {block.SavedBy.Split(',')[0]} {IndonesianDates.ShortWithTime(block.SavedAt, Zone)}";

    private async Task BeginAsync()
    {
        var id = Guid.CreateVersion7();
        var outcome = await Service.BeginBlockAsync(CaseId, Definition.Code, await Acting.ActAsync());
        _notBegun = outcome.IsOk ? null : outcome.Message;
        if (outcome.IsOk)
        {
            (_new, _begun) = (id, outcome.Value);
        }
        else if (outcome.Refusals.Any(r => r.Field == CaseService.OpeningField))
        {
            await OnNeedsOpening.InvokeAsync();
        }
    }

    /// <summary>A new instance goes on in the form it was begun in, now among the others.</summary>
    private void Keep(RevealedBlock saved)
    {
        if (_new == saved.Id)
        {
            _editing[saved.Id] = saved;
        }
    }

    private async Task RevealAsync(BlockView block)
    {
        var outcome = await Service.RevealAsync(CaseId, block.Id, await Acting.ActAsync());
        if (outcome.IsOk)
        {
            _errors.Remove(block.Id);
            _editing[block.Id] = outcome.Value;
        }
        else
        {
            await RefusedAsync(block.Id, outcome);
        }
    }

    private async Task RemoveAsync(BlockView block)
    {
        var outcome = await Service.RemoveBlockAsync(CaseId, block.Id, block.Version, await Acting.ActAsync());
        if (!outcome.IsOk)
        {
            await RefusedAsync(block.Id, outcome);
        }
    }

    private async Task RefusedAsync(Guid blockId, Outcome outcome)
    {
        _errors[blockId] = outcome.Message;
        if (outcome.Refusals.Any(r => r.Field == CaseService.OpeningField))
        {
            await OnNeedsOpening.InvokeAsync();
        }
    }
}
