using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Dispositions;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Text;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace DinsosIntranet.Features.Agenda.Pages;

/// <summary>One incoming letter: what it says, its scans, to whom it went and what came of it. It reads again when anybody acts on it.</summary>
public sealed partial class LetterPage
{
    private LetterView? _view;
    private IReadOnlyList<AttachmentRow> _files = [];
    private IReadOnlyList<InstructionChoice> _instructions = [];
    private Guid _opened;
    private int _reading;
    private int _given;
    private bool _gives;
    private bool _missing;
    private bool _toHeading;
    private string? _done;

    [Inject]
    public required AgendaQueries Queries { get; init; }

    [Inject]
    public required AgendaService Agenda { get; init; }

    [Inject]
    public required DispositionQueries Dispositions { get; init; }

    [Inject]
    public required DispositionService Giving { get; init; }

    [Inject]
    public required AttachmentService Attachments { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [Inject]
    public required IJSRuntime Js { get; init; }

    [CascadingParameter]
    public Actor? Actor { get; set; }

    [Parameter]
    public Guid Id { get; set; }

    /// <summary>Set when the form for a new letter led here.</summary>
    [SupplyParameterFromQuery]
    public string? Dicatat { get; set; }

    private string Title => _view is { } view ? $"Agenda {view.Label}" : _missing ? "Surat tidak ditemukan" : "Agenda";

    /// <summary>The first disposition is what the head came for; everything else is asked for.</summary>
    private bool GivesAtOnce => _view is { State: AgendaState.Waiting, Mine: null };

    private string GiveHeading => _view switch
    {
        { Mine: not null } => "Teruskan",
        { State: AgendaState.Waiting } => "Disposisikan",
        _ => "Disposisikan juga ke yang lain",
    };

    private IReadOnlyList<TimelineItem> HistoryItems =>
    [
        .. _view!.Content!.History.Select((h, i) => new TimelineItem(
            IndonesianDates.ShortWithTime(h.At, _view.Agency.Zone),
            h.Title,
            h.Detail is null ? h.ActorText : $"{h.ActorText}: {h.Detail}",
            i == 0 && _view.State != AgendaState.Closed,
            IndonesianDates.LongWithTime(h.At, _view.Agency.Zone),
            h.At.ToString("O"))),
    ];

    protected override void OnInitialized() => Follow(id => id == Id, Topic.Dispositions, Topic.Work);

    protected override async Task OnParametersSetAsync()
    {
        if (_opened == Id || Actor is null)
        {
            return;
        }

        (_opened, _view, _missing, _gives) = (Id, null, false, false);
        _instructions = await Dispositions.InstructionsAsync();
        await ReadAsync();
        _done = Dicatat == "ya" && _view is { } view ? $"Surat dicatat dengan nomor agenda {view.Label}." : null;
        if (_view?.Content is { } content)
        {
            var act = await Acting.ActAsync();
            await Giving.MarkOpenedAsync(Id, act);
            if (content.Letter.IsSecret)
            {
                await Agenda.RecordOpeningAsync(Id, act);
            }
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_toHeading)
        {
            _toHeading = false;
            await Js.InvokeVoidAsync("dinsos.keJudul", true);
        }
    }

    protected override Task RefreshAsync() => _opened == Id ? ReadAsync() : Task.CompletedTask;

    private Task GivenAsync(string sentence)
    {
        _given++;
        return DoneAsync(sentence);
    }

    /// <summary>What was pressed is gone now: reading goes on at the heading.</summary>
    private async Task DoneAsync(string sentence)
    {
        (_done, _gives, _toHeading) = (sentence, false, true);
        await ReadAsync();
        StateHasChanged();
    }

    protected override async Task ReadAsync()
    {
        var reading = ++_reading;
        var view = await Queries.FindAsync(Id, Actor!);
        var files = view?.Content is null ? [] : await Attachments.ListAsync(Id, Actor!);
        if (reading == _reading)
        {
            (_view, _files, _missing) = (view, files, view is null);
        }
    }
}
