using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.VictimCases.Pages;

/// <summary>Proposes one case whose term is over.</summary>
public sealed partial class ProposeDestructionForm
{
    private FormErrors _errors = null!;
    private string _letter = "";
    private bool _isOpen;

    [Inject]
    public required RetentionService Service { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [Parameter, EditorRequired]
    public required RetentionRow Row { get; set; }

    [Parameter, EditorRequired]
    public required EventCallback<string> OnDone { get; set; }

    protected override void OnInitialized() => _errors = new FormErrors($"usul-{Row.CaseId:N}");

    private async Task ProposeAsync()
    {
        var outcome = await Service.ProposeAsync(new ProposeDestruction { CaseId = Row.CaseId, ApprovalLetter = _letter }, await Acting.ActAsync());
        _errors.Set(outcome.Refusals);
        if (outcome.IsOk)
        {
            await OnDone.InvokeAsync($"Pemusnahan isi {Row.Number} diusulkan. Menunggu putusan Kepala Dinas atau Sekretaris Dinas.");
        }
    }
}
