using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Agency.Pages;

/// <summary>The units in their order and the form for one of them.</summary>
public sealed partial class UnitPanel
{
    private readonly FormErrors _errors = new("unit");
    private string? _code;
    private bool _isNew;
    private string _name = "";
    private string _shortName = "";
    private string _parent = "";

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

    private Task Typed() => IsDirtyChanged.InvokeAsync(true);

    private Task AddAsync() => StartAsync("", isNew: true, "", "", null);

    private Task EditAsync(Unit unit) => StartAsync(unit.Code, isNew: false, unit.Name, unit.ShortName, unit.ParentCode);

    private Task CloseAsync() => StartAsync(null, isNew: false, "", "", null);

    private Task StartAsync(string? code, bool isNew, string name, string shortName, string? parent)
    {
        (_code, _isNew, _name, _shortName, _parent) = (code, isNew, name, shortName, parent ?? "");
        _errors.Clear();
        return IsDirtyChanged.InvokeAsync(false);
    }

    private async Task SaveAsync()
    {
        var outcome = await Service.SaveUnitAsync(
            new SaveUnit { Seen = Settings.Version, Code = _code!, IsNew = _isNew, Name = _name, ShortName = _shortName, ParentCode = _parent }, await Acting.ActAsync());
        _errors.Set(outcome.Refusals);
        if (outcome.IsOk)
        {
            var sentence = $"Unit {_name.Trim()} tersimpan.";
            await CloseAsync();
            await OnEnded.InvokeAsync(new PanelEnd(outcome, sentence));
        }
    }

    private async Task RetireAsync(Unit unit, bool retires) => await OnEnded.InvokeAsync(new PanelEnd(
        await Service.RetireUnitAsync(Settings.Version, unit.Code, retires, await Acting.ActAsync()),
        retires ? $"Unit {unit.Name} dihentikan." : $"Unit {unit.Name} dipakai lagi."));

    private async Task MoveAsync(Unit unit, bool up) => await OnEnded.InvokeAsync(new PanelEnd(
        await Service.MoveUnitAsync(Settings.Version, unit.Code, up, await Acting.ActAsync()),
        $"Urutan unit {unit.Name} berubah."));
}
