using System.Globalization;
using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Text;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Intake.Pages;

/// <summary>The guest book of a day: who came, and above it the form for the next guest.</summary>
public sealed partial class GuestBook : IDisposable
{
    private const string Address = "/buku-tamu";

    private readonly CancellationTokenSource _gone = new();
    private IDisposable? _subscription;
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
    public required ChangeFeed Feed { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [CascadingParameter]
    public Actor? Actor { get; set; }

    [SupplyParameterFromQuery(Name = "hari")]
    public string? DayAsked { get; set; }

    [SupplyParameterFromQuery(Name = "halaman")]
    public string? PageAsked { get; set; }

    private DateOnly Today { get; set; }

    private DateOnly Day { get; set; }

    private int PageNumber => AddressValues.Page(PageAsked);

    private bool IsToday => Day == Today;

    private string Context => _loaded is null ? "" : IndonesianDates.Long(Day);

    private string DayText => AddressValues.Of(Day)!;

    private string Figures
    {
        get
        {
            var loaded = _loaded ?? GuestBookPage.Empty;
            var cards = loaded.CardsHeld > 0 ? $" · {loaded.CardsHeld} kartu di loket" : "";
            return loaded.Total == 0 ? "" : $"{loaded.Total} tamu · {loaded.StillHere} belum pulang{cards}";
        }
    }

    public void Dispose()
    {
        _subscription?.Dispose();
        _gone.Cancel();
        _gone.Dispose();
    }

    protected override void OnInitialized() =>
        _subscription = Feed.Subscribe(Topic.GuestBook, id => _ = InvokeAsync(RefreshAsync));

    protected override async Task OnParametersSetAsync()
    {
        var agency = await Agencies.GetAsync(_gone.Token);
        _agency = agency;
        _zone = agency.Zone;
        await ReadAsync();
    }

    private async Task RefreshAsync()
    {
        if (!_gone.IsCancellationRequested && _loaded is not null)
        {
            await ReadAsync();
            StateHasChanged();
        }
    }

    /// <summary>A late answer never replaces a newer one.</summary>
    private async Task ReadAsync()
    {
        if (Actor is null)
        {
            return;
        }

        var turn = ++_reading;
        var agency = await Agencies.GetAsync();
        Today = agency.DateOf(Clock.GetUtcNow().UtcDateTime);
        var day = AddressValues.Day(DayAsked) is { } asked && asked <= Today ? asked : Today;
        try
        {
            var page = await Queries.PageAsync(day, PageNumber, Actor, _gone.Token);
            if (turn == _reading)
            {
                (Day, _loaded) = (day, page);
            }
        }
        catch (OperationCanceledException) when (_gone.IsCancellationRequested)
        {
            // The page was left while it read.
        }
    }

    private void ChooseDay(DateOnly? day)
    {
        if (day != IndonesianDates.Unreadable)
        {
            Navigation.NavigateTo(day is null || day >= Today ? Address : $"{Address}?hari={AddressValues.Of(day)}");
        }
    }

    private string HrefFor(int page)
    {
        var day = IsToday ? "" : $"hari={DayText}&";
        return $"{Address}?{day}halaman={page.ToString(CultureInfo.InvariantCulture)}";
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

    private string Time(DateTime utc) => IndonesianDates.Time(utc, _zone);

    private static string Origin(GuestRow guest) =>
        string.Join(" · ", new[] { guest.Origin, guest.Phone is null ? null : Masking.Phone(guest.Phone) }.OfType<string>());

    private string ToText(GuestRow guest) => guest.ToUnitCode is { } unit && _agency?.FindUnit(unit) is { } found ? found.ShortName : "Loket";

    private static string CardText(GuestRow guest) => guest switch
    {
        { IdCardLeft: null } => "–",
        { IdCardReturnedAt: null } => $"{guest.IdCardLeft} di loket",
        _ => $"{guest.IdCardLeft} kembali",
    };

    private string? CardTime(GuestRow guest) => guest.IdCardReturnedAt is { } returned ? Time(returned) : null;
}
