using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.VictimCases.Pages;

/// <summary>The clock of the report to the police: how much is left of it, and its switch.</summary>
public sealed partial class CasePoliceBox
{
    [Inject]
    public required CaseService Service { get; init; }

    [Parameter, EditorRequired]
    public required CaseView View { get; set; }

    [Parameter, EditorRequired]
    public required EventCallback<CaseAct> OnAct { get; set; }

    private Task SwitchAsync(bool isOn) => OnAct.InvokeAsync(new CaseAct(
        act => Service.SetPoliceClockAsync(View.Id, isOn, act), isOn ? "Jam lapor polisi menyala." : "Jam lapor polisi mati."));
}
