using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Dispositions;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Text;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace DinsosIntranet.Features.Desks.Pages;

/// <summary>
/// One request: where it stands, the panel of its step, what happened. It reads again when anybody changes the request;
/// the panel, and what is typed in it, stays as long as the request stays at its step.
/// </summary>
public sealed partial class RequestPage
{
    private enum FocusAfter
    {
        Stays,
        /// <summary>The button that was pressed may be gone: then, and only then, the heading takes the focus.</summary>
        IsKept,
        GoesToHeading,
    }

    private RequestView? _view;
    private Guid _opened;
    private int _reading;
    private bool _missing;
    private FocusAfter _focus;
    private string? _done;
    private string? _news;

    [Inject] public required RequestQueries Requests { get; init; }

    [Inject] public required RequestOpening Opening { get; init; }

    [Inject] public required DispositionService Dispositions { get; init; }

    [Inject] public required ActingUser Acting { get; init; }

    [Inject] public required ActionRegistry Panels { get; init; }

    [Inject] public required IEnumerable<RequestDetailsPanel> DetailPanels { get; init; }

    [Inject] public required IJSRuntime Js { get; init; }

    [CascadingParameter] public Actor? Actor { get; set; }

    [Parameter] public Guid Id { get; set; }

    /// <summary>Which of the desk's acts stands open at once, asked for by a menu on another page.</summary>
    [SupplyParameterFromQuery] public string? Buat { get; set; }

    private string Title => _view is { } view
        ? view.IsConfidential ? view.Number : $"{view.Number} · {view.Standard.ShortTitle}"
        : _missing ? "Permohonan tidak ditemukan" : "Permohonan";

    private Type? PanelType => Panels.Panel(_view!.Step.Action);

    private Dictionary<string, object> PanelParameters => new()
    {
        [nameof(StepPanel.Context)] = new StepPanelContext(Id, _view!.Number, _view.Standard, _view.Step, _view.Agency, Actor!, _view.Rights.WhyNot),
        [nameof(StepPanel.OnDone)] = EventCallback.Factory.Create<string>(this, DoneAsync),
    };

    private Type? Details => DetailPanels.FirstOrDefault(d => d.StandardCode == _view!.Standard.Code)?.Component;

    private Dictionary<string, object> DetailsParameters => new()
    {
        [nameof(RequestDetails.RequestId)] = Id,
        [nameof(RequestDetails.Viewer)] = Actor!,
        [nameof(RequestDetails.Agency)] = _view!.Agency,
        [nameof(RequestDetails.OnDone)] = EventCallback.Factory.Create<string>(this, DoneAsync),
    };

    private bool HistoryHasDates => _view!.History.Any(h => _view.Agency.DateOf(h.At) != Today);

    private IReadOnlyList<TimelineItem> HistoryItems =>
    [
        .. _view!.History.Select((h, i) => new TimelineItem(
            HistoryHasDates ? IndonesianDates.ShortWithTime(h.At, _view.Agency.Zone) : IndonesianDates.Time(h.At, _view.Agency.Zone),
            h.Title,
            (h.Detail is null ? h.ActorText : $"{h.ActorText}: “{h.Detail}”") + (h.Receipt is null ? "" : $" · {h.Receipt}"),
            i == 0 && _view.Place.IsOpen,
            IndonesianDates.LongWithTime(h.At, _view.Agency.Zone),
            h.At.ToString("O"))),
    ];

    private DateOnly Today => _view!.Agency.DateOf(Time.GetUtcNow().UtcDateTime);

    protected override void OnInitialized()
    {
        Follow(id => id == Id, Topic.Work, Topic.Dispositions, Topic.Letters);
        FollowTheClock();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (_opened == Id || Actor is null)
        {
            return;
        }

        (_opened, _view, _missing, _done, _news) = (Id, null, false, null, null);
        await ReadAsync();
        if (_view is not null)
        {
            var act = await Acting.ActAsync();
            await Opening.RecordAsync(Id, act);
            await Dispositions.MarkOpenedAsync(Id, act);
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_focus != FocusAfter.Stays)
        {
            var always = _focus == FocusAfter.GoesToHeading;
            _focus = FocusAfter.Stays;
            await Js.InvokeVoidAsync("dinsos.keJudul", always);
        }
    }

    private static string StatusText(RequestView view) => view.Place switch
    {
        { IsOpen: false } place => WorkWords.Status(place.Status),
        { HolderName: { } holder } => $"Dipegang {holder}",
        { Status: WorkStatus.WaitingForDocuments } => WorkWords.Status(WorkStatus.WaitingForDocuments),
        var place => $"Antrean {place.DeskName}",
    };

    /// <summary>Who did what, when; some titles name who acted already ("Diambil Euis Nurhayati").</summary>
    private static string NewsText(HistoryLine news, string time)
    {
        var name = news.ActorText.Split(',')[0];
        return news.Title.Contains(name, StringComparison.Ordinal)
            ? $"{news.Title}, pukul {time}."
            : $"{news.Title} oleh {news.ActorText}, pukul {time}.";
    }

    /// <summary>After an act of the viewer: what happened is said, and reading starts at the heading when the step was left.</summary>
    private async Task DoneAsync(string sentence)
    {
        var visit = _view?.Visit;
        (_done, _news) = (sentence, null);
        await ReadAsync();
        _focus = _view?.Visit == visit ? FocusAfter.IsKept : FocusAfter.GoesToHeading;
        StateHasChanged();
    }

    /// <summary>What somebody else did is told.</summary>
    protected override async Task RefreshAsync()
    {
        var known = _view;
        await ReadAsync();
        if (known is not null && _view is not null && known.Id == _view.Id)
        {
            var before = known.History.Select(h => h.Id).ToHashSet();
            if (_view.History.FirstOrDefault(h => !before.Contains(h.Id) && h.ActorId != Actor!.UserId) is { } news)
            {
                (_news, _done) = (NewsText(news, IndonesianDates.Time(news.At, _view.Agency.Zone)), null);
            }
        }
    }

    protected override async Task ReadAsync()
    {
        var reading = ++_reading;
        var view = await Requests.FindAsync(Id, Actor!);
        if (reading == _reading)
        {
            (_view, _missing) = (view, view is null);
        }
    }
}
