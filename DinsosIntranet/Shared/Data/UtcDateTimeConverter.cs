using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace DinsosIntranet.Shared.Data;

/// <summary>Times are UTC in the database. SQLite gives them back without saying so; Npgsql refuses anything else.</summary>
internal sealed class UtcDateTimeConverter() : ValueConverter<DateTime, DateTime>(
    value => value.Kind == DateTimeKind.Utc ? value : ThrowNotUtc(value),
    value => DateTime.SpecifyKind(value, DateTimeKind.Utc))
{
    private static DateTime ThrowNotUtc(DateTime value) =>
        throw new InvalidOperationException($"A time of kind {value.Kind} was about to be stored; only UTC is.");
}
