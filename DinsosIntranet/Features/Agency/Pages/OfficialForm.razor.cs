using System.Globalization;
using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Accounts.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Identity;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Agency.Pages;

/// <summary>A new official, or the particulars of one; with what letters will print.</summary>
public sealed partial class OfficialForm
{
    private IReadOnlyList<FieldError> _errors = [];
    private string? _problem;
    private Guid? _userId;
    private int _position;
    private string _name = "";
    private string _title = "";
    private string _proposedTitle = "";
    private string _rank = "";
    private string _nip = "";
    private DateOnly? _from;
    private DateOnly? _until;

    [Inject]
    public required OfficialService Officials { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [Parameter, EditorRequired]
    public required OfficialsView View { get; set; }

    /// <summary>Null for a new one.</summary>
    [Parameter]
    public OfficialLine? Official { get; set; }

    [Parameter]
    public EventCallback<string> OnDone { get; set; }

    [Parameter]
    public EventCallback OnCancel { get; set; }

    [Parameter]
    public EventCallback OnTyped { get; set; }

    private IReadOnlyList<RoleChoice> Positions => View.Candidates.FirstOrDefault(c => c.UserId == _userId)?.Positions ?? [];

    private RoleChoice? Chosen => _position >= 0 && _position < Positions.Count ? Positions[_position] : null;

    private StaffRole? Role => Official?.Role ?? Chosen?.Role;

    private string? NipWarning => _nip.Length == 0 || ErrorOf(nameof(OfficialParticulars.Nip)) is not null
        ? null
        : Nip.Read(_nip).Findings.FirstOrDefault(f => f.Level == FindingLevel.Warning)?.Message;

    protected override void OnInitialized()
    {
        if (Official is { } official)
        {
            (_name, _title, _rank, _nip, _from, _until) = (official.NameWithTitles, official.PositionTitle, official.Rank, official.Nip, official.From, official.Until);
        }
        else
        {
            _from = View.Today;
        }
    }

    private string IdOf(string field) => (Official is null ? "tambah-" : "ubah-") + field;

    private string? ErrorOf(string field) => _errors.FirstOrDefault(e => e.FieldId == IdOf(field))?.Message;

    private Task TypedAsync() => OnTyped.InvokeAsync();

    private string Text(RoleChoice choice) => choice.UnitCode is { } unit ? $"{choice.Role.Title()}, {View.Agency.UnitName(unit)}" : choice.Role.Title();

    /// <summary>What is known of the person is proposed, never put over something typed.</summary>
    private Task ChoosePerson(ChangeEventArgs change)
    {
        _userId = Guid.TryParse(change.Value as string, CultureInfo.InvariantCulture, out var id) ? id : null;
        _position = 0;
        if (View.Candidates.FirstOrDefault(c => c.UserId == _userId) is { } person)
        {
            _name = _name.Length == 0 ? person.Name : _name;
            _nip = _nip.Length == 0 && person.Nip is { } nip ? Nip.Format(nip) : _nip;
        }

        return ChoosePosition();
    }

    private Task ChoosePosition()
    {
        var proposed = Chosen?.UnitCode is { } unit ? View.Agency.FindUnit(unit)?.HeadTitle ?? "" : "";
        _title = _title.Length == 0 || _title == _proposedTitle ? proposed : _title;
        _proposedTitle = proposed;
        return TypedAsync();
    }

    private async Task SaveAsync()
    {
        (_errors, _problem) = ([], null);
        var act = await Acting.ActAsync();
        Outcome outcome = Official is { } official
            ? await Officials.ChangeAsync(
                new ChangeOfficial { OfficialId = official.Id, NameWithTitles = _name, PositionTitle = _title, Rank = _rank, Nip = _nip, From = _from, Until = _until }, act)
            : await Officials.AddAsync(
                new AddOfficial { UserId = _userId ?? Guid.Empty, Role = Chosen, NameWithTitles = _name, PositionTitle = _title, Rank = _rank, Nip = _nip, From = _from, Until = _until }, act);
        if (outcome.IsOk)
        {
            await OnDone.InvokeAsync($"{_name.Trim()} disimpan sebagai {_title.Trim()}.");
        }
        else if (outcome.Refusals.Any(r => r.Field is not null))
        {
            _errors = [.. outcome.Refusals.Select(r => new FieldError(r.Field is null ? null : IdOf(r.Field), r.Message))];
        }
        else
        {
            _problem = outcome.Message;
        }
    }
}
