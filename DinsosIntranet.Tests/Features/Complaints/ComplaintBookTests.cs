using DinsosIntranet.Features.Complaints;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Shared.Text;
using DinsosIntranet.Tests.Support;

namespace DinsosIntranet.Tests.Features.Complaints;

public sealed class ComplaintBookTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Page_EachFilter_ShowsWhatItAdmits(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var first = await agency.Data.ComplaintAtAsync(TestData.ComplaintHandling);
        var lapor = await agency.Data.ComplainAsync(agency.Data.Complaint() with { Channel = "lapor", AnswerWay = "lapor", Ticket = "10293847", ReceivedOn = new DateOnly(2026, 11, 16) });
        var closed = await agency.Data.ComplainAsync(agency.Data.Complaint() with { IsAnswered = true, Answer = TestData.AtOnce(agency.UserId("asep")) });
        await agency.Data.RegisterAsync();
        var opik = await agency.ActorAsync("opik");
        var book = agency.Get<ComplaintBook>();

        async Task<IEnumerable<string>> NumbersAsync(BookFilter filter) => (await book.PageAsync(filter, 1, opik)).Rows.Select(r => r.Number);

        Assert.Equal([closed.Number, lapor.Number, first.Number], await NumbersAsync(new BookFilter()));
        Assert.Equal([lapor.Number], await NumbersAsync(new BookFilter { Status = BookStatus.Unreviewed }));
        Assert.Equal([lapor.Number, first.Number], await NumbersAsync(new BookFilter { Status = BookStatus.Open }));
        Assert.Equal([closed.Number], await NumbersAsync(new BookFilter { Status = BookStatus.Answered }));
        Assert.Empty(await NumbersAsync(new BookFilter { Status = BookStatus.PassedOn }));
        Assert.Equal([closed.Number], await NumbersAsync(new BookFilter { ClassCode = "ringan" }));
        Assert.Equal([lapor.Number], await NumbersAsync(new BookFilter { ChannelCode = "lapor" }));
        Assert.Equal([lapor.Number], await NumbersAsync(new BookFilter { Text = "10293847" }));
        Assert.Equal([first.Number], await NumbersAsync(new BookFilter { Text = "1" }));
        Assert.Equal([lapor.Number], await NumbersAsync(new BookFilter { Text = "adu-2026-0002" }));
        Assert.Equal([lapor.Number], await NumbersAsync(new BookFilter { Until = new DateOnly(2026, 11, 16) }));
        Assert.Equal([closed.Number, first.Number], await NumbersAsync(new BookFilter { From = new DateOnly(2026, 11, 17) }));
        Assert.Empty(await NumbersAsync(new BookFilter { Text = "Siti" }));
    }

    [Theory]
    [InlineData("opik", "Siti Aminah", "Dirahasiakan")]
    [InlineData("maman", "Dirahasiakan", "Dirahasiakan")]
    public async Task Row_Names_OnlyOpenOnesAndOnlyToThoseWhoHandle(string user, string open, string secret)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        await agency.Data.ComplainAsync();
        await agency.Data.ComplainAsync(agency.Data.SecretComplaint());

        var rows = (await agency.Get<ComplaintBook>().PageAsync(new BookFilter(), 1, await agency.ActorAsync(user))).Rows;

        Assert.Equal([secret, open], rows.Select(r => r.ComplainantName));
    }

    [Fact]
    public async Task Page_TwentyRows_CostsNoCommandMoreThanOne()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        await agency.Data.ComplainAsync();
        var opik = await agency.ActorAsync("opik");
        var one = await CommandsAsync();
        for (var i = 0; i < 5; i++)
        {
            await agency.Data.ComplainAsync(agency.Data.SecretComplaint());
        }

        Assert.Equal(one, await CommandsAsync());

        async Task<int> CommandsAsync() => (await agency.Commands.DuringAsync(() => agency.Get<ComplaintBook>().PageAsync(new BookFilter(), 1, opik))).Count;
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Export_ReadBack_HoldsEveryRowOnceAndNoSecretName(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        await agency.Data.ComplainAsync(agency.Data.Complaint() with { Description = "=1+1", Accused = [agency.UserId("euis")], OtherAccused = "Calo" });
        await agency.Data.ComplainAsync(agency.Data.SecretComplaint());
        using var file = new MemoryStream();

        await agency.Get<ComplaintExport>().WriteAsync(file, new BookFilter(), await agency.ActorAsync("opik"));

        var sheet = SheetWriterTests.Open(file.ToArray());
        Assert.Equal("Nomor pengaduan", sheet.Cells[0, 1].Value?.ToString());
        Assert.Equal(["ADU-2026-0001", "ADU-2026-0002"], Enumerable.Range(1, 2).Select(r => sheet.Cells[r, 1].Value?.ToString()));
        Assert.Null(sheet.Cells[3, 1].Value);
        Assert.Equal(["Siti Aminah", "Dirahasiakan"], Enumerable.Range(1, 2).Select(r => sheet.Cells[r, 7].Value?.ToString()));
        Assert.Equal("=1+1", sheet.Cells[1, 16].Value?.ToString());
        Assert.Equal("Euis Nurhayati, Operator SIKS-NG; Calo", sheet.Cells[1, 13].Value?.ToString());
        Assert.DoesNotContain(TestData.SecretName, SheetWriterTests.Part(file.ToArray(), "xl/worksheets/sheet1.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_OfAnExaminedOne_HoldsTeamResultAnswerAndEnd()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var complaint = await agency.Data.HeavyAtAsync(TestData.Responding);
        Assert.True((await agency.Data.Complaints.RespondAsync(complaint.Id, new DinsosIntranet.Features.Complaints.Domain.ResponseInput { Reaction = DinsosIntranet.Features.Complaints.Domain.Reaction.Accepted }, await agency.ActAsync("opik"))).IsOk);
        using var file = new MemoryStream();

        await agency.Get<ComplaintExport>().WriteAsync(file, new BookFilter(), await agency.ActorAsync("opik"));

        var sheet = SheetWriterTests.Open(file.ToArray());
        var row = Enumerable.Range(0, 36).ToDictionary(c => sheet.Cells[0, c].Value!.ToString()!, c => sheet.Cells[1, c].Value?.ToString());
        Assert.StartsWith("Imas", row["Tim"], StringComparison.Ordinal);
        Assert.Contains("Yuyun Wahyuni", row["Tim"], StringComparison.Ordinal);
        Assert.Equal(("1", "Terbukti sebagian", "Menerima jawaban", "Telepon, SMS, atau WA"), (row["Kegiatan tim"], row["Hasil pemeriksaan"], row["Tanggapan pengadu"], row["Cara dijawab"]));
        Assert.StartsWith("Ratna", row["Disahkan oleh"], StringComparison.Ordinal);
        Assert.All([row["Tanggal disahkan"], row["Tanggal jawaban"], row["Tanggal ditutup"]], Assert.NotNull);
        Assert.DoesNotContain("uang rokok", SheetWriterTests.Part(file.ToArray(), "xl/worksheets/sheet1.xml"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("opik", OutcomeKind.Ok, "pengaduan.ekspor")]
    [InlineData("dedi", OutcomeKind.Forbidden, "ditolak:pengaduan.ekspor")]
    [InlineData("imas", OutcomeKind.Forbidden, "ditolak:pengaduan.ekspor")]
    public async Task RecordExport_EachRole_StandsInTheTrail(string user, OutcomeKind kind, string act)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        var outcome = await agency.Get<ComplaintExport>().RecordAsync(new BookFilter { ClassCode = "ringan" }, await agency.ActAsync(user));

        Assert.Equal(kind, outcome.Kind);
        Assert.Contains(await agency.TrailAsync(), r => r.Act == act);
    }
}
