using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Agency.Pages;

/// <summary>The desks in their order, and the form that says who works at one of them, with who that would be.</summary>
public sealed partial class DeskPanel
{
    private const int MostNames = 12;

    private readonly FormErrors _errors = new("meja");
    private List<DeskSeat> _seats = [];
    private ElementReference _heading;
    private ElementReference _form;
    private bool _moveFocus;
    private string? _code;
    private bool _isNew;
    private string _name = "";
    private StaffRole _role = DeskSeats.Roles[0];
    private string _unit = "";

    [Inject]
    public required UnitService Service { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [Parameter, EditorRequired]
    public required UnitSettings Settings { get; set; }

    /// <summary>Whether its form is open.</summary>
    [Parameter]
    public bool IsOpen { get; set; }

    [Parameter]
    public EventCallback<bool> IsOpenChanged { get; set; }

    /// <summary>While a form is open anywhere on the page nothing else is done, so that the form is saved over what it was opened on.</summary>
    [Parameter]
    public bool IsLocked { get; set; }

    [Parameter]
    public bool IsDirty { get; set; }

    [Parameter]
    public EventCallback<bool> IsDirtyChanged { get; set; }

    [Parameter, EditorRequired]
    public required EventCallback<PanelEnd> OnEnded { get; set; }

    private DeskLine? Line => _isNew ? null : Settings.Desks.FirstOrDefault(d => d.Desk.Code == _code);

    private IReadOnlyList<string> After => Settings.StaffAt(_seats);

    private IEnumerable<string> Gained => After.Except(Line?.Staff ?? []);

    private IEnumerable<string> Lost => (Line?.Staff ?? []).Except(After);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_moveFocus)
        {
            _moveFocus = false;
            await (_code is null ? _heading : _form).FocusAsync();
        }
    }

    private static string Names(IEnumerable<string> names) => names.ToList() switch
    {
        { Count: 0 } => "tidak ada",
        { Count: > MostNames } many => $"{string.Join(", ", many.Take(MostNames))}, dan {many.Count - MostNames} lainnya",
        var some => string.Join(", ", some),
    };

    private string TextOf(DeskSeat seat) => UnitRules.Members([(seat.Role, seat.UnitCode)], Settings.UnitName);

    private Task Typed() => IsDirtyChanged.InvokeAsync(true);

    /// <summary>A code is proposed from the name, never put over one that was typed.</summary>
    private Task NamedAsync()
    {
        _code = _isNew && _code!.Length == 0 ? UnitRules.CodeFrom(_name) : _code;
        return Typed();
    }

    private Task AddAsync() => StartAsync("", isNew: true, "", []);

    private Task EditAsync(Desk desk) => StartAsync(desk.Code, isNew: false, desk.Name, DeskSeats.Of(desk));

    private Task CancelAsync() => StartAsync(null, isNew: false, "", []);

    private async Task StartAsync(string? code, bool isNew, string name, IEnumerable<DeskSeat> seats)
    {
        (_code, _isNew, _name, _seats, _moveFocus) = (code, isNew, name, [.. seats], true);
        _errors.Clear();
        await IsOpenChanged.InvokeAsync(code is not null);
        await IsDirtyChanged.InvokeAsync(false);
    }

    private Task SeatAsync()
    {
        var seat = new DeskSeat(_role, _unit.Length == 0 ? null : _unit);
        if (!_seats.Contains(seat))
        {
            _seats.Add(seat);
        }

        return Typed();
    }

    private Task RemoveAsync(DeskSeat seat)
    {
        _seats.Remove(seat);
        return Typed();
    }

    private async Task SaveAsync()
    {
        var outcome = await Service.SaveDeskAsync(
            new SaveDesk { Seen = Settings.Version, Code = _code!, IsNew = _isNew, Name = _name, Seats = _seats }, await Acting.ActAsync());
        _errors.Set(outcome.Refusals);
        if (outcome.IsOk)
        {
            var sentence = $"Meja {_name.Trim()} tersimpan.";
            await CancelAsync();
            await OnEnded.InvokeAsync(new PanelEnd(outcome, sentence));
        }
    }

    private async Task CloseAsync(Desk desk) => await OnEnded.InvokeAsync(new PanelEnd(
        await Service.CloseDeskAsync(Settings.Version, desk.Code, await Acting.ActAsync()), $"Meja {desk.Name} dihentikan."));

    private async Task ReopenAsync(Desk desk) => await OnEnded.InvokeAsync(new PanelEnd(
        await Service.ReopenDeskAsync(Settings.Version, desk.Code, await Acting.ActAsync()), $"Meja {desk.Name} dipakai lagi."));

    private async Task MoveAsync(Desk desk, bool up) => await OnEnded.InvokeAsync(new PanelEnd(
        await Service.MoveDeskAsync(Settings.Version, desk.Code, up, await Acting.ActAsync()), $"Urutan meja {desk.Name} berubah."));
}
