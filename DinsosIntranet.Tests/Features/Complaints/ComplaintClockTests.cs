using DinsosIntranet.Features.Complaints.Domain;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Shared.Calendar;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Features.Complaints;

/// <summary>The limit of each class, counted in the calendars of 2026 and 2027 from the day a complaint was received.</summary>
public sealed class ComplaintClockTests
{
    [Theory]
    [InlineData("2026-11-20", "2026-11-27", "2026-12-10", "2027-02-19")]
    [InlineData("2026-11-21", "2026-11-27", "2026-12-10", "2027-02-19")]
    [InlineData("2026-12-18", "2026-12-29", "2027-01-13", "2027-03-31")]
    [InlineData("2026-12-23", "2027-01-04", "2027-01-18", "2027-04-05")]
    [InlineData("2027-03-05", "2027-03-22", "2027-04-06", "2027-06-17")]
    [InlineData("2027-05-14", "2027-05-27", "2027-06-10", "2027-08-13")]
    [InlineData("2026-03-13", "2026-03-27", "2026-04-10", "2026-06-24")]
    public async Task Review_EachClass_DueAtTheEndOfItsWorkingDay(string received, string five, string fourteen, string sixty)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var day = TestCalendars.Day(received);
        if (day > new DateOnly(2026, 11, 23))
        {
            agency.Time.SetLocal(day.Year, day.Month, day.Day, 10, 0);
        }

        var complaint = await agency.Data.ComplainAsync(agency.Data.Complaint() with { Channel = "surat", ReceivedOn = day });
        var opik = await agency.ActAsync("opik");

        Assert.Equal(five, await DueAsync(agency, complaint.Id));
        foreach (var (classCode, due) in new[] { ("ringan", five), ("normatif", five), ("tidak-berkadar-pengawasan", fourteen), ("berkadar-pengawasan", sixty) })
        {
            Assert.True((await agency.Data.Complaints.ClassifyAsync(complaint.Id, new ClassInput { ClassCode = classCode, Reason = "uji" }, opik)).IsOk);
            Assert.Equal(due, await DueAsync(agency, complaint.Id));
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Classify_Again_KeepsTheStartAndThePauseAndStandsInTheTrail(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var complaint = await agency.Data.ComplaintAtAsync(TestData.ComplaintHandling);
        await using var before = agency.OpenDb();
        var start = (await before.WorkClocks.SingleAsync()).StartedAt;
        Assert.True((await agency.Get<DeskService>().PauseAsync(complaint.Id, "pemohon-melengkapi", null, await agency.ActAsync("imas"))).IsOk);
        agency.Time.SetLocal(2026, 11, 25, 9, 0);
        Assert.True((await agency.Get<DeskService>().ResumeAsync(complaint.Id, await agency.ActAsync("imas"))).IsOk);

        var outcome = await agency.Data.Complaints.ClassifyAsync(complaint.Id, new ClassInput { ClassCode = "berkadar-pengawasan", Reason = "Ada dugaan pungutan." }, await agency.ActAsync("imas"));

        Assert.True(outcome.IsOk, outcome.Message);
        await using var db = agency.OpenDb();
        var clock = await db.WorkClocks.SingleAsync();
        Assert.Equal(start, clock.StartedAt);

        // 60 working days from Monday 23 November 2026 are 22 February 2027; two of its days ended paused.
        Assert.Equal("2027-02-24", TestCalendars.Local(clock.DueAt)[..10]);
        Assert.Contains(await db.HistoryEntries.Select(h => h.Title).ToListAsync(), t => t.StartsWith("Golongan diubah: tidak berkadar pengawasan menjadi berkadar pengawasan, batas 60 hari kerja", StringComparison.Ordinal));
        Assert.Contains(await agency.TrailAsync(), r => r.Act == "pengaduan.batas");
        Assert.True((await agency.CheckTrailAsync()).IsIntact);
    }

    private static async Task<string> DueAsync(TestAgency agency, Guid id)
    {
        await using var db = agency.OpenDb();
        return TestCalendars.Local((await db.WorkClocks.SingleAsync(c => c.WorkItemId == id && c.Kind == ClockKind.Promise)).DueAt)[..10];
    }
}
