using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Shared.Calendar;
using DinsosIntranet.Shared.Text;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;
using Radzen;

namespace DinsosIntranet.Features.Agency.Pages;

/// <summary>The ordinary office hours and those of seasons (Ramadan), and the form for one of them.</summary>
public sealed partial class OfficeHoursPanel
{
    private readonly FormErrors _errors = new("jam");
    private OfficeHoursLine? _edited;
    private Dictionary<DayOfWeek, string>? _week;
    private string _name = "";
    private string _source = "";
    private DateOnly? _from;
    private DateOnly? _until;
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

    [Parameter]
    public bool IsDirty { get; set; }

    [Parameter]
    public EventCallback<bool> IsDirtyChanged { get; set; }

    [Parameter, EditorRequired]
    public required EventCallback<string> OnSaved { get; set; }

    private bool IsOrdinary => _edited is { IsOrdinary: true };

    private SaveOfficeHours Command => new()
    {
        Seen = Calendar.Version,
        Id = _edited?.Id,
        Name = _name,
        Source = _source,
        From = _from,
        Until = _until,
        IsProvisional = _provisional,
        Week = _week!,
    };

    /// <summary>Shown as soon as the typed hours make sense, whatever the name.</summary>
    private IReadOnlyList<DueSample> Samples
    {
        get
        {
            var others = Calendar.Hours.Where(h => h.Id != _edited?.Id).Select(h => h.Profile).ToList();
            var read = CalendarService.ReadHours(Command with { Name = "x", Source = "x" }, IsOrdinary, others);
            if (!IsDirty || !read.IsOk)
            {
                return [];
            }

            var present = Calendar.Calendar;
            var changed = new WorkCalendar(present.Zone, [.. others, read.Value], present.Days);
            return DueSamples.For(present, changed, read.Value.From ?? Calendar.Today.AddDays(1));
        }
    }

    /// <summary>Days with the same hours in one line: "Senin–Kamis".</summary>
    private static IEnumerable<(string Days, string Hours)> Grouped(OfficeHoursProfile profile)
    {
        var week = OfficeHoursRules.Week;
        for (var first = 0; first < week.Count;)
        {
            var hours = OfficeHoursRules.Text(profile.On(week[first]));
            var last = first;
            while (last + 1 < week.Count && OfficeHoursRules.Text(profile.On(week[last + 1])) == hours)
            {
                last++;
            }

            var name = IndonesianDates.DayName(week[first]);
            yield return (first == last ? name : $"{name}–{IndonesianDates.DayName(week[last])}", hours.Length == 0 ? "tutup" : hours);
            first = last + 1;
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_toForm && _week is not null)
        {
            _toForm = false;
            await _form.FocusAsync();
        }
    }

    private Task Typed() => IsDirtyChanged.InvokeAsync(true);

    private Task TypedHours(DayOfWeek day, ChangeEventArgs change)
    {
        _week![day] = change.Value as string ?? "";
        return Typed();
    }

    /// <summary>A season begins with the ordinary hours, which are then shortened.</summary>
    private Task AddAsync() => OpenAsync(null, Calendar.Hours.First(h => h.IsOrdinary).Profile);

    private Task EditAsync(OfficeHoursLine line) => OpenAsync(line, line.Profile);

    private async Task OpenAsync(OfficeHoursLine? line, OfficeHoursProfile hours)
    {
        (_edited, _toForm) = (line, true);
        _week = OfficeHoursRules.Week.ToDictionary(d => d, d => OfficeHoursRules.Text(hours.On(d)));
        (_name, _source, _from, _until, _provisional, _removeProblem) =
            (line?.Profile.Name ?? "", line?.Profile.Source ?? "", line?.Profile.From, line?.Profile.To, line?.Profile.Provisional ?? false, null);
        _errors.Clear();
        await IsDirtyChanged.InvokeAsync(false);
    }

    private async Task CloseAsync()
    {
        (_edited, _week) = (null, null);
        _errors.Clear();
        await IsDirtyChanged.InvokeAsync(false);
    }

    private async Task SaveAsync()
    {
        var outcome = await Service.SaveHoursAsync(Command, await Acting.ActAsync());
        _errors.Set(outcome.Refusals);
        if (outcome.IsOk)
        {
            var sentence = $"{_name.Trim()} tersimpan.";
            await CloseAsync();
            await OnSaved.InvokeAsync(sentence);
        }
    }

    private async Task RemoveAsync(OfficeHoursLine line)
    {
        if (!await Dialogs.AskAsync($"Hapus {line.Profile.Name}?", "Hapus", "Pada tanggalnya berlaku lagi jam kerja biasa.", "Kembali"))
        {
            return;
        }

        var outcome = await Service.RemoveHoursAsync(Calendar.Version, line.Id, await Acting.ActAsync());
        _removeProblem = outcome.IsOk ? null : outcome.Message;
        if (outcome.IsOk)
        {
            await CloseAsync();
            await OnSaved.InvokeAsync($"{line.Profile.Name} dihapus.");
        }
    }
}
