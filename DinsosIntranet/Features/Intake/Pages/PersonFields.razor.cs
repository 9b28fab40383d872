using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Identity;
using DinsosIntranet.Shared.Regions;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Intake.Pages;

/// <summary>
/// The data of one person. What the rules find stands beside the field once it was left; the NIK suggests birth date and
/// sex, and says when the person is known already.
/// </summary>
public sealed partial class PersonFields : IDisposable
{
    private const string OtherReason = "lain";

    private static readonly IReadOnlyList<string> Reasons =
        ["Belum perekaman KTP-el", "Bayi, NIK belum terbit", "Warga negara asing", "Tanpa dokumen kependudukan"];

    private readonly CancellationTokenSource _gone = new();
    private readonly HashSet<string> _left = [];
    private PersonInput? _shown;
    private IReadOnlyList<Refusal> _refusals = [];
    private IReadOnlyList<Refusal> _hints = [];
    private IReadOnlyList<DateOnly> _choices = [];
    private string _regency = "";
    private (DateOnly? Birth, Sex? Sex) _suggested;
    private bool _withoutNik;
    private bool _otherReason;
    private PersonHit? _known;
    private string _lookedUp = "";
    private ElementReference _nik;
    private ElementReference _name;

    [Inject]
    public required PersonQueries Queries { get; init; }

    [CascadingParameter]
    public Actor? Actor { get; set; }

    [Parameter, EditorRequired]
    public required PersonInput Person { get; set; }

    /// <summary>What refusals put before the names of the fields: "Applicant".</summary>
    [Parameter, EditorRequired]
    public required string Prefix { get; set; }

    /// <summary>Added to the label of the NIK where two persons stand on the page.</summary>
    [Parameter]
    public string? Whose { get; set; }

    [Parameter, EditorRequired]
    public required PersonRules.Context Rules { get; set; }

    /// <summary>After an attempt to save every fault is shown, before it only those of fields that were left.</summary>
    [Parameter]
    public bool ShowAll { get; set; }

    /// <summary>What only the service can know, of the last attempt to save.</summary>
    [Parameter]
    public IReadOnlyList<Refusal> Refused { get; set; } = [];

    /// <summary>A field more beside the name: the relation.</summary>
    [Parameter]
    public RenderFragment? Extra { get; set; }

    [Parameter, EditorRequired]
    public required EventCallback OnChanged { get; set; }

    [Parameter, EditorRequired]
    public required EventCallback<PersonHit> OnUseKnown { get; set; }

    private Regency? OwnRegency => Rules.Regions.Regency(Rules.RegencyCode);

    private IEnumerable<Regency> OtherRegencies => Rules.Regions.Regencies.Where(r => r.Code != OwnRegency?.Code).OrderBy(r => r.Code, StringComparer.Ordinal);

    private IEnumerable<District> Districts => Rules.Regions.DistrictsOf(_regency).OrderBy(d => d.Name, StringComparer.Ordinal);

    private IReadOnlyList<Village> Villages => [.. Rules.Regions.VillagesOf(Person.DistrictCode).OrderBy(v => v.Name, StringComparer.Ordinal)];

    private string ReasonChoice => _otherReason ? OtherReason : Person.NoNikReason;

    /// <summary>Puts the focus where typing goes on: the NIK, or the name where there is a NIK already.</summary>
    public ValueTask FocusAsync() => (Person.Nik.Length == 0 ? _nik : _name).FocusAsync();

    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (ReferenceEquals(Person, _shown))
        {
            Recheck();
            return;
        }

