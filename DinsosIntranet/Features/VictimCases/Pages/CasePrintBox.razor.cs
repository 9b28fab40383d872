using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.VictimCases.Pages;

/// <summary>Prints Form A, B or C: recorded with a reason first, then fetched once as a paper that names who printed it.</summary>
public sealed partial class CasePrintBox
{
    private readonly FormErrors _errors = new("cetak");
    private string _form = "";
    private string _reason = "";
    private (Guid Id, string Form)? _ready;

    [Inject]
    public required CaseService Service { get; init; }

    [Inject]
    public required CaseReference Reference { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [Parameter, EditorRequired]
    public required Guid CaseId { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<FormTemplate> Forms { get; set; }

    protected override void OnInitialized() => _form = Forms[0].Code;

    private async Task PrintAsync()
    {
        var outcome = await Service.PrintAsync(CaseId, _form, _reason, await Acting.ActAsync());
        _errors.Set(outcome.Refusals);
        _ready = outcome.IsOk ? (outcome.Value, _form) : null;
    }
}
