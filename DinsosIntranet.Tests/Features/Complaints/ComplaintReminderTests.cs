using DinsosIntranet.Features.Complaints;
using DinsosIntranet.Features.Complaints.Domain;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Shared.Calendar;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Features.Complaints;

/// <summary>Reminders five and one working day before a limit, in the calendars of 2026 and 2027.</summary>
public sealed class ComplaintReminderTests
{
    /// <summary>Received, limit of fourteen working days, the day of the first and of the last reminder.</summary>
    [Theory]
    [InlineData("2026-11-23", "2026-12-04", "2026-12-10")]
    [InlineData("2026-12-18", "2027-01-06", "2027-01-12")]
    [InlineData("2027-03-05", "2027-03-30", "2027-04-05")]
    public async Task Make_EachDistance_OnceFromItsDayOn(string received, string five, string one)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var day = TestCalendars.Day(received);
        agency.Time.SetLocal(day.Year, day.Month, day.Day, 10, 0);
        var complaint = await ClassedAsync(agency);
        var made = new List<string>();
        for (var next = day; next <= TestCalendars.Day(one).AddDays(1); next = next.AddDays(1))
        {
            foreach (var hour in (int[])[6, 10, 22])
            {
                agency.Time.SetLocal(next.Year, next.Month, next.Day, hour, 0);
                if (await agency.Get<ComplaintReminders>().MakeAsync() == 1)
                {
                    made.Add(FormattableString.Invariant($"{next:yyyy-MM-dd} {hour}"));
                }
            }
        }

        Assert.Equal([$"{five} 10", $"{one} 10"], made);
        await using var db = agency.OpenDb();
        Assert.Equal([5, 1], await db.ComplaintReminders.Where(r => r.ComplaintId == complaint).OrderBy(r => r.At).Select(r => r.DaysBefore).ToListAsync());
        Assert.True((await agency.CheckTrailAsync()).IsIntact);
    }

    [Fact]
    public async Task Make_LimitOfFiveDays_OnlyTheLastDay()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        await agency.Data.ComplainAsync();

        Assert.Equal(0, await agency.Get<ComplaintReminders>().MakeAsync());
        agency.Time.SetLocal(2026, 11, 27, 9, 0);
        Assert.Equal(1, await agency.Get<ComplaintReminders>().MakeAsync());
        Assert.Equal(0, await agency.Get<ComplaintReminders>().MakeAsync());
    }

    [Fact]
    public async Task Make_WhilePausedOrLateOrClosed_None()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var paused = await agency.Data.ComplaintAtAsync(TestData.ComplaintHandling);
        Assert.True((await agency.Get<DeskService>().PauseAsync(paused.Id, "pemohon-melengkapi", null, await agency.ActAsync("imas"))).IsOk);
        await agency.Data.ComplainAsync(agency.Data.Complaint() with { IsAnswered = true, Answer = TestData.AtOnce(agency.UserId("asep")) });
        agency.Time.SetLocal(2026, 12, 10, 9, 0);

        Assert.Equal(0, await agency.Get<ComplaintReminders>().MakeAsync());
    }

    [Fact]
    public async Task Make_AnotherLimit_RemindsAnew()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var complaint = await agency.Data.ComplainAsync();
        agency.Time.SetLocal(2026, 11, 27, 9, 0);
        Assert.Equal(1, await agency.Get<ComplaintReminders>().MakeAsync());
        Assert.True((await agency.Data.Complaints.ClassifyAsync(complaint.Id, new ClassInput { ClassCode = "tidak-berkadar-pengawasan", Reason = "uji" }, await agency.ActAsync("opik"))).IsOk);

        agency.Time.SetLocal(2026, 12, 10, 9, 0);

        Assert.Equal(1, await agency.Get<ComplaintReminders>().MakeAsync());
        await using var db = agency.OpenDb();
        Assert.Equal(2, await db.ComplaintReminders.CountAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Make_TwoLooksAtOnce_OneReminder(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        await agency.Data.ComplainAsync();
        agency.Time.SetLocal(2026, 11, 27, 9, 0);

        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => agency.Get<ComplaintReminders>().MakeAsync())));

        await using var db = agency.OpenDb();
        Assert.Equal(1, await db.ComplaintReminders.CountAsync());
    }

    [Fact]
    public async Task Waiting_OfTheHolderAndTheDeskAbove_NotOfOthersNorOfTheAccused()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var complaint = await agency.Data.ComplaintAtAsync(TestData.ComplaintHandling, agency.Data.Complaint() with { Accused = [agency.UserId("hendra")] });
        agency.Time.SetLocal(2026, 12, 4, 9, 0);
        await agency.Get<ComplaintReminders>().MakeAsync();

        foreach (var (user, count) in ((string, int)[])[("imas", 1), ("ratna", 1), ("asep", 0), ("hendra", 0), ("opik", 0)])
        {
            var rows = await agency.Get<InvestigationQueries>().WaitingAsync(await agency.ActorAsync(user));
            Assert.Equal((user, count), (user, rows.Count));
            Assert.All(rows, r => Assert.StartsWith("Tinggal 5 hari kerja sebelum batas", r.Text, StringComparison.Ordinal));
            Assert.All(rows, r => Assert.Equal($"/permohonan/{complaint.Id}", r.Href));
        }
    }

    [Theory]
    [InlineData("pengelola-pengaduan", "sekretaris-dinas")]
    [InlineData("kabid-rehsos", "kepala-dinas")]
    [InlineData("sekretaris-dinas", "kepala-dinas")]
    [InlineData("pekerja-sosial", "kabid-rehsos")]
    [InlineData("kepala-dinas", null)]
    [InlineData("pimpinan", null)]
    public async Task SuperiorOf_EachDesk_TheOneAbove(string desk, string? above)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        Assert.Equal(above, ReminderRules.SuperiorOf(desk, (await agency.Get<DinsosIntranet.Features.Agency.AgencyDirectory>().GetAsync()).Desks));
    }

    private static async Task<Guid> ClassedAsync(TestAgency agency)
    {
        var complaint = await agency.Data.ComplainAsync(agency.Data.Complaint() with { ReceivedOn = DateOnly.FromDateTime(agency.Time.Now.AddHours(7)) });
        Assert.True((await agency.Data.Complaints.ClassifyAsync(complaint.Id, new ClassInput { ClassCode = "tidak-berkadar-pengawasan" }, await agency.ActAsync("opik"))).IsOk);
        return complaint.Id;
    }
}
