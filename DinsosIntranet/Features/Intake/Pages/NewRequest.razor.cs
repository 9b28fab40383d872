using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Drafts;
using DinsosIntranet.Shared.Text;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;
using Radzen;

namespace DinsosIntranet.Features.Intake.Pages;

/// <summary>
/// The form of a new request, from top to bottom by keyboard alone. What is typed is saved as a draft a second after the
/// last key, with the request's id in it, so that scans stay with it over a reload or a lost connection.
/// </summary>
public sealed partial class NewRequest : IAsyncDisposable
{
    private readonly OneAtATime _acts = new();
    private readonly CancellationTokenSource _gone = new();
    private DraftTimer? _timer;
    private IntakeForm? _form;
    private RegisteredRequest? _registered;
    private IReadOnlyList<AttachmentRow> _files = [];
    private IReadOnlyList<Refusal> _refused = [];
    private IReadOnlyList<FieldError> _errors = [];
    private Guid? _openedFor;
    private string? _restoredGuest;
    private string? _startWith;
    private DateTime? _savedAt;
    private bool _draftFailed;
    private bool _attempted;
    private bool _asComplete;
    private bool _editsApplicant;
    private Func<ValueTask>? _focus;
    private PersonSearch? _search;
    private PersonFields? _applicant;
    private ElementReference _service;

    [Inject]
    public required IntakeQueries Queries { get; init; }

    [Inject]
    public required IntakeService Intake { get; init; }

    [Inject]
    public required PersonQueries Persons { get; init; }

    [Inject]
    public required AttachmentService Attachments { get; init; }

