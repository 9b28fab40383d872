using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Shared.Calendar;
using DinsosIntranet.Shared.Text;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;
using Radzen;

namespace DinsosIntranet.Features.Agency.Pages;

/// <summary>The holidays of one year, and the form for one of them.</summary>
public sealed partial class HolidayPanel
{
    private readonly FormErrors _errors = new("libur");
    private IReadOnlyList<CalendarDay> _days = [];
    private CalendarDay? _original;
    private DateOnly? _date;
    private CalendarDayKind _kind = CalendarDayKind.LocalHoliday;
    private string _name = "";
    private string _source = "";
    private bool _provisional;
    private string? _removeProblem;
    private ElementReference _form;
    private bool _toForm;

    [Inject]
    public required CalendarService Service { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [Inject]
    public required DialogService Dialogs { get; init; }

    [Parameter, EditorRequired]
    public required CalendarSettings Calendar { get; set; }

    [Parameter, EditorRequired]
    public required int Year { get; set; }

    [Parameter]
    public bool IsDirty { get; set; }

    [Parameter]
    public EventCallback<bool> IsDirtyChanged { get; set; }

    /// <summary>Raised with a sentence once something was saved.</summary>
    [Parameter, EditorRequired]
    public required EventCallback<string> OnSaved { get; set; }

    private IReadOnlyList<DueSample> Samples => _date is { } date && OfficeHoursRules.IsInReach(date) && (date != _original?.Date || _kind != _original?.Kind)
        ? DueSamples.For(Calendar.Calendar, [new HolidayChange(_original, new CalendarDay(date, _name, _kind, _source, _provisional))])
        : [];

    protected override void OnParametersSet() => _days = Calendar.DaysOf(Year);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_toForm)
        {
            // The form lies below a year's rows: whoever pressed "Ubah" in one of them is taken there.
            _toForm = false;
            await _form.FocusAsync();
        }
    }

    private Task Typed() => IsDirtyChanged.InvokeAsync(true);

    private async Task EditAsync(CalendarDay day)
    {
        _toForm = true;
        (_original, _date, _kind, _name, _source, _provisional, _removeProblem) = (day, day.Date, day.Kind, day.Name, day.Source, day.Provisional, null);
        _errors.Clear();
        await IsDirtyChanged.InvokeAsync(false);
    }

    private async Task StartOverAsync()
    {
        (_original, _date, _kind, _name, _source, _provisional) = (null, null, CalendarDayKind.LocalHoliday, "", "", false);
        _errors.Clear();
        await IsDirtyChanged.InvokeAsync(false);
    }

    private async Task SaveAsync()
    {
        var outcome = await Service.SaveDayAsync(
            new SaveCalendarDay
            {
                Seen = Calendar.Version,
                Original = _original is null ? null : (_original.Date, _original.Kind),
                Date = _date,
                Kind = _kind,
                Name = _name,
                Source = _source,
                IsProvisional = _provisional,
            },
            await Acting.ActAsync());
        _errors.Set(outcome.Refusals);
        if (outcome.IsOk)
        {
            var sentence = $"{_name.Trim()} ({IndonesianDates.Short(_date!.Value)}) tersimpan.";
            await StartOverAsync();
            await OnSaved.InvokeAsync(sentence);
        }
    }

    private async Task RemoveAsync(CalendarDay day)
    {
        if (!await Dialogs.AskAsync($"Hapus {day.Name}?", "Hapus", $"{IndonesianDates.Long(day.Date)} menjadi hari seperti biasa.", "Kembali"))
        {
            return;
        }

        var outcome = await Service.RemoveDayAsync(Calendar.Version, day.Date, day.Kind, await Acting.ActAsync());
        _removeProblem = outcome.IsOk ? null : outcome.Message;
        if (outcome.IsOk)
        {
            if (_original == day)
            {
                await StartOverAsync();
            }

            await OnSaved.InvokeAsync($"{day.Name} ({IndonesianDates.Short(day.Date)}) dihapus.");
        }
    }
}
