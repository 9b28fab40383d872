using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.VictimCases;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Features.VictimCases;

public sealed class CaseHearingTests
{
    [Fact]
    public async Task Book_Next_StoredInAnEnvelopeAndDue()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var registered = await agency.Data.OpenedCaseAsync();

        Assert.True((await agency.Data.Cases.BookHearingAsync(agency.Data.Hearing(registered.Id), await agency.ActAsync("sari"))).IsOk);

        await using var db = agency.OpenDb();
        var hearing = await db.CaseHearings.SingleAsync();
        Assert.Equal(new DateTime(2026, 11, 30, 2, 0, 0, DateTimeKind.Utc), hearing.StartsAt);
        Assert.StartsWith("v1.", hearing.Payload, StringComparison.Ordinal);
        Assert.Equal([DeadlineKind.SocialReport, DeadlineKind.Hearing], (await agency.Get<CaseQueries>().DeadlinesAsync(await agency.ActorAsync("sari"))).Select(d => d.Kind));
        Assert.Empty(await agency.Get<CaseQueries>().DeadlinesAsync(await agency.ActorAsync("gilang")));
    }

    [Fact]
    public async Task Book_NothingFilledIn_EachFieldSaysSo()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var registered = await agency.Data.OpenedCaseAsync();

        var outcome = await agency.Data.Cases.BookHearingAsync(new BookHearing { CaseId = registered.Id, HearingId = Guid.CreateVersion7() }, await agency.ActAsync("sari"));

        Assert.Equal(["Kind", "Stage", "Place", "Day", "From", "Until", "CompanionId"], outcome.Refusals.Select(r => r.Field));
    }

    [Theory]
    [InlineData("12.00", "09.00", "sari", "Until")]
    [InlineData("09.00", "12.00", "gilang", "CompanionId")]
    [InlineData("25.00", "12.00", "sari", "From")]
    public async Task Book_WrongTimesOrNobodyOfTheTeam_Refused(string from, string until, string companion, string field)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var registered = await agency.Data.OpenedCaseAsync();

        var outcome = await agency.Data.Cases.BookHearingAsync(agency.Data.Hearing(registered.Id, from, until, companion), await agency.ActAsync("sari"));

        Assert.Equal(field, outcome.Refusals.Single().Field);
    }

    [Fact]
    public async Task Book_ReportAfterTheHearing_Refused()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var registered = await agency.Data.OpenedCaseAsync();

        var outcome = await agency.Data.Cases.BookHearingAsync(agency.Data.Hearing(registered.Id) with { ReportDue = new DateOnly(2026, 11, 30) }, await agency.ActAsync("sari"));

        Assert.Equal("ReportDue", outcome.Refusals.Single().Field);
    }

    [Fact]
    public async Task Book_CompanionElsewhere_RefusedUntilThatIsCancelled()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var (one, other) = (await agency.Data.OpenedCaseAsync(), await agency.Data.OpenedCaseAsync());
        var act = await agency.ActAsync("sari");
        var first = agency.Data.Hearing(one.Id);
        await agency.Data.Cases.BookHearingAsync(first, act);

        var outcome = await agency.Data.Cases.BookHearingAsync(agency.Data.Hearing(other.Id, "11.30", "13.00"), act);

        Assert.Equal("Pendamping ini sudah dijadwalkan 30/11/2026 09.00 sampai 12.00 oleh Sari Wulandari, Petugas PPPA. Pilih waktu atau pendamping lain.", outcome.Message);
        Assert.True((await agency.Data.Cases.BookHearingAsync(agency.Data.Hearing(other.Id, "12.00", "13.00"), act)).IsOk);
        Assert.True((await agency.Data.Cases.CancelHearingAsync(one.Id, first.HearingId, act)).IsOk);
        Assert.True((await agency.Data.Cases.BookHearingAsync(agency.Data.Hearing(other.Id, "10.00", "12.00"), act)).IsOk);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Book_TwoAtOnceForOneCompanion_OneIsBooked(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var (one, other) = (await agency.Data.OpenedCaseAsync(), await agency.Data.OpenedCaseAsync());
        var act = await agency.ActAsync("sari");
        var bookings = new[] { agency.Data.Hearing(one.Id), agency.Data.Hearing(other.Id, "10.00", "11.00") };

        var outcomes = await Task.WhenAll(bookings.Select(b => agency.Data.Cases.BookHearingAsync(b, act)));

        Assert.Single(outcomes, o => o.IsOk);
        Assert.Equal("CompanionId", Assert.Single(outcomes, o => !o.IsOk).Refusals.Single().Field);
        await using var db = agency.OpenDb();
        Assert.Single(await db.CaseHearings.ToListAsync());
    }

    [Fact]
    public async Task Report_HandedIn_NoLongerDue()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var registered = await agency.Data.OpenedCaseAsync();
        var act = await agency.ActAsync("sari");
        var hearing = agency.Data.Hearing(registered.Id);
        await agency.Data.Cases.BookHearingAsync(hearing, act);

        Assert.True((await agency.Data.Cases.ReportHandedInAsync(registered.Id, hearing.HearingId, act)).IsOk);

        Assert.Equal(DeadlineKind.Hearing, Assert.Single(await agency.Get<CaseQueries>().DeadlinesAsync(act.Actor)).Kind);
        Assert.Equal(OutcomeKind.Conflict, (await agency.Data.Cases.ReportHandedInAsync(registered.Id, hearing.HearingId, act)).Kind);
    }

    [Fact]
    public async Task CompanionLetter_Submitted_HoldsTheCodeOnlyAndEndsWithTheAppointment()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var registered = await agency.Data.FilledCaseAsync();
        var act = await agency.ActAsync("sari");
        var hearing = agency.Data.Hearing(registered.Id);
        await agency.Data.Cases.BookHearingAsync(hearing, act);

        Assert.True((await agency.Data.Cases.SubmitCompanionLetterAsync(registered.Id, hearing.HearingId, act)).IsOk);
        Assert.Equal(OutcomeKind.Conflict, (await agency.Data.Cases.SubmitCompanionLetterAsync(registered.Id, hearing.HearingId, act)).Kind);

        await using var db = agency.OpenDb();
        var assignment = await db.Assignments.Include(a => a.Members).SingleAsync();
        Assert.Equal($"Mendampingi klien kasus {registered.Number} dalam proses hukum", assignment.Task);
        Assert.Equal(agency.UserId("sari"), assignment.Members.Single().StaffId);
        Assert.Equal(LetterStatus.Draft, (await db.Letters.SingleAsync()).Status);
        Assert.True((await agency.Data.Cases.CancelHearingAsync(registered.Id, hearing.HearingId, act)).IsOk);
        Assert.Empty(await db.Letters.AsNoTracking().ToListAsync());
    }
}
