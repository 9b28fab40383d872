using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Text;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Audit.Pages;

/// <summary>
/// Everything that was done, newest first. All filters live in the address, so a view can be kept and sent on: acts, dates
/// and numbers of requests are no personal data, and people appear there by their opaque id only.
/// </summary>
public sealed partial class AuditTrail
{
    private readonly HashSet<long> _open = [];
    private readonly Form _form = new();
    private IReadOnlyList<AuditPerson> _people = [];
    private AuditPage? _page;
    private AuditSight? _sight;
    private TimeZoneInfo _zone = TimeZoneInfo.Utc;
    private string? _numberError;
    private string? _dateError;
    private int _asked;

    [Inject]
    public required AuditQueries Queries { get; init; }

    [Inject]
    public required AgencyDirectory Agencies { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [CascadingParameter]
    public Actor? Actor { get; set; }

    [SupplyParameterFromQuery(Name = "orang")]
    public string? PersonAsked { get; set; }

    [SupplyParameterFromQuery(Name = "tindakan")]
    public string? Act { get; set; }

    [SupplyParameterFromQuery(Name = "jenis")]
    public string? Kind { get; set; }

    [SupplyParameterFromQuery(Name = "catatan")]
    public string? RecordAsked { get; set; }

    [SupplyParameterFromQuery(Name = "nomor")]
    public string? Number { get; set; }

    [SupplyParameterFromQuery(Name = "dari")]
    public string? FromAsked { get; set; }

    [SupplyParameterFromQuery(Name = "sampai")]
    public string? UntilAsked { get; set; }

    [SupplyParameterFromQuery(Name = "sebelum")]
    public string? BeforeAsked { get; set; }

    [SupplyParameterFromQuery(Name = "sesudah")]
    public string? AfterAsked { get; set; }

    private AuditAddress Address => new(PersonAsked, Act, Kind, RecordAsked, Number, FromAsked, UntilAsked);

    /// <summary>The same filters, without the page of the list.</summary>
    private string ExportAddress => AuditEndpoints.ExportPath + new Uri(Navigation.GetUriWithQueryParameters(new Dictionary<string, object?> { ["sebelum"] = null, ["sesudah"] = null })).Query;

    private Guid? Person => AddressValues.Id(PersonAsked);

    private Guid? RecordId => AddressValues.Id(RecordAsked);

    private DateOnly? From => AddressValues.Day(FromAsked);

    private DateOnly? Until => AddressValues.Day(UntilAsked);

    private long? Before => AddressValues.Number(BeforeAsked);

    private long? After => AddressValues.Number(AfterAsked);

    private string Scope => _sight switch
    {
        { SeesEverybody: false } => "Tindakan pegawai di bidang Anda",
        { SeesContent: false } => "Semua tindakan, tanpa isi permohonan",
        _ => "Semua tindakan, siapa melakukannya, dan kapan",
    };

    private bool IsFiltered => Person is not null || Act is not null || Kind is not null || RecordId is not null || Number is not null || From is not null || Until is not null;

    private string Heading => RecordId is null ? "Catatan jejak" : "Jejak satu catatan";

    protected override async Task OnParametersSetAsync()
    {
        if (Actor is null)
        {
            return;
        }

        var asked = ++_asked;
        var sight = AuditSight.Of(Actor);
        _sight = sight;
        _open.Clear();
        _form.Take(this);
        _zone = (await Agencies.GetAsync()).Zone;
        var people = await Queries.PeopleAsync(sight);
        var filter = await FilterAsync(sight);
        var page = filter is null ? new AuditPage([], false, false) : await Queries.PageAsync(filter, sight);

        // Another filter may have been chosen while this answer was on its way.
        if (asked == _asked)
        {
            _people = people;
            _page = page;
        }
    }

    private static bool HasRecord(AuditLine line) => Guid.TryParse(line.RecordId, out var id) && id != Guid.Empty;

    private static string RecordHref(AuditLine line) => $"/jejak?jenis={Uri.EscapeDataString(line.RecordKind)}&catatan={line.RecordId}";

    /// <summary>Null where the filter cannot match anything.</summary>
    private async Task<AuditFilter?> FilterAsync(AuditSight sight)
    {
        _dateError = From > Until ? "Sampai tanggal mendahului dari tanggal." : null;
        var filter = await Address.FilterAsync(Queries, sight);
        _numberError = filter is null ? "Nomor ini tidak ada. Periksa lagi." : null;
        return _dateError is not null ? null : filter is null ? null : filter with { Before = Before, After = Before is null ? After : null };
    }

    private void Apply()
    {
        if (_form.From == IndonesianDates.Unreadable || _form.Until == IndonesianDates.Unreadable)
        {
            // The field itself says so.
            return;
        }

        RecordAsked = null;
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameters("/jejak", _form.Parameters()));
    }

    private string PageAddress(long? before, long? after) => Navigation.GetUriWithQueryParameters(new Dictionary<string, object?> { ["sebelum"] = before, ["sesudah"] = after });

    private void Toggle(long sequence)
    {
        if (!_open.Remove(sequence))
        {
            _open.Add(sequence);
        }
    }

    /// <summary>What stands in the fields; it becomes the address when "Tampilkan" is pressed.</summary>
    private sealed class Form
    {
        public string Person { get; set; } = "";

        public string Act { get; set; } = "";

        public string Kind { get; set; } = "";

        public string Number { get; set; } = "";

        public DateOnly? From { get; set; }

        public DateOnly? Until { get; set; }

        public void Take(AuditTrail page)
        {
            Person = page.Person?.ToString() ?? "";
            Act = page.Act ?? "";
            Kind = page.Kind ?? "";
            Number = page.Number ?? "";
            From = page.From;
            Until = page.Until;
        }

        public Dictionary<string, object?> Parameters() => new()
        {
            ["orang"] = Text(Person),
            ["tindakan"] = Text(Act),
            ["jenis"] = Text(Kind),
            ["nomor"] = Text(SearchNumber()),
            ["dari"] = AddressValues.Of(From),
            ["sampai"] = AddressValues.Of(Until),
        };

        private static string? Text(string value) => value.Length > 0 ? value : null;

        private string SearchNumber() => Number.Trim().ToUpperInvariant();
    }
}
