using DinsosIntranet.App.Demo;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Repatriation;
using DinsosIntranet.Features.Repatriation.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Shared.Files;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Features.Repatriation;

/// <summary>Migrants brought home: both branches to their end, who may read, and that nobody travels twice a day.</summary>
public sealed class RepatriationServiceTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Fact]
    public async Task Yes_TwoPeople_EscortedHandedOverVisited_NothingSkipped()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var (data, service, yayah) = (agency.Data, agency.Data.Repatriation, await agency.ActAsync("yayah"));
        var id = await data.RepatriationToPlanAsync();
        Assert.Equal("Surat tugas tim belum terbit.", (await service.FormTeamAsync(id, yayah)).Message);
        Ok(await service.SubmitTeamAsync(id, data.Journey(), yayah));
        await data.SignRepatriationAsync(id, LetterKinds.Assignment);
        Ok(await service.FormTeamAsync(id, yayah));
        await using (var formed = agency.OpenDb())
        {
            Assert.NotNull((await formed.WorkClocks.SingleAsync(c => c.Kind == ClockKind.Promise)).EndedAt);
            Assert.Equal(3, await formed.EscortStops.CountAsync());
        }

        var people = await data.MigrantsAsync(id);
        Assert.Equal("Catat dulu keberangkatan tim.", (await data.HandOverAsync(id, people[0].Id, TestData.MigrantHandOver())).Message);
        Assert.Equal("day", Assert.Single((await service.DepartAsync(id, Today.AddDays(1), yayah)).Refusals).Field);
        Ok(await service.DepartAsync(id, Today, yayah));
        Assert.StartsWith("Berhenti", (await data.HandOverAsync(id, people[0].Id, TestData.MigrantHandOver(TestData.MigrantAccused))).Message, StringComparison.Ordinal);
        Assert.Equal(MigrantFields.Receiver, Assert.Single((await data.HandOverAsync(id, people[1].Id, TestData.MigrantHandOver("Orang Lain"))).Refusals).Field);
        var seen = await data.RepatriationVersionAsync(id);
        Ok(await data.HandOverAsync(id, people[0].Id, TestData.MigrantHandOver()));
        var second = await service.HandOverAsync(id, people[1].Id, TestData.MigrantHandOver(), seen, yayah);
        Assert.Contains("Yayah Rokayah", second.Message, StringComparison.Ordinal);
        Assert.StartsWith("Catat dulu serah terima setiap orang", (await service.FinishAsync(id, yayah)).Message, StringComparison.Ordinal);
        Ok(await service.MissAsync(id, people[1].Id, new Dictionary<string, string> { [MigrantFields.MissedReason] = "dirawat", [MigrantFields.MissedWhere] = "RSUD" }, await data.RepatriationVersionAsync(id), yayah));
        Ok(await data.HandOverAsync(id, people[1].Id, TestData.MigrantHandOver()));
        Assert.Equal("Unggah berita acara bertanda tangan untuk orang ke-1, 2.", (await service.FinishAsync(id, yayah)).Message);
        Assert.Equal("Foto berupa JPEG atau PNG.", (await AddAsync(agency, id, people[0].Id, RepatriationPaperKind.Photo)).Message);
        Ok(await AddAsync(agency, id, people[0].Id, RepatriationPaperKind.SignedSheet));
        Ok(await AddAsync(agency, id, people[1].Id, RepatriationPaperKind.SignedSheet));
        Ok(await service.FinishAsync(id, yayah));

        await using var db = agency.OpenDb();
        Assert.Equal(WorkStatus.Done, (await db.WorkItems.SingleAsync()).Status);
        var file = await db.RepatriationFiles.SingleAsync();
        Assert.Equal((Today, Today), (file.DepartedOn!.Value, file.ArrivedOn!.Value));
        Assert.DoesNotContain(TestData.MigrantName, file.Payload, StringComparison.Ordinal);
        Assert.DoesNotContain(await db.EscortBookings.ToListAsync(), b => b.Day > Today);
        await VisitedAsync(agency, id, await db.RepatriationVisits.OrderBy(v => v.PersonNumber).Select(v => v.Id).FirstAsync());
        var figures = await agency.Get<RepatriationFigures>().OfYearAsync(2026, await agency.ActorAsync("ratna"));
        Assert.Equal((2, 2, 100m), (figures.Total.Recorded, figures.Total.Home, figures.Total.Indicator!.Value));
    }

    [Fact]
    public async Task No_ReferredWithLetterAndSlip_PaperNamesNobody()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var id = await agency.Data.RepatriationToVerifyAsync();
        var (service, yayah) = (agency.Data.Repatriation, await agency.ActAsync("yayah"));
        Assert.Equal("reason", Assert.Single((await service.VerifyAsync(id, isFulfilled: false, false, false, "lain", yayah)).Refusals).Field);
        Assert.Equal(["isResident", "isVictim", "Migrants"], (await service.VerifyAsync(id, isFulfilled: true, false, false, null, yayah)).Refusals.Select(r => r.Field));
        Ok(await service.VerifyAsync(id, isFulfilled: false, false, false, "bukan-warga", yayah));
        Assert.Equal(["body", "address"], (await service.SubmitReferralAsync(id, " ", "", yayah)).Refusals.Select(r => r.Field));
        Ok(await service.SubmitReferralAsync(id, "Dinas Sosial Kabupaten Contoh", "Jalan Contoh 1", yayah));
        var letter = await agency.Data.SignRepatriationAsync(id, LetterKinds.RepatriationReferral);

        var words = PdfText.Text(await agency.Get<PaperArchive>().ReadAsync(letter.IssuedFileId!.Value));
        Assert.Contains("LEMBAR BALIK RUJUKAN", words, StringComparison.Ordinal);
        Assert.DoesNotContain(TestData.MigrantName, words, StringComparison.Ordinal);
        Assert.Equal("slipReturnedOn", Assert.Single((await service.FinishReferralAsync(id, null, yayah)).Refusals).Field);
        Ok(await service.FinishReferralAsync(id, Today, yayah));
        await using var db = agency.OpenDb();
        Assert.Equal(WorkStatus.Referred, (await db.WorkItems.SingleAsync()).Status);
    }

    [Fact]
    public async Task Register_OnlyCounterAndComplete()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var command = new RegisterRepatriation { RequestId = Guid.CreateVersion7(), People = 0 };

        Assert.Equal(["People", "Contact", "Present"], (await agency.Data.Repatriation.RegisterAsync(command, await agency.ActAsync("nani"))).Refusals.Select(r => r.Field));
        Assert.False((await agency.Data.Repatriation.RegisterAsync(command, await agency.ActAsync("yayah"))).IsOk);
        await using var db = agency.OpenDb();
        Assert.False(await db.WorkItems.AnyAsync());
    }

    [Fact]
    public async Task Open_ByRole_DivisionHeadAndTeamOnly_EachLookRecorded()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var id = await agency.Data.RepatriationUnderWayAsync();
        var queries = agency.Get<RepatriationQueries>();
        foreach (var (user, sight) in new[] { ("wahyu", RepatriationSight.Content), ("ratna", RepatriationSight.Content), ("gilang", RepatriationSight.Escort), ("nani", RepatriationSight.Outline), ("hendra", RepatriationSight.Outline), ("lina", RepatriationSight.Outline) })
        {
            var may = sight != RepatriationSight.Outline;
            Assert.Equal(may, (await OpenAsync(agency, id, user)).IsOk);
            var view = (await queries.FindAsync(id, await agency.ActorAsync(user)))!;
            Assert.Equal((sight, may), (view.Sight, view.Content is not null));
        }

        var escort = (await queries.FindAsync(id, await agency.ActorAsync("gilang")))!;
        Assert.Equal(("", TestData.MigrantName), (escort.Content!.Migrants[0][MigrantFields.Nik], escort.Content.Migrants[0][MigrantFields.Name]));
        Assert.False((await OpenAsync(agency, id, "wahyu", reason: "ingin tahu")).IsOk);
        Assert.Equal("Password", Assert.Single((await OpenAsync(agency, id, "wahyu", password: "salah")).Refusals).Field);
        Assert.Equal("kehilangan-hak", await LockedOutAsync(agency, id));
        await using var db = agency.OpenDb();
        Assert.Equal(4, await db.RepatriationSightings.CountAsync());
        Assert.Equal((4, 3), (await db.AuditRecords.CountAsync(r => r.Act == "pemulangan.buka"), await db.AuditRecords.CountAsync(r => r.Act == "ditolak:pemulangan.buka")));
    }

    [Fact]
    public async Task Print_Papers_NoMoreThanTheEscortNeeds_DateInWords_FetchedOnceByTheSamePerson()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var (data, service) = (agency.Data, agency.Data.Repatriation);
        var id = await data.RepatriationUnderWayAsync();
        var people = await data.MigrantsAsync(id);
        await OpenAsync(agency, id, "gilang");
        var gilang = await agency.ActAsync("gilang");
        Assert.Equal("reason", Assert.Single((await service.PrintAsync(id, RepatriationPrint.RunSheet, null, "", gilang)).Refusals).Field);
        var sheet = await TextAsync(agency, (await service.PrintAsync(id, RepatriationPrint.RunSheet, null, "dibawa", gilang)).Value, "gilang");
        Assert.Contains(TestData.MigrantName, sheet, StringComparison.Ordinal);
        Assert.Contains("(perempuan)", sheet, StringComparison.Ordinal);
        Assert.Contains("Obat pagi dan sore", sheet, StringComparison.Ordinal);
        Assert.Contains(TestData.MigrantAccused, sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("3602994404900001", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("SP 990011", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("Pernah dirawat", sheet, StringComparison.Ordinal);

        Ok(await service.DepartAsync(id, Today, await agency.ActAsync("yayah")));
        Ok(await data.HandOverAsync(id, people[0].Id, TestData.MigrantHandOver()));
        var printed = await service.PrintAsync(id, RepatriationPrint.HandOverSheet, people[0].Id, "ditandatangani", await agency.ActAsync("yayah"));
        var record = await TextAsync(agency, printed.Value, "yayah");
        Assert.Contains("dua puluh tiga", record, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(TestData.MigrantReceiver, record, StringComparison.Ordinal);
        Assert.Contains("Darsono Wijaya", record, StringComparison.Ordinal);
        Assert.Contains("Satu koper, SPLP", record, StringComparison.Ordinal);
        Assert.Null(await agency.Get<RepatriationPaperWriter>().FetchAsync(printed.Value, await agency.ActorAsync("wahyu")));
        agency.Time.Advance(TimeSpan.FromMinutes(RepatriationService.FetchMinutes + 1));
        Assert.Null(await agency.Get<RepatriationPaperWriter>().FetchAsync(printed.Value, await agency.ActorAsync("yayah")));
    }

    [Fact]
    public async Task Ticks_SentTwice_ArriveOnce_StrangersAndClosedRefused()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var id = await agency.Data.RepatriationUnderWayAsync();
        var stops = (await agency.Get<RepatriationQueries>().FindAsync(id, await agency.ActorAsync("yayah")))!.Stops;
        var now = agency.Time.GetUtcNow().UtcDateTime;
        var ticks = agency.Get<EscortTicks>();
        var batch = new TickBatch(Guid.NewGuid(), [new StopTick(stops[0].Id, now), new StopTick(stops[1].Id, now.AddHours(3)), new StopTick(Guid.NewGuid(), now)]);

        Assert.Equal([TickFate.Refused, TickFate.Refused, TickFate.Refused], Fates(await ticks.ReceiveAsync(batch, await agency.ActAsync("lina"))));
        Assert.Equal([TickFate.Received, TickFate.Received, TickFate.Refused], Fates(await ticks.ReceiveAsync(batch, await agency.ActAsync("gilang"))));
        Assert.Equal([TickFate.Earlier, TickFate.Earlier, TickFate.Refused], Fates(await ticks.ReceiveAsync(batch, await agency.ActAsync("gilang"))));
        Assert.False((await ticks.ReceiveAsync(new TickBatch(Guid.Empty, batch.Ticks), await agency.ActAsync("gilang"))).IsOk);
        await using var db = agency.OpenDb();
        var ticked = await db.EscortStops.Where(s => s.TickedAt != null).OrderBy(s => s.Order).ToListAsync();
        Assert.Equal([(0, now), (1, now)], ticked.Select(s => (s.Order, s.TickedAt!.Value)));
        Assert.All(ticked, s => Assert.Equal(batch.Client, s.ClientId));
        Assert.Equal(1, await db.HistoryEntries.CountAsync(h => h.Title == "Titik debarkasi dicentang tim pengantar"));
    }

    [Fact]
    public async Task Team_PersonOrVehicleTaken_SaidForWhichCode_FreeAgainOnceGivenUp()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var (data, service, yayah) = (agency.Data, agency.Data.Repatriation, await agency.ActAsync("yayah"));
        var (first, second) = (await data.RepatriationToPlanAsync(), await data.RepatriationToPlanAsync());
        Assert.Equal(["Vehicle", "Members", "Point", "MeetOn"], (await service.SubmitTeamAsync(first, new PlanJourney(), yayah)).Refusals.Select(r => r.Field));
        Ok(await service.SubmitTeamAsync(first, data.Journey(), yayah));

        var person = await service.SubmitTeamAsync(second, data.Journey("Elf A 77 BC", driver: "yusup"), yayah);
        var vehicle = await service.SubmitTeamAsync(second, data.Journey("Avanza A1234XY", driver: "yusup", lead: "wahyu"), yayah);
        Assert.Equal(("Members[0].Name", "Vehicle"), (Assert.Single(person.Refusals).Field, Assert.Single(vehicle.Refusals).Field));
        Assert.Contains("PULANG-2026-0001", person.Message, StringComparison.Ordinal);
        var calendar = await agency.Get<RepatriationQueries>().CalendarAsync(await agency.ActorAsync("nani"), Today, Today.AddDays(6));
        Assert.Equal(["A1234XY", "A1234XY"], calendar.Select(e => Assert.Single(e.Vehicles)));

        Ok(await service.RecallTeamAsync(first, yayah));
        Ok(await service.SubmitTeamAsync(second, data.Journey("Avanza A1234XY"), yayah));
        await data.SignRepatriationAsync(second, LetterKinds.Assignment);
        Ok(await service.ReplaceTeamAsync(second, yayah));
        Ok(await service.SubmitTeamAsync(first, data.Journey(), yayah));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Team_TwoJourneysAtOnce_OneGetsTheVehicle(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var (first, second) = (await agency.Data.RepatriationToPlanAsync(), await agency.Data.RepatriationToPlanAsync());
        (Guid Id, PlanJourney Plan)[] plans = [(first, agency.Data.Journey()), (second, agency.Data.Journey(driver: "yusup", lead: "wahyu"))];
        var act = await agency.ActAsync("yayah");

        var both = await Task.WhenAll(plans.Select(p => Task.Run(() => agency.Data.Repatriation.SubmitTeamAsync(p.Id, p.Plan, act))));

        Assert.Single(both, o => o.IsOk);
        Assert.Equal("Vehicle", Assert.Single(Assert.Single(both, o => !o.IsOk).Refusals).Field);
    }

    [Fact]
    public async Task Migrants_UnknownCaseOrClosed_NothingWritten()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var (data, service, yayah) = (agency.Data, agency.Data.Repatriation, await agency.ActAsync("yayah"));
        var id = await data.RepatriationToVerifyAsync();
        var victim = await data.FilledCaseAsync();
        var migrant = TestData.Migrant();
        var seen = await data.RepatriationVersionAsync(id);
        Assert.Equal(RepatriationService.OpeningField, Assert.Single((await service.SaveMigrantsAsync(id, [migrant], seen, yayah)).Refusals).Field);
        await data.OpenRepatriationAsync(id, "yayah");
        migrant.Values[MigrantFields.CaseCode] = "KBGA-2026-9999";
        Assert.Equal("0.kode-kasus", Assert.Single((await service.SaveMigrantsAsync(id, [migrant], seen, yayah)).Refusals).Field);
        Assert.Equal(seen, await data.RepatriationVersionAsync(id));

        await using var db = agency.OpenDb();
        migrant.Values[MigrantFields.CaseCode] = await db.WorkItems.Where(w => w.Id == victim.Id).Select(w => w.Number).SingleAsync();
        Ok(await service.SaveMigrantsAsync(id, [migrant], seen, yayah));
        var view = (await agency.Get<RepatriationQueries>().FindAsync(id, await agency.ActorAsync("yayah")))!;
        Assert.Equal(victim.Id, view.Cases[migrant[MigrantFields.CaseCode]]);
        Assert.False((await service.SaveMigrantsAsync(id, [migrant], seen, yayah)).IsOk);
    }

    private static async Task VisitedAsync(TestAgency agency, Guid id, Guid visitId)
    {
        var (service, values) = (agency.Data.Repatriation, new Dictionary<string, string> { [MigrantFields.HandedOn] = "2026-11-23", [MigrantFields.VisitState] = "baik", [MigrantFields.VisitNote] = "Tinggal bersama ibunya." });
        Assert.False((await service.RecordVisitAsync(id, visitId, values, await agency.ActAsync("gilang"))).IsOk);
        Assert.Equal(MigrantFields.RehabCode, Assert.Single((await service.RecordVisitAsync(id, visitId, new Dictionary<string, string>(values) { [MigrantFields.RehabCode] = "REHAB-0" }, await agency.ActAsync("yayah"))).Refusals).Field);
        Ok(await service.RecordVisitAsync(id, visitId, values, await agency.ActAsync("yayah")));
        Assert.StartsWith("Kunjungan ini sudah dicatat", (await service.RecordVisitAsync(id, visitId, values, await agency.ActAsync("yayah"))).Message, StringComparison.Ordinal);
        var due = await agency.Get<RepatriationQueries>().DueVisitsAsync(await agency.ActorAsync("wahyu"));
        Assert.Equal(2, Assert.Single(due).PersonNumber);
        Assert.Empty(await agency.Get<RepatriationQueries>().DueVisitsAsync(await agency.ActorAsync("nani")));
    }

    /// <summary>Who is kept away from a request knows nothing of it any more, whatever was open to them.</summary>
    private static async Task<string> LockedOutAsync(TestAgency agency, Guid id)
    {
        var made = await agency.Get<DinsosIntranet.Features.Desks.RequestExclusions>().AddAsync(
            new DinsosIntranet.Features.Desks.AddExclusion { RequestId = id, UserId = agency.UserId("gilang"), Reason = DinsosIntranet.Features.Desks.Domain.ExclusionReason.Related }, await agency.ActAsync("ratna"));
        Assert.True(made.IsOk, made.Message);
        return await agency.Get<RepatriationQueries>().FindAsync(id, await agency.ActorAsync("gilang")) is null ? "kehilangan-hak" : "masih melihat";
    }

    private static async Task<string> TextAsync(TestAgency agency, Guid id, string by)
    {
        var paper = (await agency.Get<RepatriationPaperWriter>().FetchAsync(id, await agency.ActorAsync(by)))!;
        using var copy = new MemoryStream();
        await paper.Content.CopyToAsync(copy);
        return PdfText.Text(copy.ToArray());
    }

    private static async Task<Outcome> AddAsync(TestAgency agency, Guid id, Guid migrantId, RepatriationPaperKind kind) =>
        await agency.Data.Repatriation.AddPaperAsync(new AddRepatriationPaper(id, migrantId, kind, new MemoryStream(SampleFiles.Pdf())), await agency.ActAsync("yayah"));

    private static async Task<Outcome> OpenAsync(TestAgency agency, Guid id, string by, string reason = "supervisi", string password = DemoAgency.Password) =>
        await agency.Data.Repatriation.OpenAsync(id, new OpenRepatriation { Reason = reason, Password = password }, await agency.ActAsync(by));

    private static IEnumerable<TickFate> Fates(Outcome<IReadOnlyList<TickAnswer>> outcome) => outcome.Value.Select(a => a.Fate);

    private static void Ok(Outcome outcome) => Assert.True(outcome.IsOk, outcome.Message);
}
