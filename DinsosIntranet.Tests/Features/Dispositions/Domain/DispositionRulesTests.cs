using DinsosIntranet.Features.Dispositions.Domain;
using DinsosIntranet.Tests.Shared.Calendar;

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

    [Fact]
    public void CanRemind_Fresh_Yes() => Assert.Null(DispositionRules.CanRemind(Given(Euis), TestCalendars.Lebak, TestCalendars.At("2026-11-23 09.00"), Moment));

    [Theory]
    [InlineData("2026-11-26 08.00", "2026-11-26 15.00", false)]
    [InlineData("2026-11-26 23.00", "2026-11-27 00.30", true)]
    [InlineData("2026-11-27 16.00", "2026-11-29 10.00", false)]
    [InlineData("2026-11-27 16.00", "2026-11-30 07.00", true)]
    [InlineData("2026-11-28 10.00", "2026-11-29 10.00", false)]
    [InlineData("2026-12-23 10.00", "2026-12-26 10.00", false)]
    [InlineData("2026-12-23 10.00", "2026-12-28 07.00", true)]
    public void CanRemind_Again_OncePerWorkingDay(string before, string now, bool may)
    {
        var given = Given(Euis);
        given.Remind("Ratna, Kepala Dinas", TestCalendars.At(before));

        var refusal = DispositionRules.CanRemind(given, TestCalendars.Lebak, TestCalendars.At(now), Moment);

        Assert.Equal(may, refusal is null);
        Assert.True(may || refusal!.Message.StartsWith("Sudah diingatkan Ratna, Kepala Dinas ", StringComparison.Ordinal));
    }

    [Fact]
    public void CanRemind_DoneOrTakenBack_No()
    {
        var (done, recalled) = (Given(Euis), Given(Euis));
        done.DoneAt = TestCalendars.At("2026-11-23 09.00");
        recalled.Recall("Ratna", TestCalendars.At("2026-11-23 09.00"));

        Assert.Contains("selesai", DispositionRules.CanRemind(done, TestCalendars.Lebak, TestCalendars.At("2026-11-23 10.00"), Moment)?.Message, StringComparison.Ordinal);
        Assert.Contains("ditarik", DispositionRules.CanRemind(recalled, TestCalendars.Lebak, TestCalendars.At("2026-11-23 10.00"), Moment)?.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => done.Remind("Ratna", TestCalendars.At("2026-11-23 10.00")));
    }

    private static string Moment(DateTime utc) => $"pukul {utc:HH.mm}";

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
