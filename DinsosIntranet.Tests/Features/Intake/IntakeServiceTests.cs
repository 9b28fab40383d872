using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Drafts;
using DinsosIntranet.Shared.Text;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Features.Intake;

public sealed class IntakeServiceTests
{
    private static readonly Dictionary<string, (Func<RegisterRequest, RegisterRequest> Change, string Field)> Faults = new()
    {
        ["unknown standard"] = (r => r with { StandardCode = "tidak-ada" }, "StandardCode"),
        ["standard not open for intake"] = (r => r with { StandardCode = "korban-kbga" }, "StandardCode"),
        ["unknown channel"] = (r => r with { ChannelCode = "merpati" }, "ChannelCode"),
        ["no purpose"] = (r => r with { PurposeCode = null }, "PurposeCode"),
        ["unknown purpose"] = (r => r with { PurposeCode = "jalan-jalan" }, "PurposeCode"),
        ["note too long"] = (r => r with { Note = new string('x', ServiceRequest.NoteMaxLength + 1) }, "Note"),
        ["requirement note too long"] = (r => r with { Requirements = [new("formulir", true, new string('x', RequestRequirement.NoteMaxLength + 1))] }, "Requirements"),
        ["no NIK and no reason"] = (r => r with { Applicant = r.Applicant with { Nik = "" } }, "Applicant.Nik"),
        ["NIK too short"] = (r => r with { Applicant = r.Applicant with { Nik = "360299" } }, "Applicant.Nik"),
        ["NIK of no date"] = (r => r with { Applicant = r.Applicant with { Nik = "3602993002850001" } }, "Applicant.Nik"),
        ["NIK ends with 0000"] = (r => r with { Applicant = r.Applicant with { Nik = "3602995206850000" } }, "Applicant.Nik"),
        ["no-NIK reason too long"] = (r => r with { Applicant = r.Applicant with { Nik = "", NoNikReason = new string('x', Person.ReasonMaxLength + 1) } }, "Applicant.NoNikReason"),
        ["no name"] = (r => r with { Applicant = r.Applicant with { Name = " " } }, "Applicant.Name"),
        ["family card too short"] = (r => r with { Applicant = r.Applicant with { FamilyCardNumber = "3602" } }, "Applicant.FamilyCardNumber"),
        ["phone of letters"] = (r => r with { Applicant = r.Applicant with { Phone = "nol delapan" } }, "Applicant.Phone"),
        ["birth date unreadable"] = (r => r with { Applicant = r.Applicant with { BirthDate = IndonesianDates.Unreadable } }, "Applicant.BirthDate"),
        ["born tomorrow"] = (r => r with { Applicant = r.Applicant with { BirthDate = new DateOnly(2026, 11, 24) } }, "Applicant.BirthDate"),
        ["no address"] = (r => r with { Applicant = r.Applicant with { Address = "" } }, "Applicant.Address"),
        ["address too long"] = (r => r with { Applicant = r.Applicant with { Address = new string('x', Person.AddressMaxLength + 1) } }, "Applicant.Address"),
        ["no district"] = (r => r with { Applicant = r.Applicant with { DistrictCode = "" } }, "Applicant.DistrictCode"),
        ["village of another district"] = (r => r with { Applicant = r.Applicant with { VillageCode = "33.04.01.2001" } }, "Applicant.VillageCode"),
        ["somebody else without relation"] = (r => r with { Subject = TestData.Child(), Relation = " " }, "Relation"),
        ["somebody else without name"] = (r => r with { Subject = TestData.Child() with { Name = "" }, Relation = "anak" }, "Subject.Name"),
    };

    public static TheoryData<string> FaultNames { get; } = [.. Faults.Keys];

    [Theory, MemberData(nameof(FaultNames))]
    public async Task Register_OneFault_RefusedAtItsFieldAndNothingWritten(string fault)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var (change, field) = Faults[fault];

        var outcome = await agency.Get<IntakeService>().RegisterAsync(change(TestData.Request()), await agency.ActAsync("nani"));

