using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Repatriation.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Repatriation.Pages;

/// <summary>One journey as its page shows it: the request, and what the viewer may know of its people.</summary>
public sealed record Journey(RequestView Request, RepatriationView View, Actor Viewer)
{
    public Guid Id => Request.Id;

    public bool CanWork => Request.Place.IsOpen && Request.Rights.WhyNot is null;

    public bool IsAt(string action) => Request.Place.IsOpen && Request.Step.Action == action;
}

/// <summary>A part of the page of a journey: what was refused stands beside its field, and nothing typed is lost when the opening ends.</summary>
public abstract class RepatriationPart : ComponentBase
{

    private readonly OneAtATime _acts = new();
    [Inject]
    public required RepatriationService Service { get; init; }

    [Inject]
    public required RepatriationReference Reference { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [Parameter, EditorRequired]
    public required Journey Journey { get; set; }

    /// <summary>Raised with what to say when something was done; the page reads again.</summary>
    [Parameter]
    public EventCallback<string> OnDone { get; set; }

    /// <summary>The opening has ended while somebody worked.</summary>
    [Parameter]
    public EventCallback OnNeedsOpening { get; set; }

    protected RepatriationView View => Journey.View;

    protected async Task<bool> RunAsync(FormErrors errors, Func<ActionContext, Task<Outcome>> work, string? done)
    {
        using var turn = _acts.Begin();
        if (turn is null)
        {
            return false;
        }

        return await FinishAsync(errors, await work(await Acting.ActAsync()), done);
    }

    protected async Task<bool> FinishAsync(FormErrors errors, Outcome outcome, string? done)
    {
        errors.Set([.. outcome.Refusals.Select(r => r.Field == RepatriationService.OpeningField ? r with { Field = null } : r)]);
        if (outcome.IsOk)
        {
            await OnDone.InvokeAsync(done);
        }
        else if (outcome.Refusals.Any(r => r.Field == RepatriationService.OpeningField))
        {
            await OnNeedsOpening.InvokeAsync();
        }

        return outcome.IsOk;
    }

    protected string Say(MigrantField field, IReadOnlyDictionary<string, string> values) => Reference.Say(field, values.GetValueOrDefault(field.Code, ""));
}
