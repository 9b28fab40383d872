using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Agency.Pages;

/// <summary>The units as a tree, the form for one of them, and the question since when one is no longer in use.</summary>
public sealed partial class UnitPanel
{
    private readonly FormErrors _errors = new("unit");
    private ElementReference _heading;
    private ElementReference _form;
    private bool _moveFocus;
    private string? _code;
    private bool _isNew;
    private bool _closes;
    private string _name = "";
    private string _shortName = "";
    private string _head = "";
    private string _parent = "";
    private DateOnly? _since;

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

    private UnitLine? Line => _isNew ? null : Settings.Units.FirstOrDefault(u => u.Unit.Code == _code);

    private DateOnly DateOf(DateTime utc) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, Settings.Zone));

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_moveFocus)
        {
            _moveFocus = false;
            await (_code is null ? _heading : _form).FocusAsync();
        }
    }

    private Task Typed() => IsDirtyChanged.InvokeAsync(true);

    /// <summary>A code is proposed from the name, never put over one that was typed.</summary>
    private Task NamedAsync()
    {
        _code = _isNew && _code!.Length == 0 ? UnitRules.CodeFrom(_name) : _code;
        return Typed();
    }

    private Task AddAsync() => StartAsync("", isNew: true);

    private async Task EditAsync(Unit unit)
    {
        await StartAsync(unit.Code);
        (_name, _shortName, _head, _parent) = (unit.Name, unit.ShortName, unit.HeadPosition ?? "", unit.ParentCode ?? "");
    }

    private async Task AskToCloseAsync(Unit unit)
    {
        await StartAsync(unit.Code);
        (_closes, _since) = (true, Settings.Today);
    }

    private Task CancelAsync() => StartAsync(null);

    private async Task StartAsync(string? code, bool isNew = false)
    {
        (_code, _isNew, _closes, _moveFocus) = (code, isNew, false, true);
        (_name, _shortName, _head, _parent) = ("", "", "", "");
        _errors.Clear();
        await IsOpenChanged.InvokeAsync(code is not null);
        await IsDirtyChanged.InvokeAsync(false);
    }

    private async Task SaveAsync() => await EndAsync(
        await Service.SaveUnitAsync(
            new SaveUnit { Seen = Settings.Version, Code = _code!, IsNew = _isNew, Name = _name, ShortName = _shortName, HeadPosition = _head, ParentCode = _parent }, await Acting.ActAsync()),
        $"Unit {_name.Trim()} tersimpan.");

    private async Task CloseUnitAsync() => await EndAsync(await Service.CloseUnitAsync(Settings.Version, _code!, _since, await Acting.ActAsync()), $"Unit {Line?.Unit.Name} dihentikan.");

    /// <summary>What was refused is shown in the form, which stays as it was typed.</summary>
    private async Task EndAsync(Outcome outcome, string sentence)
    {
        _errors.Set(outcome.Refusals);
        if (outcome.IsOk)
        {
            await CancelAsync();
            await OnEnded.InvokeAsync(new PanelEnd(outcome, sentence));
        }
    }

    private async Task ReopenAsync(Unit unit) => await OnEnded.InvokeAsync(new PanelEnd(
        await Service.ReopenUnitAsync(Settings.Version, unit.Code, await Acting.ActAsync()), $"Unit {unit.Name} dipakai lagi."));

    private async Task MoveAsync(Unit unit, bool up) => await OnEnded.InvokeAsync(new PanelEnd(
        await Service.MoveUnitAsync(Settings.Version, unit.Code, up, await Acting.ActAsync()), $"Urutan unit {unit.Name} berubah."));
}
