using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.VictimCases.Pages;

/// <summary>Prints Form A, B or C: recorded with a reason first, then fetched once as a paper that names who printed it.</summary>
public sealed partial class CasePrintBox
{
    /// <summary>A letter of referral is printed where the referral stands.</summary>
    private static readonly CasePaperKind[] Papers = [CasePaperKind.AssessmentReport, CasePaperKind.IncomingAnswer, CasePaperKind.Redacted];

    private readonly FormErrors _errors = new("cetak");
    private string _form = "";
    private string _reason = "";
    private (Guid Id, string Name)? _ready;

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

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private async Task PrintAsync()
    {
        var act = await Acting.ActAsync();
        var outcome = Enum.TryParse<CasePaperKind>(_form, out var paper)
            ? await Service.PrintPaperAsync(CaseId, paper, null, _reason, act)
            : await Service.PrintAsync(CaseId, _form, _reason, act);
        _errors.Set(outcome.Refusals);
        _ready = outcome.IsOk ? (outcome.Value, Capital(CaseFormWriter.Name(_form))) : null;
    }
}
