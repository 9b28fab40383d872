using System.Globalization;
using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Text;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Dispositions.Pages;

/// <summary>A new standing disposition: which step, where to, with what, between which days.</summary>
public sealed partial class StandingForm
{
    private const int DaysAtFirst = 30;

    private readonly HashSet<string> _chosen = [];
    private List<StandingPlace> _places = [];
    private IReadOnlyList<InstructionChoice> _instructions = [];
    private IReadOnlyList<InstructionChoice> _first = [];
    private IReadOnlyList<FieldError> _errors = [];
    private AgencySnapshot? _agency;
    private StandingPlace? _place;
    private string? _notice;
    private string? _desk;
    private string? _note;
    private DateOnly? _from;
    private DateOnly? _until;
    private bool _showAll;

    [Inject]
    public required DispositionQueries Queries { get; init; }

    [Inject]
    public required StandingDispositionService Standing { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [Parameter, EditorRequired]
    public required Actor Actor { get; set; }

    /// <summary>Raised once it holds, with a sentence saying so.</summary>
    [Parameter]
    public EventCallback<string> OnDone { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _agency = await Queries.AgencyAsync();
        _instructions = await Queries.InstructionsAsync();
        _places = [.. await Queries.StandingPlacesAsync(Actor)];
        await StartOverAsync();
    }

    private static IEnumerable<DeskChoice> DesksFor(AgencySnapshot agency, StandingPlace place)
    {
        var usual = DispositionDesks.Usual(agency, place.ProposedDesk, place.DeskCode, withOfficials: !place.IsAssign);
        return usual.Concat(DispositionDesks.Others(agency, usual, place.DeskCode));
    }

    private IEnumerable<DeskChoice> Desks(AgencySnapshot agency) => _place is null ? [] : DesksFor(agency, _place);

    private string? ErrorOf(string field) => _errors.FirstOrDefault(e => e.FieldId == field)?.Message;

    private async Task StartOverAsync()
    {
        var today = await Queries.TodayAsync();
        (_from, _until, _note, _showAll, _errors, _notice) = (today, today.AddDays(DaysAtFirst), null, false, [], null);
        Take(_places.FirstOrDefault());
    }

    private void ChoosePlace(ChangeEventArgs change)
    {
        if (int.TryParse(change.Value as string, CultureInfo.InvariantCulture, out var index) && index >= 0 && index < _places.Count)
        {
            Take(_places[index]);
        }
    }

    private void Take(StandingPlace? place)
    {
        _place = place;
        _chosen.Clear();
        if (place is not null && _agency is not null)
        {
            _desk = DesksFor(_agency, place).FirstOrDefault()?.Code;
            _chosen.UnionWith(place.ProposedInstructions);
            _first = [.. _instructions.Where(i => _chosen.Contains(i.Code)), .. _instructions.Where(i => i.IsShort && !_chosen.Contains(i.Code)).Take(2)];
        }
    }

    private void Toggle(string code)
    {
        if (!_chosen.Remove(code))
        {
            _chosen.Add(code);
        }
    }

    private async Task CreateAsync()
    {
        _notice = null;
        if (_place is null || _from is null || _until is null)
        {
            _errors = [new FieldError(_from is null ? "tetap-dari" : "tetap-sampai", "Isi tanggal mulai dan tanggal akhir.")];
            return;
        }

        var outcome = await Standing.CreateAsync(
            new CreateStandingDisposition
            {
                StandardCode = _place.StandardCode,
                StepId = _place.StepId,
                ToDeskCode = _desk ?? "",
                Instructions = [.. _chosen],
                Note = _note,
                From = _from.Value,
                Until = _until.Value,
            },
            await Acting.ActAsync());
        if (outcome.IsOk)
        {
            var sentence = $"{_place.Text} diteruskan ke {_agency!.DeskName(outcome.Value.ToDeskCode)}, {IndonesianDates.Short(_from.Value)} sampai dengan {IndonesianDates.Short(_until.Value)}.";
            await StartOverAsync();
            await OnDone.InvokeAsync(sentence);
        }
        else if (outcome.Refusals.Any(r => r.Field is not null))
        {
            _errors = [.. outcome.Refusals.Select(r => new FieldError(FieldOf(r.Field), r.Message))];
        }
        else
        {
            (_errors, _notice) = ([], outcome.Message);
        }
    }

    private static string? FieldOf(string? field) => field switch
    {
        nameof(CreateStandingDisposition.StandardCode) or nameof(CreateStandingDisposition.StepId) => "tetap-langkah",
        nameof(CreateStandingDisposition.ToDeskCode) => "tetap-tujuan",
        nameof(CreateStandingDisposition.Instructions) => "tetap-instruksi",
        nameof(CreateStandingDisposition.From) => "tetap-dari",
        nameof(CreateStandingDisposition.Until) => "tetap-sampai",
        nameof(CreateStandingDisposition.Note) => "tetap-catatan",
        _ => null,
    };
}
