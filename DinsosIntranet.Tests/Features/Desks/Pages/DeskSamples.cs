using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Shared.Calendar;

namespace DinsosIntranet.Tests.Features.Desks.Pages;

/// <summary>Rows and desks as the queries would give them.</summary>
internal static class DeskSamples
{
    public const string Queue = "operator-siks-ng";

    public static DeskRow Row(string number, bool isMine = false, bool isPaused = false) => new(
        Guid.CreateVersion7(),
        number,
        "Pengecekan DTKS",
        new ClockFace(ClockState.Green, "Sisa 9 menit", null, null, null),
        null,
        new DeskRowPerson("Siti Aminah", "3602********0001"),
        "Cek SIKS-NG",
        null,
        "4 menit",
        "Catat hasil cek",
        DinsosIntranet.Features.Dispositions.DispositionSigns.None,
        isMine,
        isPaused,
        MayPause: !isPaused);

    public static MyDesk Desk(IReadOnlyList<DeskRow> queue, IReadOnlyList<DeskRow>? mine = null) => new()
    {
        DateText = "Senin, 23 November 2026 pukul 09.00 WIB",
        Unit = "Bidang Linjamsos",
        DoneToday = 0,
        Counts = new DeskCounts(queue.Count, 0, 0, queue.Count, 0, 0),
        Mine = new DeskTable(DeskTable.MineCode, "Sedang saya pegang", mine?.Count ?? 0, 1, mine ?? []),
        Queues = [new DeskTable(Queue, "Operator SIKS-NG", queue.Count, 1, queue)],
        Dispositions = new Listing<DispositionRow>(0, []),
        UnsignedLetters = null,
        Next = [],
    };
}
