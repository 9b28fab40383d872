using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Dtks.Pages;

/// <summary>The step where the operator looks over the certificate's draft, corrects the check if need be, and submits it for signing.</summary>
public sealed partial class DtksPrintPanel
{
    private readonly OneAtATime _acts = new();
    private StepPanelContext? _shown;
    private DtksPanelView? _view;
    private DtksCheckEntry? _entry;
    private DateOnly _today;
    private EarlierLetter? _earlier;
    private string? _earlierFor;
    private IReadOnlyList<Refusal> _refusals = [];
    private IReadOnlyList<FieldError> _errors = [];

    [Inject]
    public required DtksService Service { get; init; }

    [Inject]
    public required DtksQueries Queries { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    protected override void OnInitialized() => Follow(id => id == _shown?.RequestId, Topic.Work);

    protected override async Task OnParametersSetAsync()
    {
        if (Context == _shown)
        {
            return;
        }

        if (_shown?.RequestId != Context.RequestId || !Context.CanWork)
        {
            _entry = null;
        }

        _shown = Context;
        _today = Context.Agency.DateOf(Time.GetUtcNow().UtcDateTime);
        await ReadAsync();
    }

    protected override async Task ReadAsync()
    {
        var context = Context;
        var view = await Queries.PanelAsync(context.RequestId, Gone);
        if (context == _shown)
        {
            _view = view;
        }
    }

    private async Task Revise()
    {
        _entry = _view?.Check is { } check ? DtksCheckEntry.Of(check, Context.Agency.Zone) : null;
        (_refusals, _errors, _earlierFor) = ([], [], null);
        if (_entry is not null)
        {
            await FindEarlierAsync();
        }
    }

    private void Keep() => (_entry, _refusals, _errors) = (null, [], []);

    private async Task FindEarlierAsync()
    {
        var purpose = _entry!.PurposeCode;
        if (purpose == _earlierFor)
        {
            return;
        }

        _earlierFor = purpose;
        var earlier = purpose.Length == 0 ? null : await Service.FindEarlierAsync(Context.RequestId, purpose, _today, Context.Viewer, Gone);
        if (purpose == _earlierFor)
        {
            _earlier = earlier;
        }
    }

    private Task SubmitAsync() => RunAsync(
        async act => await Service.SubmitAsync(Context.RequestId, act),
        "Surat keterangan diajukan untuk ditandatangani.");

    private Task SaveAsync() => RunAsync(
        async act =>
        {
            var outcome = await Service.ReviseAsync(_entry!.ToCommand(Context.RequestId, Context.Agency.Zone), act);
            if (outcome.IsOk)
            {
                await ReadAsync();
                _entry = null;
            }

            return outcome;
        },
        "Hasil cek diperbaiki. Konsep surat dibuat ulang.");

    private async Task RunAsync(Func<ActionContext, Task<Outcome>> write, string done)
    {
        using var turn = _acts.Begin();
        if (turn is null)
        {
            return;
        }

        var outcome = await write(await Acting.ActAsync());
        (_refusals, _errors) = (outcome.Refusals, FieldError.From(outcome.Refusals));
        if (outcome.IsOk)
        {
            await OnDone.InvokeAsync(done);
        }
    }
}
