namespace DinsosIntranet.Features.Letters.Domain;

public enum PrintWay
{
    /// <summary>Opened in the browser's viewer, from where it is printed.</summary>
    Printed,
    Downloaded,
    /// <summary>Looked at before signing; no copy of anything.</summary>
    Previewed,
}

/// <summary>One print, preview or download of a paper.</summary>
public sealed class PrintRecord
{
    public required Guid Id { get; init; }

    /// <summary>The letter, or the request for papers that are rendered on demand.</summary>
    public required Guid RecordId { get; init; }

    public required string Kind { get; init; }

    public required PrintWay Way { get; init; }

    /// <summary>Which copy this was, counted from 1; null for a preview. The count stands here only: the stored paper is never marked.</summary>
    public required int? Copy { get; init; }

    public required DateTime At { get; init; }

    public required Guid ByUserId { get; init; }
}

public static class PrintWays
{
    public static IReadOnlyList<PrintWay> All { get; } = Enum.GetValues<PrintWay>();

    public static string Name(this PrintWay way) => way switch
    {
        PrintWay.Printed => "Dibuka untuk dicetak",
        PrintWay.Downloaded => "Diunduh",
        PrintWay.Previewed => "Pratinjau",
        _ => throw new ArgumentOutOfRangeException(nameof(way)),
    };

    /// <summary>As the address of the register writes it.</summary>
    public static string Code(this PrintWay way) => way switch
    {
        PrintWay.Printed => "cetak",
        PrintWay.Downloaded => "unduh",
        _ => "pratinjau",
    };

    public static PrintWay? FromCode(string? code) => All.Where(w => w.Code() == code).Cast<PrintWay?>().FirstOrDefault();
}
