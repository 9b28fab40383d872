using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Shared.Text;

namespace DinsosIntranet.Features.Audit;

/// <summary>
/// The filters of the trail as its addresses carry them, as text. Acts, dates and numbers of requests are no personal data,
/// and people appear by their opaque id only.
/// </summary>
public sealed record AuditAddress(string? Person, string? Act, string? Kind, string? Record, string? Number, string? From, string? Until)
{
    public static AuditAddress Of(IQueryCollection query) =>
        new(query["orang"], query["tindakan"], query["jenis"], query["catatan"], query["nomor"], query["dari"], query["sampai"]);

    /// <summary>Null where a number is asked for that no record bears: then nothing matches.</summary>
    public async Task<AuditFilter?> FilterAsync(AuditQueries queries, AuditSight sight, CancellationToken cancellationToken = default)
    {
        var (kind, id) = (Empty(Kind), AddressValues.Id(Record));
        if (Empty(Number) is { } number)
        {
            if (await queries.FindRecordAsync(number, sight, cancellationToken) is not { } record)
            {
                return null;
            }

            (kind, id) = (record.Kind, record.Id);
        }

        return new AuditFilter
        {
            ActorId = AddressValues.Id(Person),
            Act = Empty(Act),
            RecordKind = kind,
            RecordId = id?.ToString(),
            From = AddressValues.Day(From),
            Until = AddressValues.Day(Until),
        };
    }

    private static string? Empty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
