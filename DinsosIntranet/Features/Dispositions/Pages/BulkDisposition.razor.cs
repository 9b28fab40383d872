using DinsosIntranet.Features.Agency;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Dispositions.Pages;

/// <summary>What was chosen for several letters together; what is null or empty stays as each of them proposes.</summary>
public sealed record BulkChoice(string? ToDeskCode, IReadOnlyList<string> Instructions, DateOnly? DueOn)
{
    public GiveDisposition For(DispositionCase item) => new()
    {
        RequestId = item.RequestId,
        StepId = item.Step.Id,
        ToDeskCode = ToDeskCode ?? item.ProposedDesk ?? "",
        Instructions = Instructions.Count > 0 ? Instructions : item.ProposedInstructions,
        DueOn = DueOn,
    };
}

/// <summary>
/// The bar for the ticked letters: one press disposes each as proposed; "Ubah" chooses one target, instruction and limit
/// for all. What was chosen stays while letters are ticked and unticked.
/// </summary>
public sealed partial class BulkDisposition
{
    private readonly HashSet<string> _chosen = [];
    private IReadOnlyList<DeskChoice> _usual = [];
    private IReadOnlyList<DeskChoice> _others = [];
    private string? _desk;
    private DateOnly? _dueOn;
    private string? _deskError;
    private string? _instructionError;
    private bool _changing;
    private bool _focusHeading;
    private ElementReference _heading;

    [Parameter, EditorRequired]
    public required IReadOnlyList<DispositionCase> Cases { get; set; }

    [Parameter, EditorRequired]
    public required AgencySnapshot Agency { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<InstructionChoice> Instructions { get; set; }

    [Parameter]
    public EventCallback<BulkChoice> OnGive { get; set; }

    [Parameter]
    public EventCallback OnCancel { get; set; }

    private bool IsOther => _desk is not null && _usual.All(d => d.Code != _desk);

    private bool AllHaveProposedDesk => Cases.All(c => c.ProposedDesk is { } desk && desk != c.DeskCode);

    private bool AllHaveProposedInstructions => Cases.All(c => c.ProposedInstructions.Count > 0);

    /// <summary>"Disposisikan 3 surat ke Linjamsos": one target where all go to the same, whether chosen or proposed.</summary>
    private string ButtonText
    {
        get
        {
            var desks = Cases.Select(c => _desk ?? c.ProposedDesk).Distinct().ToList();
            var where = desks is [{ } one] && Agency.FindDesk(one) is { } desk ? " ke " + DispositionDesks.Label(Agency, desk)
                : AllHaveProposedDesk ? " sesuai usul"
                : "";
            return $"Disposisikan {Cases.Count} surat{where}";
        }
    }

    protected override void OnParametersSet()
    {
        var from = Cases.Select(c => c.DeskCode).ToHashSet();
        _usual = [.. DispositionDesks.Usual(Agency, null, "", withOfficials: true).Where(d => !from.Contains(d.Code))];
        _others = [.. DispositionDesks.Others(Agency, _usual, "").Where(d => !from.Contains(d.Code))];
        if (_desk is not null && from.Contains(_desk))
        {
            _desk = null;
        }
    }

    /// <summary>What opens below the list may lie under the fold of a phone: reading goes on at its heading.</summary>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_focusHeading)
        {
            _focusHeading = false;
            await _heading.FocusAsync();
        }
    }

    private void ToggleChanging()
    {
        _changing = !_changing;
        _focusHeading = _changing;
    }

    private void ChooseDesk(string? code) => (_desk, _deskError) = (string.IsNullOrEmpty(code) ? null : code, null);

    private void Toggle(string code)
    {
        _instructionError = null;
        if (!_chosen.Remove(code))
        {
            _chosen.Add(code);
        }
    }

    /// <summary>Letters without a proposal need a choice here; it is asked for before any of them is sent.</summary>
    private Task GiveAsync()
    {
        _deskError = _desk is null && !AllHaveProposedDesk ? "Pilih tujuan: ada surat tanpa usul." : null;
        _instructionError = _chosen.Count == 0 && !AllHaveProposedInstructions ? "Pilih instruksi: ada surat tanpa usul." : null;
        _focusHeading = !_changing && (_deskError is not null || _instructionError is not null);
        _changing |= _deskError is not null || _instructionError is not null;
        return _deskError is null && _instructionError is null ? OnGive.InvokeAsync(new BulkChoice(_desk, [.. _chosen], _dueOn)) : Task.CompletedTask;
    }
}
