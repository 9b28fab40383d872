using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Complaints.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Complaints.Pages;

/// <summary>What a team does: its log, by every member, and the written result, by whoever leads it.</summary>
public sealed partial class TeamWork
{
    private readonly OneAtATime _acts = new();
    private readonly FormErrors _errors = new("hasil");
    private readonly FormErrors _logErrors = new("kegiatan");
    private FindingInput _finding = new();
    private LogInput _log = new();
    private Guid _shown;

    [Inject]
    public required ComplaintService Service { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [Parameter, EditorRequired]
    public required InvestigationView View { get; set; }

    [Parameter, EditorRequired]
    public required Actor Viewer { get; set; }

    [Parameter, EditorRequired]
    public required EventCallback<string> OnDone { get; set; }

    protected override void OnParametersSet()
    {
        // A result sent back is changed, not written anew.
        if (_shown != View.ComplaintId)
        {
            _shown = View.ComplaintId;
            _finding = View.Finding is { } earlier
                ? new FindingInput { Verdict = earlier.Finding.Verdict, Facts = earlier.Text.Facts, Recommendation = earlier.Text.Recommendation }
                : new FindingInput();
        }
    }

    private async Task AddLogAsync()
    {
        if (await RunAsync(_logErrors, act => LogAsync(act), "Kegiatan tim dicatat."))
        {
            _log = new LogInput();
        }
    }

    private async Task<Outcome> LogAsync(ActionContext act)
    {
        var added = await Service.AddLogAsync(View.ComplaintId, _log, act);
        return added.IsOk ? Outcome.Ok() : added.AsFailure();
    }

    private Task<bool> SubmitAsync() => RunAsync(_errors, act => Service.SubmitFindingsAsync(View.ComplaintId, _finding, act), "Hasil pemeriksaan diajukan untuk disahkan.");

    private async Task<bool> RunAsync(FormErrors errors, Func<ActionContext, Task<Outcome>> write, string done)
    {
        using var turn = _acts.Begin();
        if (turn is null)
        {
            return false;
        }

        var outcome = await write(await Acting.ActAsync());
        errors.Set(outcome.Refusals);
        if (outcome.IsOk)
        {
            await OnDone.InvokeAsync(done);
        }

        return outcome.IsOk;
    }
}
