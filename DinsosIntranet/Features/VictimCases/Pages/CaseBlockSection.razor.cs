using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Text;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;
using Radzen;

namespace DinsosIntranet.Features.VictimCases.Pages;

/// <summary>
/// All instances of one block: closed with sensitive answers covered, or open to be filled in. What stands in a block comes
/// to the screen only when it is asked for, and that is recorded.
/// </summary>
public sealed partial class CaseBlockSection
{
    private const string Covered = "••••••";

    private readonly Dictionary<Guid, Edited> _editing = [];
    private readonly Dictionary<Guid, RevealedBlock> _read = [];
    private readonly Dictionary<Guid, string> _errors = [];
    private Guid? _new;
    private string? _notBegun;

    [Inject]
    public required CaseService Service { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [Inject]
    public required CaseReference Reference { get; init; }

    [Inject]
    public required DialogService Dialogs { get; init; }

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
    public required BlockAccess Access { get; set; }

    /// <summary>The page has to read the case anew: the opening has ended while somebody worked, or a form was closed.</summary>
    [Parameter, EditorRequired]
    public required EventCallback OnReread { get; set; }

    private IReadOnlyList<BlockView> Own => [.. Content.Blocks.Where(b => b.Kind == Definition.Code && b.ParentId == ParentId)];

    /// <summary>
    /// What is stored, and after it what was begun here and is not stored yet. The first save must not move the form to
    /// another place of the page: whoever types would lose the field under their hands.
    /// </summary>
    private IEnumerable<(Guid Id, BlockView? Stored)> Shown =>
        Own.Select(b => (b.Id, (BlockView?)b)).Concat(IsBeginning ? [(_new!.Value, null)] : []);

    private bool IsBeginning => _new is { } begun && Own.All(b => b.Id != begun);

    private string NewTitle => Definition.IsRepeatable ? $"{Definition.ItemName} baru" : Definition.Title;

    /// <summary>Uncovered for somebody who only reads, until the block is saved anew.</summary>
    private bool IsRead(BlockView block) => Access == BlockAccess.Read && _read.GetValueOrDefault(block.Id)?.Version == block.Version;

    private IReadOnlyList<AnswerLine> Answers(BlockView block) =>
        IsRead(block) ? Reference.Answers(Definition, BlockValues.From(_read[block.Id].Values), covered: false) : block.Answers;

    private string State(BlockView block) =>
        (block.MissingCount == 0 ? "Lengkap" : $"{block.MissingCount} isian wajib kosong") + $" · disimpan {block.SavedBy.Split(',')[0]} {IndonesianDates.ShortWithTime(block.SavedAt, Zone)}";

    private async Task BeginAsync()
    {
        var id = Guid.CreateVersion7();
        var outcome = await Service.BeginBlockAsync(CaseId, Definition.Code, await Acting.ActAsync());
        _notBegun = outcome.IsOk ? null : outcome.Message;
        if (outcome.IsOk)
        {
            _new = id;
            _editing[id] = new Edited(null, outcome.Value);
        }
        else if (outcome.Refusals.Any(r => r.Field == CaseService.OpeningField))
        {
            await OnReread.InvokeAsync();
        }
    }

    /// <summary>What was saved stands on the page before its form goes.</summary>
    private async Task CloseAsync(Guid blockId)
    {
        await OnReread.InvokeAsync();
        _editing.Remove(blockId);
        if (_new == blockId)
        {
            _new = null;
        }
    }

    private async Task RevealAsync(BlockView block)
    {
        var outcome = await Service.RevealAsync(CaseId, block.Id, await Acting.ActAsync());
        if (outcome.IsOk)
        {
            _errors.Remove(block.Id);
            if (Access == BlockAccess.Write)
            {
                _editing[block.Id] = new Edited(outcome.Value.Version, outcome.Value.Values);
            }
            else
            {
                _read[block.Id] = outcome.Value;
            }
        }
        else
        {
            await RefusedAsync(block.Id, outcome);
        }
    }

    private async Task RemoveAsync(BlockView block)
    {
        if (!await Dialogs.AskAsync($"Hapus {block.Title}?", "Hapus", "Isinya tidak dapat ditampilkan lagi.", "Kembali"))
        {
            return;
        }

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
            await OnReread.InvokeAsync();
        }
    }

    /// <summary>What a form begins with; of no version while nothing is stored.</summary>
    private sealed record Edited(Guid? Version, IReadOnlyDictionary<string, string> Values);
}