    [Inject]
    public required DraftStore Drafts { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [Inject]
    public required DialogService Dialogs { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    [Inject]
    public required ILogger<NewRequest> Logger { get; init; }

    [CascadingParameter]
    public Actor? Actor { get; set; }

    /// <summary>The guest book entry the request begins with.</summary>
    [SupplyParameterFromQuery(Name = "tamu")]
    public string? GuestAsked { get; set; }

    private Guid? GuestId => AddressValues.Id(GuestAsked);

    private bool ShowsApplicant => _form!.Draft.Source switch
    {
        ApplicantSource.None => false,
        ApplicantSource.New => true,
        _ => _editsApplicant || (_attempted && PersonRules.Check(_form.Draft.Applicant, "", _form.Choices.Rules).Count > 0),
    };

    private string? ApplicantAddress => _form!.Draft is { Source: not ApplicantSource.None, Applicant: { Address.Length: > 0 } person }
        ? Persons.FullAddress(person.Address, new[] { person.VillageCode, person.DistrictCode }.FirstOrDefault(c => c.Length > 0))
        : null;

    private Dictionary<string, object> ApplicationParameters => new()
    {
        [nameof(ApplicationFormFields.Answers)] = _form!.Draft.Answers,
        [nameof(ApplicationFormFields.RequestId)] = _form.Draft.RequestId,
        [nameof(ApplicationFormFields.ErrorOf)] = (Func<string, string?>)ErrorOf,
        [nameof(ApplicationFormFields.OnChanged)] = EventCallback.Factory.Create(this, Changed),
    };

    private string RequirementsText => _form!.Channel is null ? "" : $"{_form.PresentCount} dari {_form.Requirements.Count} ada";

    private string DraftText => this switch
    {
        { _draftFailed: true } => "Draf belum tersimpan",
        { _savedAt: { } at } => $"Draf tersimpan pukul {IndonesianDates.Time(at, _form!.Choices.Agency.Zone)}",
        _ => "",
    };

    public async ValueTask DisposeAsync()
    {
        if (_timer is not null)
        {
            await _timer.FlushAsync();
            _timer.Dispose();
        }

        await _gone.CancelAsync();
        _gone.Dispose();
    }

    protected override void OnInitialized() => _timer = new DraftTimer(() => InvokeAsync(SaveDraftAsync), Time);

    protected override async Task OnParametersSetAsync()
    {
        if (Actor is not null && (_form is null || _openedFor != GuestId))
        {
            await OpenAsync();
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_focus is { } focus)
        {
            _focus = null;
            await focus();
        }
    }

    private string? ErrorOf(string field) => _attempted ? _form!.Check(_asComplete).Of(field) ?? _refused.Of(field) : null;

    private string GuestText(GuestRow guest) => $"{guest.Label} · {guest.Name} · {IndonesianDates.Time(guest.ArrivedAt, _form!.Choices.Agency.Zone)}";

    /// <summary>Begins the form: with the draft where there is one, else empty or with the guest of the guest book.</summary>
    private async Task OpenAsync()
    {
        _openedFor = GuestId;
        await _timer!.FlushAsync();
        var saved = await Drafts.FindAsync<IntakeDraft>(Actor!.UserId, DraftKeys.NewRequest, _gone.Token);
        var draft = saved?.Content ?? new IntakeDraft { GuestId = GuestId };
        var choices = await Queries.ChoicesAsync(GuestId ?? draft.GuestId, Actor!, _gone.Token);
        var guest = choices.Guests.FirstOrDefault(g => g.Id == GuestId);
        _files = saved is null ? [] : await Attachments.ListAsync(draft.RequestId, Actor!, _gone.Token);
        _savedAt = saved?.SavedAt;
        _restoredGuest = saved is not null && guest is not null && draft.GuestId != guest.Id ? guest.Label : null;
        _startWith = saved is null ? guest?.Name : null;
        (_registered, _attempted, _editsApplicant, _draftFailed) = (null, false, false, false);
        (_refused, _errors) = ([], []);
        _form = new IntakeForm(draft, choices);
        _focus = FocusSearchAsync;
    }

    private ValueTask FocusSearchAsync() => _search?.FocusAsync() ?? ValueTask.CompletedTask;

    private ValueTask FocusApplicantAsync() => _applicant?.FocusAsync() ?? ValueTask.CompletedTask;

    private ValueTask FocusServiceAsync() => _service.FocusAsync();

    private void Changed() => _timer!.Touch();

    private async Task UseKnownAsync(PersonHit hit)
    {
        if (await OpenPersonAsync(hit) is { } person)
        {
            (_form!.Draft.Source, _form.Draft.Applicant, _editsApplicant) = (ApplicantSource.Known, person, false);
            _focus = FocusServiceAsync;
            Changed();
        }
    }

    private async Task UseKnownSubjectAsync(PersonHit hit)
    {
        if (await OpenPersonAsync(hit) is { } person)
        {
            _form!.Draft.Subject = person;
            Changed();
        }
    }

    private async Task<PersonInput?> OpenPersonAsync(PersonHit hit)
    {
        var opened = await Persons.OpenAsync(hit.Id, await Acting.ActAsync());
        if (opened.IsOk)
        {
            return opened.Value;
        }

        _errors = [.. opened.Refusals.Select(FieldNames.ErrorOf)];
        return null;
    }

    /// <summary>What was searched for begins the new person: the NIK, or the name.</summary>
    private void NewApplicant(string typed)
    {
        var read = PersonSearchText.Read(typed);
        var guest = _form!.Choices.Guests.FirstOrDefault(g => g.Id == _form.Draft.GuestId);
        _form.Draft.Source = ApplicantSource.New;
        _form.Draft.Applicant = new PersonInput
        {
            Nik = read?.Kind == PersonSearchKind.Nik ? read.Text : "",
            Name = read?.Kind == PersonSearchKind.Name ? typed.Trim() : guest?.Name ?? "",
            Phone = read?.Kind == PersonSearchKind.Phone ? read.Text : guest?.Phone ?? "",
        };
        _focus = FocusApplicantAsync;
        Changed();
    }

    private void EditApplicant()
    {
        _editsApplicant = true;
        _focus = FocusApplicantAsync;
    }

    private void ChooseService(ChangeEventArgs change)
    {
        _form!.ChooseService(change.Value as string ?? "");
        Changed();
    }

    private void ChooseGuest(ChangeEventArgs change)
    {
        _form!.Draft.GuestId = Guid.TryParse(change.Value as string, out var id) ? id : null;
        Changed();
    }

    private void ChooseForOther(bool isForOther)
    {
        _form!.ChooseForOther(isForOther);
        Changed();
    }

    private void Tick((string Code, bool IsPresent) line)
    {
        if (line.IsPresent)
        {
            _form!.Draft.Present.Add(line.Code);
        }
        else
        {
            _form!.Draft.Present.Remove(line.Code);
        }

        Changed();
    }
}
