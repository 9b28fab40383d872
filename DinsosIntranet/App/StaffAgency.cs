using DinsosIntranet.Features.Agency;
using DinsosIntranet.Shared.Ui;

namespace DinsosIntranet.App;

/// <summary>The frame's view of the agency; read at start-up and answered from memory from then on.</summary>
internal sealed class StaffAgency(AgencyDirectory agencies, TimeProvider time) : AgencyAccessor
{
    public override AgencyLabel Current => Snapshot is { } agency
        ? new AgencyLabel(agency.Profile.Name, agency.Profile.Regency, agency.Profile.Regency.Replace("Kabupaten", "Kab.", StringComparison.Ordinal))
        : AgencyLabel.Unnamed;

    public override string? TimeZoneId => Snapshot?.Profile.TimeZoneId;

    public override IReadOnlyList<(DateTime From, DateTime To)> OfficeHoursToday => Snapshot is { } agency
        ? [.. agency.Calendar.OpenOn(agency.DateOf(time.GetUtcNow().UtcDateTime)).Select(o => (o.StartUtc, o.EndUtc))]
        : [];

    private AgencySnapshot? Snapshot => agencies.Latest;
}
