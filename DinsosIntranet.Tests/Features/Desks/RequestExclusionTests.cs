using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Audit;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Dispositions;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RequestReader = DinsosIntranet.Features.Desks.RequestQueries;

namespace DinsosIntranet.Tests.Features.Desks;

/// <summary>Who keeps whom away from a request, what that does at once, and what nobody can do against it.</summary>
public sealed class RequestExclusionTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Add_WhoeverHoldsIt_ReleasedAndGoneForThemOnly(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var request = await agency.Data.RequestAtAsync(TestData.Checking);
        await agency.Get<DeskService>().ClaimAsync(request.Id, await agency.ActAsync("yusup"));

        var made = await ExcludeAsync(agency, request.Id, "yusup");

        Assert.True(made.IsOk, made.Message);
        Assert.Empty(made.Value.Warnings);
        await using var db = agency.OpenDb();
        Assert.Null((await db.WorkItems.SingleAsync()).HolderId);
        var last = await db.HistoryEntries.OrderByDescending(h => h.Id).FirstAsync();
        Assert.Equal(("Dikembalikan ke antrean Operator SIKS-NG", "Ratna Kusumawardani, Kepala Dinas"), (last.Title, last.ActorText));
        Assert.Null(await FindAsync(agency, request.Id, "yusup"));
        Assert.NotNull(await FindAsync(agency, request.Id, "euis"));
        Assert.Equal(OutcomeKind.NotFound, (await agency.Get<DeskService>().ClaimAsync(request.Id, await agency.ActAsync("yusup"))).Kind);
        Assert.True((await agency.Get<DeskService>().ClaimAsync(request.Id, await agency.ActAsync("euis"))).IsOk);
        var row = Assert.Single(await agency.TrailAsync(), r => r.Act == "permohonan.kecualikan");
        Assert.Equal((request.Id.ToString(), agency.UserId("ratna")), (row.RecordId, row.ActorId));
    }

    [Theory, DemoStaff("ratna", "hendra")]
    public async Task Add_BySomebodyElse_ForbiddenAndNobodyExcluded(string userName)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RequestAtAsync(TestData.Checking);

        var outcome = await ExcludeAsync(agency, request.Id, "euis", by: userName);

        Assert.Equal(OutcomeKind.Forbidden, outcome.Kind);
        Assert.Null(await agency.Get<RequestExclusions>().FindAsync(request.Id, await agency.ActorAsync(userName)));
        await using var db = agency.OpenDb();
        Assert.False(await db.RequestExclusions.AnyAsync());
    }

    [Fact]
    public async Task Add_ByTheCapabilityThatOwnsTheStandard_MayForItsOwnOnly()
    {
        await using var agency = await TestAgency.StartAsync(
            DatabaseProvider.Sqlite, configure: services => services.AddSingleton(new ExclusionOwner("dtks", actor => actor.Has(StaffRole.ComplaintOfficer))));
        var request = await agency.Data.RequestAtAsync(TestData.Checking);
        var other = await agency.Data.InformationAtAsync(TestData.InformationDeciding);

        Assert.True((await ExcludeAsync(agency, request.Id, "euis", by: "opik")).IsOk);
        Assert.Equal(OutcomeKind.Forbidden, (await ExcludeAsync(agency, other.Id, "euis", by: "opik")).Kind);
    }

    [Fact]
    public async Task Add_WhatIsWrong_SaidBesideTheField()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RequestAtAsync(TestData.Checking);
        var exclusions = agency.Get<RequestExclusions>();
        var act = await agency.ActAsync("ratna");
        await ExcludeAsync(agency, request.Id, "euis");

        Assert.Equal("UserId", Assert.Single((await exclusions.AddAsync(new AddExclusion { RequestId = request.Id, UserId = Guid.NewGuid(), Reason = ExclusionReason.Accused }, act)).Refusals).Field);
        Assert.Equal("Reason", Assert.Single((await exclusions.AddAsync(new AddExclusion { RequestId = request.Id, UserId = agency.UserId("yusup"), Reason = null }, act)).Refusals).Field);
        var again = await ExcludeAsync(agency, request.Id, "euis", by: "hendra");
        Assert.Equal((OutcomeKind.Conflict, "Euis Nurhayati sudah dikecualikan Ratna Kusumawardani, Kepala Dinas 23/11/2026 09.00."), (again.Kind, again.Message));
        Assert.Equal(OutcomeKind.NotFound, (await ExcludeAsync(agency, Guid.NewGuid(), "euis")).Kind);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Add_TheOnlyOneOfADesk_ToldAndTheStandInIsNotExcluded(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var request = await agency.Data.RequestAtAsync(TestData.Assigning);

        var made = await ExcludeAsync(agency, request.Id, "asep");

        Assert.Equal("Meja Kabid Linjamsos tidak mempunyai pegawai lain untuk permohonan ini. Tunjuk Plh. atau pegawai lain di meja itu.", Assert.Single(made.Value.Warnings));
        await agency.StandInAsync("wahyu", "asep");
        Assert.Null(await FindAsync(agency, request.Id, "asep"));
        Assert.True((await agency.Get<DeskService>().ClaimAsync(request.Id, await agency.ActAsync("wahyu"))).IsOk);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Give_ToTheExcluded_RefusedWithoutSayingWhy(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var request = await agency.Data.RequestAtAsync(TestData.Assigning);
        await ExcludeAsync(agency, request.Id, "euis");
        var dispositions = agency.Get<DispositionService>();

        var refused = await dispositions.GiveAsync(TestData.ToOperators(request.Id) with { ToUserId = agency.UserId("euis") }, await agency.ActAsync("asep"));
        var given = await dispositions.GiveAsync(TestData.ToOperators(request.Id) with { ToUserId = agency.UserId("yusup") }, await agency.ActAsync("asep"));

        Assert.Equal((OutcomeKind.Refused, "Euis Nurhayati tidak dapat menerima permohonan ini."), (refused.Kind, refused.Message));
        Assert.True(given.IsOk, given.Message);
        var handed = await agency.Get<DeskService>().HandToAsync(request.Id, agency.UserId("euis"), await agency.ActAsync("yusup"), agency.Get<ICurrentRights>());
        Assert.Equal((OutcomeKind.Refused, "Euis Nurhayati tidak dapat menerima permohonan ini."), (handed.Kind, handed.Message));
    }

    [Fact]
    public async Task Give_ToADeskOfTheExcludedAlone_Refused()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RequestAtAsync(TestData.Disposing);
        await ExcludeAsync(agency, request.Id, "asep");

        var given = await agency.Get<DispositionService>().GiveAsync(TestData.ToDivision(request.Id), await agency.ActAsync("ratna"));

        Assert.Equal((OutcomeKind.Refused, "Meja Kabid Linjamsos tidak dapat menerima permohonan ini."), (given.Kind, given.Message));
    }

    [Theory]
    [InlineData("ratna")]
    [InlineData("asep")]
    public async Task StandingDisposition_GiverOrReceiverExcluded_WaitsForSomebodyInstead(string excluded)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var today = new DateOnly(2026, 11, 23);
        var standing = await agency.Get<StandingDispositionService>().CreateAsync(
            new CreateStandingDisposition { StandardCode = "dtks", StepId = TestData.Disposing, ToDeskCode = "kabid-linjamsos", Instructions = ["proses-lanjut"], From = today, Until = today },
            await agency.ActAsync("ratna"));
        Assert.True(standing.IsOk, standing.Message);
        var request = await agency.Data.RequestAtAsync(TestData.Agenda);
        await ExcludeAsync(agency, request.Id, excluded, by: "hendra");

        await agency.Get<DispositionService>().ForwardAsync(new ForwardToHead { RequestId = request.Id, Urgency = DinsosIntranet.Features.Agenda.Domain.Urgency.Normal }, await agency.ActAsync("dedi"));

        await using var db = agency.OpenDb();
        Assert.Equal(TestData.Disposing, (await db.WorkItems.SingleAsync()).StepId);
        Assert.False(await db.Dispositions.AnyAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Lift_WithReason_SeesItAgainAndTheBoxKeepsBoth(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var request = await agency.Data.RequestAtAsync(TestData.Checking);
        var id = (await ExcludeAsync(agency, request.Id, "euis")).Value.Id;
        var exclusions = agency.Get<RequestExclusions>();

        Assert.Equal("reason", Assert.Single((await exclusions.LiftAsync(id, " ", await agency.ActAsync("hendra"))).Refusals).Field);
        Assert.Equal(OutcomeKind.Forbidden, (await exclusions.LiftAsync(id, "keliru", await agency.ActAsync("dedi"))).Kind);
        var lifted = await exclusions.LiftAsync(id, "keliru orang", await agency.ActAsync("hendra"));

        Assert.True(lifted.IsOk, lifted.Message);
        Assert.NotNull(await FindAsync(agency, request.Id, "euis"));
        var again = await exclusions.LiftAsync(id, "lagi", await agency.ActAsync("ratna"));
        Assert.Equal((OutcomeKind.Conflict, "Pengecualian ini sudah dicabut Hendra Gunawan, Sekretaris Dinas, 23/11/2026 09.00."), (again.Kind, again.Message));
        var line = Assert.Single((await exclusions.FindAsync(request.Id, await agency.ActorAsync("ratna")))!.Lines);
        Assert.Equal(("Euis Nurhayati", "Terlapor dalam permohonan ini"), (line.Name, line.Reason));
        Assert.Contains("keliru orang", line.Lifted, StringComparison.Ordinal);
        Assert.True((await ExcludeAsync(agency, request.Id, "euis")).IsOk);
    }

    [Fact]
    public async Task Lift_ByTheExcludedHeadThemselves_NotFound()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RequestAtAsync(TestData.Checking);
        var id = (await ExcludeAsync(agency, request.Id, "ratna", by: "hendra")).Value.Id;

        Assert.Equal(OutcomeKind.NotFound, (await agency.Get<RequestExclusions>().LiftAsync(id, "saya tidak terlibat", await agency.ActAsync("ratna"))).Kind);
        Assert.Null(await agency.Get<RequestExclusions>().FindAsync(request.Id, await agency.ActorAsync("ratna")));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Add_WhileTheyClaim_NeverHeldByThemAfterwards(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        for (var i = 0; i < 5; i++)
        {
            var request = await agency.Data.RequestAtAsync(TestData.Checking);
            var (claiming, excluding) = (await agency.ActAsync("yusup"), await agency.ActAsync("ratna"));

            var outcomes = await Task.WhenAll(
                Task.Run(async () => (Outcome)await agency.Get<DeskService>().ClaimAsync(request.Id, claiming)),
                Task.Run(async () => (Outcome)await agency.Get<RequestExclusions>().AddAsync(new AddExclusion { RequestId = request.Id, UserId = agency.UserId("yusup"), Reason = ExclusionReason.Related }, excluding)));

            Assert.True(outcomes[1].IsOk, outcomes[1].Message);
            Assert.True(outcomes[0].IsOk || outcomes[0].Kind == OutcomeKind.NotFound, outcomes[0].Message);
            await using var db = agency.OpenDb();
            Assert.Null((await db.WorkItems.SingleAsync(w => w.Id == request.Id)).HolderId);
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Add_TwoAtOnce_OneWinsTheOtherIsTold(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var request = await agency.Data.RequestAtAsync(TestData.Checking);

        var outcomes = await Task.WhenAll(Task.Run(() => ExcludeAsync(agency, request.Id, "euis")), Task.Run(() => ExcludeAsync(agency, request.Id, "euis", by: "hendra")));

        Assert.Single(outcomes, o => o.IsOk);
        Assert.Contains("sudah dikecualikan", Assert.Single(outcomes, o => o.Kind == OutcomeKind.Conflict).Message, StringComparison.Ordinal);
        await using var db = agency.OpenDb();
        Assert.Equal(1, await db.RequestExclusions.CountAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Add_InsideAnotherWrite_RolledBackWithIt(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var request = await agency.Data.RequestAtAsync(TestData.Checking);

        Task<Outcome> WriteAsync(ActionContext act, Outcome end) => agency.Get<WriteRunner>().RunAsync(act, async scope =>
        {
            scope.Audit("pengujian", "pengujian", request.Id);
            var made = await agency.Get<RequestExclusions>().AddAsync(scope, request.Id, agency.UserId("euis"), ExclusionReason.Involved, default);
            return made.IsOk ? end : made.AsFailure();
        });

        await WriteAsync(await agency.ActAsync("opik"), Outcome.Refused("tidak jadi"));
        Assert.NotNull(await FindAsync(agency, request.Id, "euis"));
        var kept = await WriteAsync(await agency.ActAsync("opik"), Outcome.Ok());

        Assert.True(kept.IsOk, kept.Message);
        agency.Get<ActorDirectory>().Forget(agency.UserId("euis"));
        Assert.Null(await FindAsync(agency, request.Id, "euis"));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Replacement_OfALetterOfTheRequest_KeepsAwayTheSame(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var letter = await agency.Data.HandedOverAsync();
        await ExcludeAsync(agency, letter.RequestId, "euis");

        var opened = await agency.Get<ReplacementService>().OpenAsync(new OpenReplacement { LetterId = letter.Id, Kind = ReplacementKind.Correction, Reason = "nama salah" }, await agency.ActAsync("nani"));

        Assert.True(opened.IsOk, opened.Message);
        agency.Get<ActorDirectory>().Forget(agency.UserId("euis"));
        Assert.Null(await FindAsync(agency, opened.Value.RequestId, "euis"));
        Assert.NotNull(await FindAsync(agency, opened.Value.RequestId, "yusup"));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Trail_OfTheExcludedHead_WithoutTheRequestItsLetterScanDispositionAndPerson(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var other = await agency.Data.RegisterAsync();
        var letter = await agency.Data.IssuedAsync();
        await agency.Data.ScanAsync(letter.RequestId);
        await agency.Data.HandOverAsync(letter.RequestId);
        await ExcludeAsync(agency, letter.RequestId, "ratna", by: "hendra");
        var number = (await FindAsync(agency, letter.RequestId, "hendra"))!.Number;

        var seen = await AllAsync(agency, "ratna");
        var whole = await AllAsync(agency, "hendra");

        Assert.Equal((await agency.TrailAsync()).Count, whole.Count);
        await using var db = agency.OpenDb();
        var request = await db.ServiceRequests.SingleAsync(r => r.Id == letter.RequestId);
        var hidden = new[] { request.Id, letter.Id, request.ApplicantId, (await db.Attachments.FirstAsync()).Id }.Concat(await db.Dispositions.Select(d => d.Id).ToListAsync()).Select(id => id.ToString()).ToHashSet();
        Assert.All(hidden, id => Assert.DoesNotContain(seen, l => l.RecordId == id));
        Assert.Contains(whole, l => l.RecordId == request.ApplicantId.ToString());
        Assert.Contains(seen, l => l.RecordId == other.Id.ToString());
        var queries = agency.Get<AuditQueries>();
        Assert.Null(await queries.FindRecordAsync(number, AuditSight.Of(await agency.ActorAsync("ratna"))));
        Assert.NotNull(await queries.FindRecordAsync(number, AuditSight.Of(await agency.ActorAsync("hendra"))));
        Assert.Empty((await queries.PageAsync(new AuditFilter { RecordId = letter.RequestId.ToString() }, AuditSight.Of(await agency.ActorAsync("ratna")))).Lines);
        using var export = new MemoryStream();
        await agency.Get<AuditExport>().WriteAsync(export, new AuditFilter(), await agency.ActorAsync("ratna"));
        var text = System.Text.Encoding.UTF8.GetString(export.ToArray());
        Assert.DoesNotContain(number, text, StringComparison.Ordinal);
        Assert.Contains(other.Number, text, StringComparison.Ordinal);
    }

    internal static async Task<Outcome<ExclusionMade>> ExcludeAsync(TestAgency agency, Guid requestId, string userName, string by = "ratna") =>
        await agency.Get<RequestExclusions>().AddAsync(new AddExclusion { RequestId = requestId, UserId = agency.UserId(userName), Reason = ExclusionReason.Accused }, await agency.ActAsync(by));

    private static async Task<RequestView?> FindAsync(TestAgency agency, Guid requestId, string userName) =>
        await agency.Get<RequestReader>().FindAsync(requestId, await agency.ActorAsync(userName));

    private static async Task<List<AuditLine>> AllAsync(TestAgency agency, string userName) =>
        [.. (await agency.Get<AuditQueries>().PageAsync(new AuditFilter(), AuditSight.Of(await agency.ActorAsync(userName)), 10_000, default)).Lines];
}
