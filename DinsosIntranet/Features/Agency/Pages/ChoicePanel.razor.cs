using System.Globalization;
using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Agency.Pages;

/// <summary>One list staff choose from, whichever it is: its entries in their order and the form for one of them.</summary>
public sealed partial class ChoicePanel<T>
{
    private FormErrors _errors = null!;
    private ChoiceList? _list;
    private Dictionary<string, string> _numbers = [];
    private string? _code;
    private string _label = "";
    private bool _isNew;
    private string? _problem;
    private bool _stale;

    [Inject]
    public required ChoiceService<T> Service { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [Parameter]
    public bool IsDirty { get; set; }

    [Parameter]
    public EventCallback<bool> IsDirtyChanged { get; set; }

    private ChoiceKind<T> Kind => Service.Kind;

    protected override async Task OnInitializedAsync()
    {
        Follow(Topic.Agency);
        _errors = new FormErrors(Kind.Part);
        _list = await Service.ReadAsync();
    }

    private Task Typed() => IsDirtyChanged.InvokeAsync(true);

    private Task TypedNumber(string field, ChangeEventArgs change)
    {
        _numbers[field] = change.Value as string ?? "";
        return Typed();
    }

    private Task AddAsync()
    {
        (_code, _label, _isNew, _numbers) = ("", "", true, Kind.Numbers.ToDictionary(n => n.Field, _ => ""));
        return StartAsync();
    }

    private Task EditAsync(ChoiceLine line)
    {
        (_code, _label, _isNew) = (line.Code, line.Label, false);
        _numbers = line.Numbers.ToDictionary(n => n.Key, n => n.Value?.ToString(CultureInfo.InvariantCulture) ?? "");
        return StartAsync();
    }

    private Task StartAsync()
    {
        _problem = null;
        _errors.Clear();
        return IsDirtyChanged.InvokeAsync(false);
    }

    private Task CloseAsync()
    {
        _code = null;
        return StartAsync();
    }

    private async Task ReloadAsync()
    {
        await CloseAsync();
        (_list, _stale) = (await Service.ReadAsync(), false);
    }

    /// <summary>Another administrator saved: read again, but never under somebody's typing.</summary>
    protected override async Task RefreshAsync()
    {
        var now = await Service.ReadAsync();
        if (now.Revision?.Version == _list?.Revision?.Version)
        {
            return;
        }

        _stale = _code is not null;
        if (!_stale)
        {
            _list = now;
        }
    }

    private async Task SaveAsync()
    {
        var outcome = await Service.SaveAsync(
            new SaveChoice { Seen = _list!.Revision?.Version, Code = _code!, IsNew = _isNew, Label = _label, Numbers = _numbers }, await Acting.ActAsync());
        _errors.Set(outcome.Refusals);
        if (outcome.IsOk)
        {
            await CloseAsync();
            _list = await Service.ReadAsync();
        }
    }

    private async Task RetireAsync(ChoiceLine line, bool retires) =>
        await ShowAsync(await Service.RetireAsync(_list!.Revision?.Version, line.Code, retires, await Acting.ActAsync()));

    private async Task MoveAsync(ChoiceLine line, bool up) =>
        await ShowAsync(await Service.MoveAsync(_list!.Revision?.Version, line.Code, up, await Acting.ActAsync()));

    private async Task ShowAsync(Outcome outcome)
    {
        // At the end of the list there is nothing to say: the row stays where it is.
        _problem = outcome.IsOk || outcome.Message == SettingsWriter.NothingChanged ? null : outcome.Message;
        if (outcome.IsOk || _code is null)
        {
            _list = await Service.ReadAsync();
        }
    }
}
