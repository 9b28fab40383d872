using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Kiosks.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Kiosks.Pages;

/// <summary>A new screen, or how one is to look.</summary>
public sealed partial class KioskForm
{
    private IReadOnlyList<FieldError> _errors = [];
    private string? _problem;
    private string _name = "";
    private string _place = "";
    private string _service = "";
    private string _unit = "";
    private int? _seconds = KioskDevice.UsualPageSeconds;
    private KioskTheme _theme = KioskTheme.Light;

    [Inject]
    public required KioskService Kiosks { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [Parameter, EditorRequired]
    public required KioskOptions Options { get; set; }

    /// <summary>Null for a new one.</summary>
    [Parameter]
    public KioskLine? Device { get; set; }

    [Parameter]
    public EventCallback<IssuedPairing> OnRegistered { get; set; }

    [Parameter]
    public EventCallback<string> OnChanged { get; set; }

    [Parameter]
    public EventCallback OnCancel { get; set; }

    [Parameter]
    public EventCallback OnTyped { get; set; }

    public static string ThemeText(KioskTheme theme) => theme switch
    {
        KioskTheme.Light => "terang",
        KioskTheme.Dark => "gelap",
        _ => "ikut perangkat",
    };

    protected override void OnInitialized()
    {
        if (Device is { } device)
        {
            (_name, _place, _service, _unit, _seconds, _theme) =
                (device.Name, device.Place ?? "", device.ServiceCode ?? "", device.UnitCode ?? "", device.PageSeconds, device.Theme);
        }
    }

    private string IdOf(string field) => (Device is null ? "tambah-" : "ubah-") + field;

    private string? ErrorOf(string field) => _errors.FirstOrDefault(e => e.FieldId == IdOf(field))?.Message;

    private Task TypedAsync() => OnTyped.InvokeAsync();

    private async Task SaveAsync()
    {
        (_errors, _problem) = ([], null);
        var command = new KioskParticulars
        {
            Name = _name,
            Place = _place,
            ServiceCode = _service.Length == 0 ? null : _service,
            UnitCode = _unit.Length == 0 ? null : _unit,
            PageSeconds = _seconds,
            Theme = _theme,
        };
        var act = await Acting.ActAsync();
        if (Device is { } device)
        {
            var outcome = await Kiosks.ChangeAsync(device.Id, command, act);
            await (outcome.IsOk ? OnChanged.InvokeAsync(_name.Trim()) : ShowAsync(outcome));
        }
        else
        {
            var outcome = await Kiosks.RegisterAsync(command, act);
            await (outcome.IsOk ? OnRegistered.InvokeAsync(outcome.Value) : ShowAsync(outcome));
        }
    }

    private Task ShowAsync(Outcome refused)
    {
        _errors = [.. refused.Refusals.Where(r => r.Field is not null).Select(r => new FieldError(IdOf(r.Field!), r.Message))];
        _problem = _errors.Count == 0 ? refused.Message : null;
        return Task.CompletedTask;
    }
}
