using DinsosIntranet.App.Startup;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Shared.Files;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace DinsosIntranet.Tests.App.Startup;

/// <summary>A sixth standard in the data folder of an agency that has changed its desks and units since the first start.</summary>
public sealed class ReferenceImportTests : IDisposable
{
    private readonly TemporaryFolder _program = new();

    public ReferenceImportTests()
    {
        foreach (var path in Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "data"), "*.*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_program.Root, "data", Path.GetRelativePath(Path.Combine(RepositoryRoot.Path, "data"), path));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(path, copy);
        }
    }

    public void Dispose() => _program.Dispose();

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Run_StandardOnTheAgencysOwnDeskAndUnit_InForce(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        await AddUnitAndDeskAsync(agency);
        AddSixth("uptd", "bantuan-bencana");

        await ImportAsync(agency);

        var today = (await agency.Get<AgencyDirectory>().GetAsync()).DateOf(agency.Time.Now);
        await using var db = agency.OpenDb();
        var stored = await db.StandardVersions.AsNoTracking().SingleAsync(s => s.Code == "bencana");
        Assert.Equal("Bantuan korban bencana", stored.Title);
        Assert.True(await db.StandardPlans.AnyAsync(p => p.VersionId == stored.Id && p.From <= today));
        Assert.Contains("bantuan-bencana", (await agency.Get<AgencyDirectory>().GetAsync()).Desks.Select(d => d.Code));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Run_StandardOnADeskNobodyAdded_StopsNamingFileAndStep(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        AddSixth("uptd", "bantuan-bencana");

        var stopped = await Assert.ThrowsAsync<StandardStartUpException>(() => ImportAsync(agency));

        Assert.Equal(
            [("bencana.json", null, "unit 'uptd' tidak dikenal"), ("bencana.json", "5-cek-siks-ng", "meja 'bantuan-bencana' tidak dikenal")],
            stopped.Problems.Take(2).Select(p => (p.File, p.Step, p.Message)));
        await using var db = agency.OpenDb();
        Assert.False(await db.StandardVersions.AnyAsync(s => s.Code == "bencana"));
    }

    [Fact]
    public async Task Run_StandardOnADeskTakenOutOfUse_Stops()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        await agency.Get<UnitService>().CloseDeskAsync(null, "kabid-pppa", await agency.ActAsync("admin"));
        AddSixth("linjamsos", "kabid-pppa");

        var stopped = await Assert.ThrowsAsync<StandardStartUpException>(() => ImportAsync(agency));

        Assert.All(stopped.Problems, p => Assert.Equal("meja 'kabid-pppa' tidak dikenal", p.Message));
    }

    [Fact]
    public async Task Run_DesksChangedInTheFile_AgencysOwnStay()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var file = Path.Combine(_program.Root, "data", "desks.json");
        File.WriteAllText(file, File.ReadAllText(file).Replace("\"Kabid Linjamsos\"", "\"Lain\"", StringComparison.Ordinal));

        await ImportAsync(agency);

        Assert.Equal("Kabid Linjamsos", (await agency.Get<AgencyDirectory>().GetAsync()).DeskName("kabid-linjamsos"));
    }

    [Fact]
    public async Task Run_EveryKindOfNumberedLetter_HasItsClassification()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        await using var db = agency.OpenDb();
        var classified = await db.LetterClassifications.Select(c => c.Kind).ToListAsync();
        Assert.Empty(agency.Services.GetServices<ILetterContent>().Select(c => c.Kind).Except(classified, StringComparer.Ordinal));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Run_NewVersionBringsUnitDeskAndKindOfLetter_AddedAndTheAgencysOwnKept(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        await using (var own = agency.OpenDb())
        {
            await own.LetterClassifications.Where(c => c.Kind == "sk-dtks").ExecuteUpdateAsync(set => set.SetProperty(c => c.Code, "460"));
        }

        Bring("units.json", "\"units\": [", """{ "code": "uptd", "name": "UPTD Logistik", "shortName": "UPTD" },""");
        Bring("desks.json", "\"desks\": [", """{ "code": "bantuan-bencana", "name": "Bantuan bencana", "order": 75, "members": [{ "role": "operator-siks-ng", "unit": "uptd" }] },""");
        Bring("letters/classifications.json", "\"classifications\": [", """{ "kind": "surat-baru", "code": "400.9" },""");
        AddSixth("uptd", "bantuan-bencana");

        await ImportAsync(agency);
        await ImportAsync(agency);

        await using var db = agency.OpenDb();
        var units = await db.Units.AsNoTracking().OrderBy(u => u.SortOrder).Select(u => u.Code).ToListAsync();
        var desk = await db.Desks.AsNoTracking().Include(d => d.Members).SingleAsync(d => d.Code == "bantuan-bencana");
        Assert.Equal(("uptd", 6), (units[^1], units.Count));
        Assert.Equal((75, "uptd"), (desk.SortOrder, Assert.Single(desk.Members).UnitCode));
        Assert.Equal("460", await db.LetterClassifications.Where(c => c.Kind == "sk-dtks").Select(c => c.Code).SingleAsync());
        Assert.Equal("400.9", await db.LetterClassifications.Where(c => c.Kind == "surat-baru").Select(c => c.Code).SingleAsync());
        Assert.True(await db.StandardVersions.AnyAsync(s => s.Code == "bencana"));
    }

    private void Bring(string name, string before, string entry)
    {
        var file = Path.Combine(_program.Root, "data", name);
        var text = File.ReadAllText(file);
        Assert.Contains(before, text, StringComparison.Ordinal);
        File.WriteAllText(file, text.Replace(before, before + entry, StringComparison.Ordinal));
    }

    private static async Task AddUnitAndDeskAsync(TestAgency agency)
    {
        var (units, admin) = (agency.Get<UnitService>(), await agency.ActAsync("admin"));
        Assert.True((await units.SaveUnitAsync(new SaveUnit { Seen = null, Code = "uptd", IsNew = true, Name = "UPTD Logistik", ShortName = "UPTD" }, admin)).IsOk);
        var seen = (await agency.Get<UnitQueries>().ReadAsync()).Version;
        var desk = new SaveDesk { Seen = seen, Code = "bantuan-bencana", IsNew = true, Name = "Bantuan bencana", Seats = [new DeskSeat(StaffRole.DtksOperator, "uptd")] };
        Assert.True((await units.SaveDeskAsync(desk, admin)).IsOk);
    }

    /// <summary>The DTKS standard under another name, whose checking stands at another desk.</summary>
    private void AddSixth(string unit, string desk)
    {
        var standards = Path.Combine(_program.Root, "data", "standards");
        var json = File.ReadAllText(Path.Combine(standards, "dtks.json"));
        foreach (var (text, replacement) in (ReadOnlySpan<(string, string)>)
        [
            ("\"code\": \"dtks\"", "\"code\": \"bencana\""), ("\"DTKS\",", "\"BCN\","), ("\"unit\": \"linjamsos\"", $"\"unit\": \"{unit}\""),
            ("\"operator-siks-ng\"", $"\"{desk}\""),
        ])
        {
            Assert.Contains(text, json, StringComparison.Ordinal);
            json = json.Replace(text, replacement, StringComparison.Ordinal);
        }

        var title = System.Text.Json.JsonDocument.Parse(json).RootElement.GetProperty("title").GetString()!;
        File.WriteAllText(Path.Combine(standards, "bencana.json"), json.Replace($"\"{title}\"", "\"Bantuan korban bencana\"", StringComparison.Ordinal));
    }

    private Task ImportAsync(TestAgency agency)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Data:Folder", agency.DataFolder)]).Build();
        var folder = new DataFolder(settings, new ProgramFolder(_program.Root));
        return new ReferenceImport(agency.Get<IDbContextFactory<DinsosDbContext>>(), folder, agency.Get<ActionRegistry>(), agency.Get<StandardFilesImport>()).RunAsync();
    }

    private sealed class ProgramFolder(string path) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = "Production";

        public string ApplicationName { get; set; } = "DinsosIntranet";

        public string ContentRootPath { get; set; } = path;

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
