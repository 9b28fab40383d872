using System.Data.Common;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Features.Audit;

public sealed class AuditSealerTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Chain_AfterAWholeRequest_IsIntact(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        await agency.Data.RequestAtAsync(TestData.HandingOver);

        var result = await agency.CheckTrailAsync();

        Assert.True(result.IsIntact, result.Problem);
        Assert.Equal((await agency.TrailAsync()).Count, result.Checked);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Trail_EditedOrDeletedBySql_RefusedByTheDatabase(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        await agency.Data.RegisterAsync();

        await Assert.ThrowsAnyAsync<DbException>(() => agency.SqlAsync($"""UPDATE "AuditRecords" SET "ActorName" = 'Bukan Dia'"""));
        await Assert.ThrowsAnyAsync<DbException>(() => agency.SqlAsync($"""DELETE FROM "AuditRecords" WHERE "Sequence" = 1"""));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Chain_RowEditedInTheDatabase_NamesThatRow(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        await agency.Data.RequestAtAsync(TestData.Assigning);
        await DropGuardsAsync(agency);
        await agency.SqlAsync($"""UPDATE "AuditRecords" SET "ActorName" = 'Bukan Dia' WHERE "Sequence" = 3""");

        Assert.Equal((3L, "Baris 3 diubah setelah dicatat."), Found(await agency.CheckTrailAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Chain_RowRemoved_NamesThatRow(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        await agency.Data.RequestAtAsync(TestData.Assigning);
        await DropGuardsAsync(agency);
        await agency.SqlAsync($"""DELETE FROM "AuditRecords" WHERE "Sequence" = 4""");

        Assert.Equal((4L, "Baris 4 hilang."), Found(await agency.CheckTrailAsync()));
    }

    [Fact]
    public async Task Chain_EndCutOff_NoticedByTheAnchor()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        await agency.Data.RequestAtAsync(TestData.Assigning);
        await agency.CheckTrailAsync();
        await DropGuardsAsync(agency);
        await agency.SqlAsync($"""DELETE FROM "AuditRecords" WHERE "Sequence" > 2""");

        Assert.Equal(3, (await agency.CheckTrailAsync()).FirstBadSequence);
    }

    [Fact]
    public async Task Trail_WholeRequest_NamesNobodyServedOutsideTheirOwnRecord()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        await agency.Data.RequestAtAsync(TestData.HandingOver);

        Assert.DoesNotContain(await agency.TrailAsync(), r => r.RecordKind != "orang" && r.Text.Contains("Siti", StringComparison.OrdinalIgnoreCase));
        await using var db = agency.OpenDb();
        Assert.DoesNotContain(await db.HistoryEntries.Select(h => h.Title + h.Detail).ToListAsync(), t => t.Contains("Siti", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>What somebody with all rights in the database would do first.</summary>
    private static async Task DropGuardsAsync(TestAgency agency)
    {
        if (agency.Provider == DatabaseProvider.Postgres)
        {
            await agency.SqlAsync($"""ALTER TABLE "AuditRecords" DISABLE TRIGGER ALL""");
            return;
        }

        await agency.SqlAsync($"""DROP TRIGGER "AuditRecords_NoUpdate";""");
        await agency.SqlAsync($"""DROP TRIGGER "AuditRecords_NoDelete";""");
    }

    private static (long?, string?) Found(DinsosIntranet.Features.Audit.Domain.AuditCheckResult result) => (result.FirstBadSequence, result.Problem);
}