        _shown = Person;
        _left.Clear();
        (_known, _lookedUp, _suggested) = (null, "", default);
        _withoutNik = Person.NoNikReason.Length > 0;
        _otherReason = _withoutNik && !Reasons.Contains(Person.NoNikReason);
        _regency = Rules.Regions.District(Person.DistrictCode)?.RegencyCode ?? OwnRegency?.Code ?? "";
        Suggest();
        Recheck();
        await LookUpAsync();
    }

    private string IdOf(string field) => FieldNames.IdOf($"{Prefix}.{field}");

    private string? ErrorOf(string field) => ShowAll || _left.Contains(field) ? _refusals.Of($"{Prefix}.{field}") ?? Refused.Of($"{Prefix}.{field}") : null;

    private string? HintOf(string field) => ErrorOf(field) is null ? _hints.Of($"{Prefix}.{field}") : null;

    /// <summary>An empty field is no fault yet when the focus only passes through.</summary>
    private void Leave(string field)
    {
        var isFilled = field switch
        {
            nameof(Person.Nik) => Person.Nik,
            nameof(Person.Name) => Person.Name,
            nameof(Person.FamilyCardNumber) => Person.FamilyCardNumber,
            nameof(Person.Phone) => Person.Phone,
            _ => Person.Address,
        } is { Length: > 0 };
        if (isFilled)
        {
            _left.Add(field);
        }
    }

    private async Task ChangedAsync()
    {
        Recheck();
        await OnChanged.InvokeAsync();
    }

    private async Task NikTypedAsync()
    {
        if (Person.Nik.Trim().Length > 0)
        {
            (_withoutNik, _otherReason, Person.NoNikReason) = (false, false, "");
        }

        Suggest();
        if (PersonSearchText.Read(Person.Nik) is { Kind: PersonSearchKind.Nik })
        {
            _left.Add(nameof(Person.Nik));
        }

        await ChangedAsync();
        await LookUpAsync();
    }

    private void Recheck()
    {
        _refusals = PersonRules.Check(Person, Prefix + ".", Rules);
        _hints = PersonRules.Hints(Person, Prefix + ".", Rules);
    }

    /// <summary>What the NIK says is filled in where nothing was entered, and follows the NIK until somebody changes it.</summary>
    private void Suggest()
    {
        var reading = Nik.Read(Person.Nik, Rules.Today, Rules.Regions, Rules.RegencyCode);
        _choices = reading.PossibleBirthDates;
        if (Person.BirthDate is null || Person.BirthDate == _suggested.Birth)
        {
            Person.BirthDate = reading.BirthDate;
            _suggested.Birth = reading.BirthDate;
        }

        if (Person.Sex is null || Person.Sex == _suggested.Sex)
        {
            Person.Sex = reading.Sex;
            _suggested.Sex = reading.Sex;
        }
    }

    private async Task LookUpAsync()
    {
        var nik = PersonSearchText.Read(Person.Nik) is { Kind: PersonSearchKind.Nik } read ? read.Text : "";
        if (nik == _lookedUp || Actor is null)
        {
            return;
        }

        (_lookedUp, _known) = (nik, null);
        if (nik.Length == 0)
        {
            return;
        }

        try
        {
            var person = Person;
            var hits = await Queries.SearchAsync(nik, Actor, _gone.Token);
            if (nik == _lookedUp && ReferenceEquals(person, Person))
            {
                _known = hits.FirstOrDefault(h => h.Id != person.PersonId);
            }
        }
        catch (OperationCanceledException) when (_gone.IsCancellationRequested)
        {
            // The form was left while it looked.
        }
    }

    private Task ChooseBirthDateAsync(DateOnly date)
    {
        Person.BirthDate = date;
        return ChangedAsync();
    }

    private Task ToggleWithoutNikAsync(ChangeEventArgs change)
    {
        _withoutNik = change.Value is true;
        (_otherReason, Person.NoNikReason) = (false, "");
        return ChangedAsync();
    }

    private Task ChooseReasonAsync(ChangeEventArgs change)
    {
        var chosen = change.Value as string ?? "";
        _otherReason = chosen == OtherReason;
        Person.NoNikReason = _otherReason ? "" : chosen;
        return ChangedAsync();
    }

    private Task ChooseRegencyAsync(ChangeEventArgs change)
    {
        _regency = change.Value as string ?? "";
        (Person.DistrictCode, Person.VillageCode) = ("", "");
        return ChangedAsync();
    }

    private Task ChooseDistrictAsync(ChangeEventArgs change)
    {
        (Person.DistrictCode, Person.VillageCode) = (change.Value as string ?? "", "");
        return ChangedAsync();
    }

    private Task ChooseVillageAsync(ChangeEventArgs change)
    {
        Person.VillageCode = change.Value as string ?? "";
        return ChangedAsync();
    }
}
