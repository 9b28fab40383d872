using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Text;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;
using Radzen;

namespace DinsosIntranet.Features.Standards.Pages;

/// <summary>The days of one standard, the latest first; what is still to come can get another day or be called off.</summary>
public sealed partial class ScheduleList
{
    private readonly FormErrors _errors = new("jadwal");
    private Guid? _moving;
    private DateOnly? _from;

    [Inject]
    public required StandardScheduleService Service { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [Inject]
    public required DialogService Dialogs { get; init; }

    [Parameter, EditorRequired]
    public required StandardHistory History { get; set; }

    [Parameter, EditorRequired]
    public required bool MayDecide { get; set; }

    [Parameter]
    public EventCallback<string> OnDone { get; set; }

    /// <summary>Raised when somebody else was first: the page reads again.</summary>
    [Parameter]
    public EventCallback OnStale { get; set; }

    private StandardPlan? Current => History.Current;

    private void Open(StandardPlan plan)
    {
        (_moving, _from) = (plan.Id, plan.From);
        _errors.Clear();
    }

    private void Close()
    {
        _moving = null;
        _errors.Clear();
    }

    private async Task MoveAsync(StandardPlan plan)
    {
        var outcome = await Service.MoveAsync(new MovePlan { Code = History.Code, PlanId = plan.Id, From = _from, Seen = History.Seen }, await Acting.ActAsync());
        await EndAsync(outcome, $"{Subject(plan)} diubah ke {IndonesianDates.Short(_from ?? plan.From)}.");
    }

    private async Task CancelAsync(StandardPlan plan)
    {
        if (!await Dialogs.AskAsync($"Batalkan rencana ini? {ScheduleWords.Of(plan)}", "Batalkan rencana", "Versinya tetap tersimpan dan dapat direncanakan lagi.", keep: "Biarkan"))
        {
            return;
        }

        await EndAsync(await Service.CancelAsync(History.Code, plan.Id, History.Seen, await Acting.ActAsync()), $"{Subject(plan)} dibatalkan.");
    }

    private async Task EndAsync(Outcome outcome, string sentence)
    {
        if (outcome.IsOk)
        {
            Close();
            await OnDone.InvokeAsync(sentence);
            return;
        }

        _errors.Set(outcome.Refusals);
        if (outcome.Kind == OutcomeKind.Conflict)
        {
            await OnStale.InvokeAsync();
        }
    }

    private static string Subject(StandardPlan plan) => plan.VersionNumber is { } number ? $"Rencana versi {number}" : "Rencana penghentian";
}
