using DinsosIntranet.Features.Accounts.Domain;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Accounts.Pages;

/// <summary>A new person: particulars, roles, and at the end the code to hand over.</summary>
public sealed partial class NewStaffPage
{
    private readonly ParticularsInput _input = new();
    private readonly List<RoleInput> _roles = [new()];
    private IReadOnlyList<FieldError> _errors = [];
    private AgencySnapshot? _agency;
    private IssuedCode? _issued;
    private string? _problem;
    private string? _done;
    private bool _typed;

    [Inject]
    public required AccountAdministration Accounts { get; init; }

    [Inject]
    public required AgencyDirectory Agencies { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    protected override async Task OnInitializedAsync() => _agency = await Agencies.GetAsync();

    private static string IdOf(int index) => $"peran{index}";

    private string? ErrorOf(string field) => _errors.FirstOrDefault(e => e.FieldId == field)?.Message;

    private void Typed() => _typed = true;

    private void OpenPerson() => Navigation.NavigateTo(StaffMemberPage.AddressOf(_issued!.UserId));

    private async Task AddAsync()
    {
        (_errors, _problem) = ([], null);
        var choices = _roles.Select(r => r.Choice).OfType<RoleChoice>().ToList();
        var outcome = await Accounts.AddAsync(
            new AddAccount { UserName = _input.UserName, FullName = _input.FullName, Position = _input.Position, Nip = _input.Nip, Roles = choices },
            await Acting.ActAsync());
        if (outcome.IsOk)
        {
            _typed = false;
            var waiting = choices.Where(c => RoleRules.NeedsApproval(c.Role, c.UnitCode)).Select(c => c.Role.Title()).ToList();
            _done = $"{_input.FullName} ditambahkan." + (waiting.Count == 0 ? "" : $" Peran yang menyangkut berkas rahasia ({string.Join(", ", waiting)}) dapat menunggu persetujuan; keadaannya tampak di halaman pegawai.");
            _issued = outcome.Value;
        }
        else if (outcome.Refusals.Any(r => r.Field is not null))
        {
            _errors = [.. outcome.Refusals.Select(r => new FieldError(FieldOf(r.Field), r.Message))];
        }
        else
        {
            _problem = outcome.Message;
        }
    }

    /// <summary>A fault of a unit belongs to the row whose choice has it; roles as a whole to the first row.</summary>
    private string? FieldOf(string? field) => field switch
    {
        nameof(RoleChoice.UnitCode) => $"{IdOf(_roles.FindIndex(r => r.Choice is { } c && RoleRules.Fault(c, code => _agency!.Units.Any(u => u.Code == code)) is not null))}-{nameof(RoleChoice.UnitCode)}",
        nameof(AddAccount.Roles) => nameof(AddAccount.Roles),
        _ => field,
    };
}
