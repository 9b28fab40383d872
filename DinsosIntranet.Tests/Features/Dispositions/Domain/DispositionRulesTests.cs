using DinsosIntranet.Features.Dispositions.Domain;

namespace DinsosIntranet.Tests.Features.Dispositions.Domain;

public sealed class DispositionRulesTests
{
    private static readonly DateTime At = new(2026, 11, 23, 2, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Euis = Guid.CreateVersion7();
    private static readonly DispositionPlace Untouched = new(true, false, null, null, null);

    [Fact]
    public void CanRecall_ToADeskUntouched_Yes() => Assert.Null(Ask(Given(null), Untouched));

    [Fact]
    public void CanRecall_HeldByThePersonItNamesUnread_Yes() =>
        Assert.Null(Ask(Given(Euis), Untouched with { HolderId = Euis, HolderName = "Euis Nurhayati", HeldSince = At }));

    [Fact]
    public void CanRecall_Read_SaysWhoAndWhen()
    {
        var given = Given(Euis);
        given.ReadAt = At.AddMinutes(42);

        Assert.Equal("Sudah dibaca Euis Nurhayati pukul 02.42. Disposisi tidak dapat ditarik lagi.", Ask(given, Untouched));
    }

    [Fact]
    public void CanRecall_TakenAtTheDesk_SaysWhoAndWhen() =>
        Assert.Equal(
            "Sudah diambil Yusup Hidayat pukul 02.05. Disposisi tidak dapat ditarik lagi.",
            Ask(Given(null), Untouched with { HolderId = Guid.CreateVersion7(), HolderName = "Yusup Hidayat", HeldSince = At.AddMinutes(5) }));

    [Fact]
    public void CanRecall_WorkedOnAndGivenBack_SaysWhoAndWhen() =>
        Assert.StartsWith(
            "Sudah dikerjakan Yusup Hidayat, Operator pukul 02.09: Dilepas.",
            Ask(Given(null), Untouched with { Later = new LaterAct("Yusup Hidayat, Operator", At.AddMinutes(9), "Dilepas") }),
            StringComparison.Ordinal);

    [Fact]
    public void CanRecall_Done_SaysWhen()
    {
        var given = Given(null);
        given.DoneAt = At.AddMinutes(1);

        Assert.StartsWith("Sudah selesai dikerjakan pukul 02.01", Ask(given, Untouched), StringComparison.Ordinal);
    }

    [Fact]
    public void CanRecall_AlreadyTakenBack_SaysWhoAndWhen()
    {
        var given = Given(null);
        given.Recall("Ratna, Kepala Dinas", At.AddMinutes(3));

        Assert.Equal("Disposisi ini sudah ditarik Ratna, Kepala Dinas pukul 02.03.", Ask(given, Untouched));
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public void CanRecall_MovedOrPaused_No(bool isWhereSent, bool isPaused) =>
        Assert.NotNull(Ask(Given(null), Untouched with { IsWhereSent = isWhereSent, IsPaused = isPaused }));

    [Fact]
    public void Recall_Read_Throws()
    {
        var given = Given(Euis);
        given.ReadAt = At;

        Assert.Throws<InvalidOperationException>(() => given.Recall("Ratna", At));
    }

    [Theory]
    [InlineData(0, false, false)]
    [InlineData(-1, false, true)]
    [InlineData(-1, true, false)]
    public void IsLate_DayAndDone_OnlyPastAndOpen(int days, bool isDone, bool isLate)
    {
        var today = new DateOnly(2026, 11, 23);
        var given = Given(null, today.AddDays(days));
        given.DoneAt = isDone ? At : null;

        Assert.Equal(isLate, DispositionRules.IsLate(given, today));
    }

    private static string? Ask(Disposition disposition, DispositionPlace place) =>
        DispositionRules.CanRecall(disposition, place, utc => $"pukul {utc:HH.mm}")?.Message;

    private static Disposition Given(Guid? to, DateOnly? dueOn = null) => new()
    {
        Id = Guid.CreateVersion7(),
        RequestId = Guid.CreateVersion7(),
        FromUserId = Guid.CreateVersion7(),
        FromText = "Ratna, Kepala Dinas",
        ToDeskCode = "operator-siks-ng",
        ToUserId = to,
        ToText = to is null ? "Operator SIKS-NG" : "Euis Nurhayati, Operator SIKS-NG",
        Instructions = ["proses-lanjut"],
        DueOn = dueOn,
        At = At,
    };
}
