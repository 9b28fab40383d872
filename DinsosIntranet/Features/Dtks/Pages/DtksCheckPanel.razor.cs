using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Drafts;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Dtks.Pages;

/// <summary>The step where the operator records what SIKS-NG says. What is typed is kept as a draft until it is saved.</summary>
public sealed partial class DtksCheckPanel : IAsyncDisposable
{
    private readonly OneAtATime _acts = new();
    private StepPanelContext? _shown;
    private DtksPanelView? _view;
    private DtksCheckEntry? _entry;
    private FormDraft<DtksCheckEntry>? _draft;
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
    public required DraftStore Drafts { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [Inject]
    public required ILogger<DtksCheckPanel> Logger { get; init; }

    private string? DraftText => _draft?.Text(Context.Agency.Zone);

    private string SaveText => _entry?.IsRegistered == false ? "Simpan, cetak lembar informasi" : "Simpan, lanjut cetak surat";

    protected override async Task OnParametersSetAsync()
    {
        if (Context == _shown)
        {
            return;
        }

        var isSamePlace = _shown?.RequestId == Context.RequestId && _shown.Step.Id == Context.Step.Id && _shown.CanWork == Context.CanWork;
        _shown = Context;
        if (!isSamePlace || !Context.CanWork)
        {
            await LoadAsync(Context);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Dispose();
        await (_draft?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    private async Task LoadAsync(StepPanelContext context)
    {
        var now = Time.GetUtcNow().UtcDateTime;
        _today = context.Agency.DateOf(now);
        var view = await Queries.PanelAsync(context.RequestId, Gone);
        await (_draft?.DisposeAsync() ?? ValueTask.CompletedTask);
        var draft = context.CanWork
            ? new FormDraft<DtksCheckEntry>(Drafts, context.Viewer.UserId, DraftKeys.Step(context.RequestId, context.Step.Id), () => _entry!, InvokeAsync, StateHasChanged, Time, Logger)
            : null;
        var kept = draft is null ? null : await draft.FindAsync(Gone);
        if (context != _shown)
        {
            return;
        }

        (_view, _draft) = (view, draft);
        _entry = kept ?? DtksCheckEntry.New(view, context.Agency, now);
        (_refusals, _errors, _earlier, _earlierFor) = ([], [], null, null);
        await FindEarlierAsync();
    }

    private async Task ChangedAsync()
    {
        if (!_acts.IsBusy)
        {
            _draft!.Touch();
        }

        await FindEarlierAsync();
    }

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

    private async Task SaveAsync()
    {
        using var turn = _acts.Begin();
        if (turn is null || _entry is null)
        {
            return;
        }

        await _draft!.DropAsync();
        var outcome = await Service.RecordAsync(_entry.ToCommand(Context.RequestId, Context.Agency.Zone), await Acting.ActAsync());
        if (outcome.IsOk)
        {
            await OnDone.InvokeAsync(outcome.Value.IsRegistered
                ? "Hasil cek tersimpan. Periksa konsep surat, lalu ajukan."
                : "Hasil cek tersimpan. Lembar informasi siap dicetak di loket.");
            return;
        }

        _draft.Touch();
        _refusals = outcome.Refusals;
        _errors = FieldError.From(_refusals);
    }
}
