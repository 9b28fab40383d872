using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;
using Radzen;

namespace DinsosIntranet.Features.Letters.Pages;

/// <summary>
/// What waits for the viewer's signature. Each letter can be read here and leads to its request; several are signed at
/// once, and the result says which were and why the others were not.
/// </summary>
public sealed partial class SigningPage
{
    private readonly OneAtATime _acts = new();
    private SigningList? _list;
    private TimeZoneInfo? _zone;
    private readonly HashSet<Guid> _selected = [];
    private int _reading;
    private IReadOnlyList<SigningResult> _results = [];

    [Inject]
    public required DialogService Dialogs { get; init; }

    [Inject]
    public required LetterQueries Queries { get; init; }

    [Inject]
    public required AgencyDirectory Agencies { get; init; }

    [CascadingParameter]
    public Actor? Actor { get; set; }

    private string? Summary => _list switch
    {
        null => null,
        { Count: 0 } => "Tidak ada yang menunggu",
        { AwaitingInk.Count: 0 } => $"{_list.ToSign.Count} surat untuk diperiksa",
        _ => $"{_list.ToSign.Count} surat untuk diperiksa, {_list.AwaitingInk.Count} menunggu tanda tangan",
    };

    private string ResultHeading => _results.Count(r => !r.IsSigned) switch
    {
        0 => $"{_results.Count} surat ditandatangani",
        var failed when failed == _results.Count => "Belum ada yang ditandatangani",
        var failed => $"{_results.Count - failed} surat ditandatangani, {failed} tidak",
    };

    protected override void OnInitialized() => Follow(Topic.Work, Topic.Letters);

    protected override Task OnParametersSetAsync() => _list is null ? ReadAsync() : Task.CompletedTask;

    private void Select((Guid LetterId, bool IsSelected) choice)
    {
        if (!choice.IsSelected)
        {
            _selected.Remove(choice.LetterId);
        }
        else if (_selected.Count < LetterService.MostAtOnce)
        {
            _selected.Add(choice.LetterId);
        }
    }

    private void SelectNone() => _selected.Clear();

    private async Task SignAsync()
    {
        using var turn = _acts.Begin();
        if (turn is null || _list is null || Actor is null)
        {
            return;
        }

        var agency = await Agencies.GetAsync(Gone);
        var rows = _list.ToSign.Where(r => _selected.Contains(r.LetterId)).ToList();
        var answer = await Dialogs.OpenAsync<BatchSignDialog>(
            $"Tanda tangani {rows.Count} surat?",
            new Dictionary<string, object?>
            {
                [nameof(BatchSignDialog.Rows)] = rows,
                [nameof(BatchSignDialog.Capacities)] = LetterQueries.CapacitiesOf(rows, Actor, agency),
                [nameof(BatchSignDialog.DefaultMode)] = Enum.TryParse<SigningMode>(agency.Profile.DefaultSigningMode, out var mode) ? mode : SigningMode.Wet,
            },
            ConfirmDialogs.Options("560px"));
        if (answer is IReadOnlyList<SigningResult> results)
        {
            _results = results;
            _selected.Clear();
            await ReadAsync();
        }
    }

    protected override async Task ReadAsync()
    {
        if (Actor is null)
        {
            return;
        }

        var reading = ++_reading;
        var agency = await Agencies.GetAsync(Gone);
        var list = await Queries.WaitingAsync(Actor, agency, Time.GetUtcNow().UtcDateTime, Gone);
        if (reading == _reading)
        {
            (_list, _zone) = (list, agency.Zone);
            _selected.RemoveWhere(id => list.ToSign.All(r => r.LetterId != id));
        }
    }
}
