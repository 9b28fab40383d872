using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Agency.Pages;

/// <summary>The desks in their order, and the form that says who works at one of them.</summary>
public sealed partial class DeskPanel
{
    private readonly FormErrors _errors = new("meja");
    private List<DeskSeat> _seats = [];
    private string? _code;
    private bool _isNew;
    private string _name = "";
    private StaffRole _role;
    private string _unit = "";

    [Inject]
    public required UnitService Service { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [Parameter, EditorRequired]
    public required UnitSettings Settings { get; set; }

    [Parameter]
    public bool IsDirty { get; set; }

    [Parameter]
    public EventCallback<bool> IsDirtyChanged { get; set; }

    [Parameter, EditorRequired]
    public required EventCallback<PanelEnd> OnEnded { get; set; }

    private string TextOf(DeskSeat seat) => UnitRules.Members([(seat.Role, seat.UnitCode)], Settings.UnitName);

    private Task Typed() => IsDirtyChanged.InvokeAsync(true);

    private Task AddAsync() => StartAsync("", isNew: true, "", []);

    private Task EditAsync(Desk desk) => StartAsync(desk.Code, isNew: false, desk.Name, DeskSeats.Of(desk));

    private Task CloseAsync() => StartAsync(null, isNew: false, "", []);

    private Task StartAsync(string? code, bool isNew, string name, IEnumerable<DeskSeat> seats)
    {
        (_code, _isNew, _name, _seats) = (code, isNew, name, [.. seats]);
        _errors.Clear();
        return IsDirtyChanged.InvokeAsync(false);
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
            await CloseAsync();
            await OnEnded.InvokeAsync(new PanelEnd(outcome, sentence));
        }
    }

    private async Task RetireAsync(Desk desk, bool retires) => await OnEnded.InvokeAsync(new PanelEnd(
        await Service.RetireDeskAsync(Settings.Version, desk.Code, retires, await Acting.ActAsync()),
        retires ? $"Meja {desk.Name} dihentikan." : $"Meja {desk.Name} dipakai lagi."));

    private async Task MoveAsync(Desk desk, bool up) => await OnEnded.InvokeAsync(new PanelEnd(
        await Service.MoveDeskAsync(Settings.Version, desk.Code, up, await Acting.ActAsync()),
        $"Urutan meja {desk.Name} berubah."));
}