        Assert.Equal(OutcomeKind.Refused, outcome.Kind);
        Assert.Equal([field], outcome.Refusals.Select(r => r.Field));
        await AssertNothingWrittenAsync(agency);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Register_SeveralFaults_AllReportedAtOnce(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var command = TestData.Request() with { PurposeCode = null, Applicant = TestData.Person() with { Name = "", Address = "" } };

        var outcome = await agency.Get<IntakeService>().RegisterAsync(command, await agency.ActAsync("nani"));

        Assert.Equal(["Applicant.Address", "Applicant.Name", "PurposeCode"], outcome.Refusals.Select(r => r.Field).Order());
        await AssertNothingWrittenAsync(agency);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Register_Complete_NumberedRunningAndAtSecretariat(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var command = TestData.Request() with { Subject = TestData.Child(), Relation = "anak" };

        var registered = (await agency.Get<IntakeService>().RegisterAsync(command, await agency.ActAsync("nani"))).Value;

        Assert.Equal(("DTKS-2026-0001", true), (registered.Number, registered.IsComplete));
        await using var db = agency.OpenDb();
        var request = await db.ServiceRequests.Include(r => r.Requirements).SingleAsync();
        Assert.Equal((command.RequestId, "anak", agency.Time.Now), (request.Id, request.Relation, request.CompletedAt));
        Assert.Equal(2, request.Requirements.Count(r => r.IsPresent));
        Assert.Equal(["Rafi Maulana", "Siti Aminah"], (await db.Persons.Select(p => p.Name).ToListAsync()).Order());
        var item = await db.WorkItems.SingleAsync();
        Assert.Equal((TestData.Agenda, "sekretariat", WorkStatus.Running, (Guid?)null), (item.StepId, item.DeskCode, item.Status, item.HolderId));
        var clock = await db.WorkClocks.SingleAsync();
        Assert.Equal((agency.Time.Now, agency.Time.Now.AddMinutes(15)), (clock.StartedAt, clock.DueAt));
    }

    [Fact]
    public async Task Register_Incomplete_HistorySaysSo()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        await agency.Data.RequestAtAsync(TestData.Intake);

        await using var db = agency.OpenDb();
        var entry = await db.HistoryEntries.SingleAsync();
        Assert.Equal(("Permohonan didaftarkan, berkas belum lengkap", "Nani Rohaeni, Front Office", TestData.Intake), (entry.Title, entry.ActorText, entry.StepId));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Register_Complete_HistoryTrailAndReceiptTellIt(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);

        var registered = await agency.Data.RegisterAsync();

        await using var db = agency.OpenDb();
        Assert.Equal("Nani Rohaeni, Front Office", (await db.HistoryEntries.SingleAsync()).ActorText);
        Assert.Equal(["permohonan.daftar", "orang.catat", "permohonan.maju"], (await agency.TrailAsync()).Select(r => r.Act));
        var receipt = await db.Letters.SingleAsync(l => l.Id == registered.ReceiptId);
        var text = PdfText.Text(await agency.Get<PaperArchive>().ReadAsync(receipt.IssuedFileId!.Value));
        Assert.Contains(registered.Number, text, StringComparison.Ordinal);
        Assert.Contains("09.15 WIB", text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Register_Incomplete_StaysAtCounterWithoutClock(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);

        var registered = await agency.Data.RequestAtAsync(TestData.Intake);

        Assert.False(registered.IsComplete);
        await using var db = agency.OpenDb();
        var item = await db.WorkItems.SingleAsync();
        Assert.Equal((TestData.Intake, "front-office", WorkStatus.WaitingForDocuments), (item.StepId, item.DeskCode, item.Status));
        Assert.Null((await db.WorkClocks.SingleAsync()).StartedAt);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Complete_LastRequirementNextDay_ClockCountsFromThen(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var registered = await agency.Data.RequestAtAsync(TestData.Intake);
        agency.Time.SetLocal(2026, 11, 24, 10, 0);

        var outcome = await agency.Get<IntakeService>().CompleteAsync(registered.Id, [new("formulir", true)], await agency.ActAsync("tati"));

        Assert.True(outcome.Value.IsComplete);
        await using var db = agency.OpenDb();
        Assert.Equal(TestData.Agenda, (await db.WorkItems.SingleAsync()).StepId);
        Assert.Equal(agency.Time.Now.AddMinutes(15), (await db.WorkClocks.SingleAsync()).DueAt);
        Assert.Equal(agency.Time.Now, (await db.ServiceRequests.SingleAsync()).CompletedAt);
    }

    [Fact]
    public async Task Complete_StillMissing_StaysAtCounter()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var registered = await agency.Data.RequestAtAsync(TestData.Intake);

        var outcome = await agency.Get<IntakeService>().CompleteAsync(registered.Id, [new("formulir", false, "masih di rumah")], await agency.ActAsync("nani"));

        Assert.False(outcome.Value.IsComplete);
        await using var db = agency.OpenDb();
        Assert.Equal("masih di rumah", (await db.RequestRequirements.SingleAsync(r => r.Code == "formulir")).Note);
        Assert.Null((await db.WorkClocks.SingleAsync()).StartedAt);
    }

    [Fact]
    public async Task Complete_AlreadyMovedOn_SaysSo()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var registered = await agency.Data.RegisterAsync();

        var outcome = await agency.Get<IntakeService>().CompleteAsync(registered.Id, TestData.AllRequirements, await agency.ActAsync("dedi"));

        Assert.Equal(OutcomeKind.Conflict, outcome.Kind);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Register_SameFormTwice_SecondNamesTheNumber(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var command = TestData.Request();
        var act = await agency.ActAsync("nani");

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => agency.Get<IntakeService>().RegisterAsync(command, act))));

        Assert.Single(outcomes, o => o.IsOk);
        Assert.Equal("Permohonan ini sudah tersimpan dengan nomor DTKS-2026-0001.", Assert.Single(outcomes, o => o.Kind == OutcomeKind.Conflict).Message);
        await using var db = agency.OpenDb();
        Assert.Equal(1, await db.ServiceRequests.CountAsync());
        Assert.Equal(1, await db.Persons.CountAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Register_ManyAtOnce_NumbersFollowWithoutGap(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var act = await agency.ActAsync("nani");

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => agency.Get<IntakeService>().RegisterAsync(TestData.Request(), act))));

        Assert.Equal(Enumerable.Range(1, 10).Select(n => $"DTKS-2026-{n:0000}"), outcomes.Select(o => o.Value.Number).Order());
        Assert.Null((await agency.CheckTrailAsync()).Problem);
    }

    [Fact]
    public async Task Register_NewYear_NumbersStartAgain()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        agency.Time.SetLocal(2026, 12, 31, 23, 59);
        await agency.Data.RegisterAsync();
        agency.Time.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal("DTKS-2027-0001", (await agency.Data.RegisterAsync()).Number);
    }

    [Fact]
    public async Task Register_KnownPersonCorrected_UpdatedNotDoubled()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var first = TestData.Request();
        await agency.Data.RegisterAsync(first);
        await using var db = agency.OpenDb();
        var known = await db.Persons.AsNoTracking().SingleAsync();

        await agency.Data.RegisterAsync(TestData.Request() with { Applicant = first.Applicant with { PersonId = known.Id, Address = "Kp. Baru RT 001/RW 001" } });

        var person = await db.Persons.AsNoTracking().SingleAsync();
        Assert.Equal("Kp. Baru RT 001/RW 001", person.Address);
        Assert.Contains((await agency.TrailAsync()), r => r.Act == "orang.ubah" && r.RecordId == known.Id.ToString());
    }

    [Fact]
    public async Task Register_Saved_DraftIsGone()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var drafts = agency.Get<DraftStore>();
        await drafts.SaveAsync(agency.UserId("nani"), DraftKeys.NewRequest, "isian");

        await agency.Data.RegisterAsync();

        Assert.Null(await drafts.FindAsync<string>(agency.UserId("nani"), DraftKeys.NewRequest));
    }

    [Theory, DemoStaff(except: ["nani"])]
    public async Task Register_ByAnotherRole_ForbiddenAndRecordedWithoutContent(string userName)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        var outcome = await agency.Get<IntakeService>().RegisterAsync(TestData.Request(), await agency.ActAsync(userName));

        Assert.Equal(OutcomeKind.Forbidden, outcome.Kind);
        var record = Assert.Single(await agency.TrailAsync());
        Assert.Equal(("ditolak:permohonan.daftar", agency.UserId(userName)), (record.Act, record.ActorId));
        Assert.DoesNotContain("Siti", record.Text, StringComparison.Ordinal);
    }

    private static async Task AssertNothingWrittenAsync(TestAgency agency)
    {
        await using var db = agency.OpenDb();
        Assert.False(await db.ServiceRequests.AnyAsync() || await db.Persons.AnyAsync() || await db.WorkItems.AnyAsync() || await db.Letters.AnyAsync() || await db.NumberBooks.AnyAsync());
        Assert.Empty(await agency.TrailAsync());
        Assert.Equal(0, agency.VaultFiles());
    }
}
