using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.VictimCases.Pages;

/// <summary>A form on the page of a case: what was refused stands beside its field, and nothing typed is lost when the opening ends.</summary>
public abstract class CaseFormPart : ComponentBase
{
    [Inject]
    public required CaseService Service { get; init; }

    [Inject]
    public required CaseReference Reference { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [Parameter, EditorRequired]
    public required Guid CaseId { get; set; }

    /// <summary>Raised with what to say when something was done.</summary>
    [Parameter, EditorRequired]
    public required EventCallback<string> OnDone { get; set; }

    /// <summary>The opening has ended while somebody worked.</summary>
    [Parameter, EditorRequired]
    public required EventCallback OnNeedsOpening { get; set; }

    protected async Task<bool> RunAsync(FormErrors errors, Func<ActionContext, Task<Outcome>> work, string done)
    {
        var outcome = await work(await Acting.ActAsync());
        return await FinishAsync(errors, outcome, done);
    }

    protected async Task<bool> FinishAsync(FormErrors errors, Outcome outcome, string? done)
    {
        errors.Set([.. outcome.Refusals.Select(r => r.Field == CaseService.OpeningField ? r with { Field = null } : r)]);
        if (outcome.IsOk)
        {
            if (done is not null)
            {
                await OnDone.InvokeAsync(done);
            }
        }
        else if (outcome.Refusals.Any(r => r.Field == CaseService.OpeningField))
        {
            await OnNeedsOpening.InvokeAsync();
        }

        return outcome.IsOk;
    }
}
