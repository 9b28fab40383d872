using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.VictimCases.Pages;

/// <summary>Holding cases for a legal process, and lifting what holds them.</summary>
public sealed partial class CaseHolds
{
    private readonly FormErrors _errors = new("tahan");
    private readonly FormErrors _liftErrors = new("lepas");
    private PlaceHold _input = new();
    private Guid? _lifting;
    private string _liftReason = "";

    [Inject]
    public required RetentionService Service { get; init; }

    [Inject]
    public required CaseReference Reference { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<HoldRow> Rows { get; set; }

    [Parameter]
    public bool MayHold { get; set; }

    [Parameter]
    public bool MayLift { get; set; }

    [Parameter, EditorRequired]
    public required EventCallback<string> OnDone { get; set; }

    private void Begin(Guid holdId)
    {
        (_lifting, _liftReason) = (holdId, "");
        _liftErrors.Clear();
    }

    private async Task HoldAsync()
    {
        var outcome = await Service.HoldAsync(_input, await Acting.ActAsync());
        _errors.Set(outcome.Refusals);
        if (outcome.IsOk)
        {
            _input = new PlaceHold();
            await OnDone.InvokeAsync("Kasus ditahan.");
        }
    }

    private async Task LiftAsync(HoldRow row)
    {
        var outcome = await Service.LiftAsync(row.Id, _liftReason, await Acting.ActAsync());
        _liftErrors.Set(outcome.Refusals);
        if (outcome.IsOk)
        {
            _lifting = null;
            await OnDone.InvokeAsync($"Penahanan {row.Number} dilepas.");
        }
    }
}
