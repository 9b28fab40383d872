using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Text;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Dispositions.Pages;

/// <summary>
/// Where to, with which instructions, until when: what the standard proposes is chosen already, so that one press is
/// enough. What was chosen or typed stays through refusals and through changes made elsewhere.
/// </summary>
public sealed partial class DispositionForm
{
    private const int InstructionsAtFirst = 3;

    private readonly HashSet<string> _chosen = [];
    private string? _shown;
    private IReadOnlyList<DeskChoice> _usual = [];
    private IReadOnlyList<DeskChoice> _others = [];
    private IReadOnlyList<DeskPerson>? _people;
    private IReadOnlyList<FieldError> _errors = [];
    private IReadOnlyList<InstructionChoice> _first = [];
    private string? _notice;
    private string? _desk;
    private Guid? _person;
    private string? _note;
    private DateOnly? _dueOn;
    private bool _showOthers;
    private bool _showAll;
    private bool _showMore;

    [Inject]
    public required DispositionService Dispositions { get; init; }

    [Inject]
    public required DispositionQueries Queries { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    [Parameter, EditorRequired]
    public required DispositionTask Case { get; set; }

    [Parameter, EditorRequired]
    public required AgencySnapshot Agency { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<InstructionChoice> Instructions { get; set; }

    /// <summary>Why it cannot be disposed here now; the form then stays readable without its button.</summary>
    [Parameter]
    public string? WhyNot { get; set; }

    /// <summary>Raised once it is disposed, with a sentence saying where to.</summary>
    [Parameter]
    public EventCallback<string> OnDone { get; set; }

    private bool IsOther => _desk is not null && _usual.All(d => d.Code != _desk);

    private IReadOnlyList<InstructionChoice> ShownInstructions => _showAll ? Instructions : _first;

    private string DeskName => _desk is null ? "" : Agency.DeskName(_desk);

    private DateOnly Today => Agency.DateOf(Time.GetUtcNow().UtcDateTime);

    private string Target
    {
        get
        {
            if (_person is { } id && _people?.FirstOrDefault(p => p.UserId == id) is { } person)
            {
                return person.Name;
            }

            return _usual.FirstOrDefault(d => d.Code == _desk)?.Label ?? DeskName;
        }
    }

    private string ButtonText => _desk is null
        ? Case.IsAssign ? "Tugaskan" : "Disposisikan"
        : (Case.IsAssign ? "Tugaskan ke " : "Disposisikan ke ") + Target;

    private string DueText => "Batas: " + (Case.DueAt is not { } due
        ? "belum ada"
        : Agency.DateOf(due) == Today ? "hari ini" : IndonesianDates.Short(Agency.DateOf(due)));

    private string? OwnClockText => Case.DueAt is { } due
        ? $"Bila kosong, berlaku jam layanan: {IndonesianDates.ShortWithTime(due, Agency.Zone)}."
        : null;

    protected override async Task OnParametersSetAsync()
    {
        if (_shown == Case.Key)
        {
            return;
        }

        _shown = Case.Key;
        (_errors, _notice, _person, _note, _dueOn) = ([], null, null, null, null);
        (_showOthers, _showAll, _showMore) = (false, false, false);
        _usual = DispositionDesks.Usual(Agency, Case.ProposedDesk, Case.DeskCode, withOfficials: !Case.IsAssign);
        _others = DispositionDesks.Others(Agency, _usual, Case.DeskCode);
        _desk = _usual.Any(d => d.Code == Case.ProposedDesk) ? Case.ProposedDesk : null;
        _chosen.Clear();
        _chosen.UnionWith(Case.ProposedInstructions.Where(code => Instructions.Any(i => i.Code == code)));
        var others = Instructions.Where(i => !_chosen.Contains(i.Code) && i.IsShort).Take(Math.Max(1, InstructionsAtFirst - _chosen.Count));
        _first = [.. Instructions.Where(i => _chosen.Contains(i.Code)), .. others];
        await LoadPeopleAsync();
    }

    private static string Holds(DeskPerson person) => $"memegang {person.Holds}";

    private string? ErrorOf(string field) => _errors.FirstOrDefault(e => e.FieldId == field)?.Message;

    private void Toggle(string code)
    {
        if (!_chosen.Remove(code))
        {
            _chosen.Add(code);
        }
    }

    private void ToggleOthers() => _showOthers = !_showOthers;

    private Task ChooseOtherAsync(ChangeEventArgs change) => ChooseDeskAsync(change.Value as string);

    private async Task ChooseDeskAsync(string? code)
    {
        if (string.IsNullOrEmpty(code) || code == _desk)
        {
            return;
        }

        (_desk, _person, _people) = (code, null, null);
        _showOthers = IsOther;
        await LoadPeopleAsync();
    }

    private async Task ShowMoreAsync()
    {
        _showMore = true;
        await LoadPeopleAsync();
    }

    /// <summary>People are asked for only where they are shown; an answer for a desk no longer chosen is dropped.</summary>
    private async Task LoadPeopleAsync()
    {
        if (_people is not null || _desk is not { } desk || !(Case.IsAssign || _showMore))
        {
            return;
        }

        var people = await Queries.PeopleAsync(desk, (await Acting.ActAsync()).Actor);
        if (_desk == desk)
        {
            _people = people;
        }
    }

    private async Task GiveAsync()
    {
        _notice = null;
        var outcome = await GiveAsync(new DispositionContent(_desk ?? "", _person, [.. _chosen], _note, _dueOn), await Acting.ActAsync());
        if (outcome.IsOk)
        {
            _errors = [];
            await OnDone.InvokeAsync($"{Case.Number} {(Case.IsAssign ? "ditugaskan" : "didisposisikan")} ke {Target}.");
            return;
        }

        if (outcome.Kind == OutcomeKind.Refused && outcome.Refusals.Any(r => r.Field is not null))
        {
            _errors = [.. outcome.Refusals.Select(r => new FieldError(FieldOf(r.Field), r.Message))];
            _showMore |= _errors.Any(e => e.FieldId is "disp-batas" or "disp-catatan");
        }
        else
        {
            (_errors, _notice) = ([], outcome.Message);
        }
    }

    private async Task<Outcome> GiveAsync(DispositionContent content, ActionContext act) => Case.AgendaId is { } agendaId
        ? await Dispositions.GiveOnLetterAsync(new GiveOnLetter(agendaId, Case.ParentId, content), act)
        : await Dispositions.GiveAsync(
            new GiveDisposition
            {
                RequestId = Case.RequestId!.Value,
                StepId = Case.StepId,
                ToDeskCode = content.ToDeskCode,
                ToUserId = content.ToUserId,
                Instructions = content.Instructions,
                Note = content.Note,
                DueOn = content.DueOn,
            },
            act);

    private static string? FieldOf(string? field) => field switch
    {
        nameof(GiveDisposition.ToDeskCode) => "disp-tujuan",
        nameof(GiveDisposition.Instructions) => "disp-instruksi",
        nameof(GiveDisposition.DueOn) => "disp-batas",
        nameof(GiveDisposition.Note) => "disp-catatan",
        _ => null,
    };
}
