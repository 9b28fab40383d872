using DinsosIntranet.Shared.Text;

namespace DinsosIntranet.Features.Complaints;

/// <summary>The filters of the book as its address writes them.</summary>
public static class BookAddress
{
    public static IReadOnlyList<(BookStatus Value, string Code, string Name)> Statuses { get; } =
    [
        (BookStatus.Unreviewed, "belum-ditelaah", "Belum ditelaah"),
        (BookStatus.Open, "berjalan", "Masih ditangani"),
        (BookStatus.Answered, "dijawab", "Dijawab"),
        (BookStatus.PassedOn, "diteruskan", "Diteruskan"),
    ];

    public static BookFilter Filter(ComplaintReference reference, string? status, string? classCode, string? channel, string? from, string? until) => new()
    {
        Status = Statuses.Where(s => s.Code == status).Select(s => (BookStatus?)s.Value).FirstOrDefault(),
        ClassCode = reference.Classes.Any(c => c.Code == classCode) ? classCode : null,
        ChannelCode = reference.Channels.Any(c => c.Code == channel) ? channel : null,
        From = AddressValues.Day(from),
        Until = AddressValues.Day(until),
    };
}
