using DinsosIntranet.Features.VictimCases;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Shared.Text;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Features.VictimCases;

/// <summary>What is counted, for whom, and what lies in the database of it.</summary>
public sealed class CaseRecapTests
{
    private static readonly DateOnly October = new(2026, 10, 1);

    [Fact]
    public async Task Save_WithConsent_CodesLieThereAsCiphertextOnly()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var registered = await agency.Data.FilledCaseAsync();

        await using var db = agency.OpenDb();
        var row = await db.CaseFigures.SingleAsync(f => f.Id == registered.Id);
        Assert.Equal(new DateOnly(2026, 11, 1), row.Month);
        Assert.All(new[] { "rumah", "36.02.17", "orang-tua", "13-17" }, code => Assert.DoesNotContain(code, row.Payload!, StringComparison.Ordinal));
        Assert.Equal("36.02.17", agency.Get<FigureVault>().Read(row.Id, row.Payload)!.District);
    }

    [Fact]
    public async Task Save_ConsentWithdrawn_NothingStays()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var registered = await agency.Data.FilledCaseAsync();

        Assert.True((await agency.Data.SaveAsync(registered.Id, CaseBlocks.Consent, new Dictionary<string, string> { [CaseBlocks.StatisticsConsent] = CaseBlocks.No })).IsOk);

        Assert.Null(await CodedAsync(agency, registered.Id));
    }

    [Fact]
    public async Task Remove_OneOfTwoVictims_CountedNoMore()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var registered = await agency.Data.FilledCaseAsync();
        var second = (await agency.Data.SaveAsync(registered.Id, CaseBlocks.Victim, TestData.VictimValues())).Value;
        Assert.Equal(2, (await CodedAsync(agency, registered.Id))!.Victims.Count);

        Assert.True((await agency.Data.Cases.RemoveBlockAsync(registered.Id, second.Id, second.Version, await agency.ActAsync("sari"))).IsOk);

        Assert.Single((await CodedAsync(agency, registered.Id))!.Victims);
    }

    [Fact]
    public async Task Fill_CaseOlderThanTheRecap_CountedOnce()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var registered = await agency.Data.FilledCaseAsync();
        await agency.SqlAsync($"DELETE FROM \"CaseFigures\"");

        Assert.Equal(1, await agency.Get<CaseFigureFilling>().FillAsync());

        Assert.Single((await CodedAsync(agency, registered.Id))!.Victims);
        Assert.Equal(0, await agency.Get<CaseFigureFilling>().FillAsync());
    }

    [Fact]
    public async Task Of_EndedMonth_VictimsAndCasesApartAndSmallNumbersCovered()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        await CountAsync(agency, October, 6, victims: 2);
        await CountAsync(agency, October, 2, place: "sekolah", sex: "L");
        await CountAsync(agency, new DateOnly(2026, 11, 1), 7);

        var view = (await agency.Get<CaseRecap>().OfAsync(null, await agency.ActorAsync("lina")))!;

        Assert.Equal((October, 14, 8), (view.Month, view.Victims.Month, view.Cases.Month));
        Assert.Equal([null, null, 0], Table(view, "kelamin").Rows.Select(r => r.Cell.Month));
        Assert.Equal(14, Table(view, "kekerasan").Rows.Single(r => r.Code == "fisik").Cell.Month);
        Assert.All(Table(view, "tempat").Rows.Where(r => r.Code is "rumah" or "sekolah"), r => Assert.Null(r.Cell.Month));
        Assert.Equal(8, Table(view, "kecamatan").Rows.Single(r => r.Name == "Cikulur").Cell.UpTo);
    }

    [Theory]
    [InlineData("2026-11")]
    [InlineData("2027-01")]
    public async Task Of_MonthThatHasNotEnded_TheLastThatHas(string month)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        Assert.Equal(October, (await agency.Get<CaseRecap>().OfAsync(CaseAddress.Month(month), await agency.ActorAsync("ratna")))!.Month);
    }

    [Fact]
    public async Task Of_LockedOrExcludedFrom_CountsForNobodyAndForAllAlike()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var cases = await CountAsync(agency, October, 7);
        Assert.Equal(7, await CasesAsync(agency, "lina"));

        await agency.SqlAsync($"UPDATE \"VictimCases\" SET \"IsLocked\" = TRUE WHERE \"Id\" = {cases[0]}");
        await using (var db = agency.OpenDb())
        {
            db.RequestExclusions.Add(new DinsosIntranet.Features.Desks.Domain.RequestExclusion
            {
                Id = Guid.CreateVersion7(),
                RequestId = cases[1],
                UserId = agency.UserId("imas"),
                Reason = DinsosIntranet.Features.Desks.Domain.ExclusionReason.Related,
                At = agency.Time.GetUtcNow().UtcDateTime,
                ByUserId = agency.UserId("ratna"),
                ByText = "Ratna",
                Version = Guid.CreateVersion7(),
            });
            await db.SaveChangesAsync();
        }

        Assert.Equal([5, 5, 5], [await CasesAsync(agency, "lina"), await CasesAsync(agency, "imas"), await CasesAsync(agency, "maman")]);
    }

    [Theory]
    [InlineData("sari")]
    [InlineData("asep")]
    [InlineData("nani")]
    [InlineData("admin")]
    public async Task Record_ByWhoeverMayNotRead_ForbiddenAndInTheTrail(string by)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        Assert.Null(await agency.Get<CaseRecap>().OfAsync(null, await agency.ActorAsync(by)));
        Assert.Equal(OutcomeKind.Forbidden, (await agency.Get<CaseRecapExport>().RecordAsync(October, await agency.ActAsync(by))).Kind);
        Assert.Contains(await agency.TrailAsync(), a => a.Act == "ditolak:kasus.rekap-unduh");
    }

    [Fact]
    public async Task Write_Recap_FiguresOfThePageAndWhoTookThem()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        await CountAsync(agency, October, 6, victims: 2);
        await CountAsync(agency, October, 2, sex: "L");
        var act = await agency.ActAsync("lina");
        using var file = new MemoryStream();

        await agency.Get<CaseRecapExport>().WriteAsync(file, (await agency.Get<CaseRecap>().OfAsync(null, act.Actor))!, act);

        var sheet = SheetWriterTests.Open(file.ToArray());
        Assert.Equal(["Jumlah", "korban", "14"], new[] { 0, 1, 4 }.Select(c => sheet.Cells[1, c].Value?.ToString()));
        Assert.Equal(["Jenis kelamin", "korban", "P", "Perempuan", "*", "*"], Enumerable.Range(0, 6).Select(c => sheet.Cells[3, c].Value?.ToString()));
        var xml = SheetWriterTests.Part(file.ToArray(), "xl/worksheets/sheet1.xml");
        Assert.Contains("Diunduh Lina Marlina, 23/11/2026 09.00 WIB", xml, StringComparison.Ordinal);
        Assert.DoesNotContain("<f>", xml, StringComparison.Ordinal);
    }

    private static RecapTable Table(RecapView view, string code) => view.Tables.Single(t => t.Code == code);

    private static async Task<int?> CasesAsync(TestAgency agency, string by) => (await agency.Get<CaseRecap>().OfAsync(October, await agency.ActorAsync(by)))!.Cases.Month;

    private static async Task<CodedCase?> CodedAsync(TestAgency agency, Guid caseId)
    {
        await using var db = agency.OpenDb();
        return agency.Get<FigureVault>().Read(caseId, (await db.CaseFigures.SingleAsync(f => f.Id == caseId)).Payload);
    }

    /// <summary>Cases as they would be counted after they were written down in that month.</summary>
    internal static async Task<IReadOnlyList<Guid>> CountAsync(TestAgency agency, DateOnly month, int count, int victims = 1, string place = "rumah", string sex = "P")
    {
        var ids = new List<Guid>();
        for (var i = 0; i < count; i++)
        {
            ids.Add((await agency.Data.CaseAsync()).Id);
        }

        await using var db = agency.OpenDb();
        foreach (var row in await db.CaseFigures.Where(f => ids.Contains(f.Id)).ToListAsync())
        {
            row.Month = month;
            agency.Get<FigureVault>().Set(row, new CodedCase(place, "36.02.17", ["keluarga"], [.. Enumerable.Repeat(new CodedVictim(sex, "18-24", ["fisik"], ["kesehatan"]), victims)]));
        }

        await db.SaveChangesAsync();
        return ids;
    }
}
