using DinsosIntranet.Features.Audit;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;

namespace DinsosIntranet.Tests.Features.Audit;

public sealed class AuditQueriesTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Page_NoFilter_NewestFirstWithTheNumberOfTheRequest(DatabaseProvider provider)
    {
        await using var agency = await StartAsync(provider);
        var request = await agency.Data.RegisterAsync();

        var page = await agency.Get<AuditQueries>().PageAsync(new AuditFilter(), await SightAsync(agency, "ratna"));

        Assert.Equal(page.Lines.Select(l => l.Sequence).OrderDescending(), page.Lines.Select(l => l.Sequence));
        Assert.Contains(page.Lines, l => l.Act == "permohonan.daftar" && l.RecordLabel == request.Number && l.Detail is not null);
        Assert.False(page.HasOlder || page.HasNewer);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Page_OlderAndBack_MeetsAtTheSameRows(DatabaseProvider provider)
    {
        await using var agency = await StartAsync(provider);
        await WriteAsync(agency, AuditQueries.PageSize + 7);
        var queries = agency.Get<AuditQueries>();
        var sight = await SightAsync(agency, "ratna");

        var first = await queries.PageAsync(new AuditFilter(), sight);
        var second = await queries.PageAsync(new AuditFilter { Before = first.Lines[^1].Sequence }, sight);
        var back = await queries.PageAsync(new AuditFilter { After = second.Lines[0].Sequence }, sight);

        Assert.True(first is { HasOlder: true, HasNewer: false });
        Assert.Equal(7, second.Lines.Count);
        Assert.True(second is { HasOlder: false, HasNewer: true });
        Assert.Equal(first.Lines.Select(l => l.Sequence), back.Lines.Select(l => l.Sequence));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Page_HeadOfDivision_SeesOnlyStaffOfTheUnit(DatabaseProvider provider)
    {
        await using var agency = await StartAsync(provider);
        await agency.Data.RegisterAsync(by: "nani");
        await WriteAsync(agency, 1, "yusup");

        var page = await agency.Get<AuditQueries>().PageAsync(new AuditFilter(), await SightAsync(agency, "asep"));

        Assert.Equal(["Yusup Hidayat"], page.Lines.Select(l => l.ActorName).Distinct());
    }

    [Fact]
    public async Task Page_Administrator_ContentOfRequestsHidden()
    {
        await using var agency = await StartAsync(DatabaseProvider.Sqlite);
        await agency.Data.RegisterAsync();
        await WriteAsync(agency, 1);

        var page = await agency.Get<AuditQueries>().PageAsync(new AuditFilter(), await SightAsync(agency, "admin"));

        Assert.All(page.Lines.Where(l => l.RecordKind != "akun"), l => Assert.Null(l.Detail));
        Assert.NotNull(page.Lines.First(l => l.RecordKind == "akun").Detail);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Page_Dates_OnlyActsOfThoseDays(DatabaseProvider provider)
    {
        await using var agency = await StartAsync(provider);
        await WriteAsync(agency, 3);
        agency.Time.Advance(TimeSpan.FromDays(2));
        await WriteAsync(agency, 2);
        var today = (await agency.Get<DinsosIntranet.Features.Agency.AgencyDirectory>().GetAsync()).DateOf(agency.Time.Now);
        var queries = agency.Get<AuditQueries>();
        var sight = await SightAsync(agency, "ratna");

        Assert.Equal(2, (await queries.PageAsync(new AuditFilter { From = today }, sight)).Lines.Count);
        Assert.Equal(3, (await queries.PageAsync(new AuditFilter { Until = today.AddDays(-1) }, sight)).Lines.Count);
        Assert.Empty((await queries.PageAsync(new AuditFilter { From = today.AddDays(-1), Until = today.AddDays(-1) }, sight)).Lines);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Page_RefusedOnly_LeavesTheRestOut(DatabaseProvider provider)
    {
        await using var agency = await StartAsync(provider);
        await agency.Data.RegisterAsync();
        await agency.Get<WriteRunner>().RunAsync(await agency.ActAsync("nani"), scope =>
        {
            scope.Audit("surat.setujui", "surat", Guid.CreateVersion7());
            return Task.FromResult<Outcome>(Outcome.Forbidden());
        });

        var page = await agency.Get<AuditQueries>().PageAsync(new AuditFilter { Act = AuditActs.RefusedPrefix }, await SightAsync(agency, "ratna"));

        Assert.Equal("ditolak:surat.setujui", Assert.Single(page.Lines).Act);
    }

    [Fact]
    public async Task FindRecord_NumberOfARequest_IsThatRequest()
    {
        await using var agency = await StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RegisterAsync();

        Assert.Equal(("permohonan", request.Id), await agency.Get<AuditQueries>().FindRecordAsync(request.Number, AuditSight.Of(await agency.ActorAsync("ratna"))));
        Assert.Null(await agency.Get<AuditQueries>().FindRecordAsync("DTKS-1999-0001", AuditSight.Of(await agency.ActorAsync("ratna"))));
    }

    [Fact]
    public async Task Page_ManyRecords_AsksAFixedNumberOfQueries()
    {
        await using var agency = await StartAsync(DatabaseProvider.Sqlite);
        for (var i = 0; i < 5; i++)
        {
            await agency.Data.RegisterAsync();
        }

        var sight = await SightAsync(agency, "ratna");
        var commands = await agency.Commands.DuringAsync(() => agency.Get<AuditQueries>().PageAsync(new AuditFilter(), sight));

        Assert.InRange(commands.Count, 1, 6);
    }

    private static Task<TestAgency> StartAsync(DatabaseProvider provider) => TestAgency.StartAsync(provider, configure: StandInPanels.Add);

    private static async Task<AuditSight> SightAsync(TestAgency agency, string userName) => AuditSight.Of(await agency.ActorAsync(userName));

    private static async Task WriteAsync(TestAgency agency, int rows, string by = "nani")
    {
        var act = await agency.ActAsync(by);
        await agency.Get<WriteRunner>().RunAsync(act, scope =>
        {
            for (var i = 0; i < rows; i++)
            {
                scope.Audit("keluar", "akun", act.Actor.UserId, new AuditText().Fact("ke", i));
            }

            return Task.FromResult(Outcome.Ok());
        });
    }
}
