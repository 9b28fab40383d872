using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Text;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Intake.Pages;

/// <summary>The guest book of a day: who came, and above it the form for the next guest.</summary>
public sealed partial class GuestBook
{
    private const string Address = "/buku-tamu";

    private AgencySnapshot? _agency;
    private TimeZoneInfo _zone = TimeZoneInfo.Utc;
    private GuestBookPage? _loaded;
    private Guid? _newest;
    private string? _problem;
    private int _reading;

    [Inject]
    public required GuestBookQueries Queries { get; init; }

    [Inject]
    public required GuestBookService Service { get; init; }

    [Inject]
    public required AgencyDirectory Agencies { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [CascadingParameter]
    public Actor? Actor { get; set; }

    [SupplyParameterFromQuery(Name = "hari")]
    public string? DayAsked { get; set; }

    [SupplyParameterFromQuery]
    public string? Hal { get; set; }

    private DateOnly Today { get; set; }

    private DateOnly Day { get; set; }

    private int PageAsked => AddressValues.Page(Hal);

    private bool IsToday => Day == Today;

    private string Context => _loaded is null ? "" : IndonesianDates.Long(Day);

    private string Figures
    {
        get
        {
            var loaded = _loaded ?? GuestBookPage.Empty;
            var cards = loaded.CardsHeld > 0 ? $" · {loaded.CardsHeld} kartu di loket" : "";
            return loaded.Total == 0 ? "" : $"{loaded.Total} tamu · {loaded.StillHere} belum pulang{cards}";
        }
    }

    protected override void OnInitialized() => Follow(Topic.GuestBook);

    protected override async Task OnParametersSetAsync()
    {
        var agency = await Agencies.GetAsync(Gone);
        _agency = agency;
        _zone = agency.Zone;
        await ReadAsync();
    }

    protected override Task RefreshAsync() => _loaded is null ? Task.CompletedTask : ReadAsync();

    /// <summary>A late answer never replaces a newer one.</summary>
    protected override async Task ReadAsync()
    {
        if (Actor is null)
        {
            return;
        }

        var turn = ++_reading;
        var agency = await Agencies.GetAsync();
        Today = agency.DateOf(Time.GetUtcNow().UtcDateTime);
        var day = AddressValues.Day(DayAsked) is { } asked && asked <= Today ? asked : Today;
        var page = await Queries.PageAsync(day, PageAsked, Actor, Gone);
        if (turn == _reading)
        {
            (Day, _loaded) = (day, page);
        }
    }

    private void ChooseDay(DateOnly? day)
    {
        if (day != IndonesianDates.Unreadable)
        {
            Navigation.NavigateTo(day is null || day >= Today ? Address : $"{Address}?hari={AddressValues.Of(day)}");
        }
    }

    private async Task OnAddedAsync(Guid entryId)
    {
        _newest = entryId;
        _problem = null;
        await ReadAsync();
    }

    private async Task ReturnCardAsync(GuestRow guest) => Show(await Service.ReturnIdCardAsync(guest.Id, await Acting.ActAsync()));

    private async Task LeaveAsync(GuestRow guest) => Show(await Service.LeaveAsync(guest.Id, await Acting.ActAsync()));

    private void Show(Outcome outcome) => _problem = outcome.IsOk ? null : outcome.Message;

    private string At(DateTime utc) => IndonesianDates.Time(utc, _zone);

    private static string Origin(GuestRow guest) =>
        string.Join(" · ", new[] { guest.Origin, guest.Phone is null ? null : Masking.Phone(guest.Phone) }.OfType<string>());

    private string ToText(GuestRow guest) => guest.ToUnitCode is { } unit && _agency?.FindUnit(unit) is { } found ? found.ShortName : "Loket";

    private static string CardText(GuestRow guest) => guest switch
    {
        { IdCardLeft: null } => "–",
        { IdCardReturnedAt: null } => $"{guest.IdCardLeft} di loket",
        _ => $"{guest.IdCardLeft} kembali",
    };

    private string? CardTime(GuestRow guest) => guest.IdCardReturnedAt is { } returned ? At(returned) : null;
}
