using System.Text;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.VictimCases;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Keys;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DinsosIntranet.Tests.Features.VictimCases;

/// <summary>What is told stays inside the envelopes, and the envelopes inside their rows.</summary>
public sealed class CaseConfidentialityTests
{
    private static readonly string[] Told = [TestData.VictimName, TestData.VictimNik, TestData.SafePhone, TestData.AccusedName, TestData.Narrative, "Rahasia Sunyi", "korban di UGD"];

    [Fact]
    public async Task Database_AfterAWholeReport_HoldsNothingThatWasTold()
    {
        using var log = new LogLines();
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite, configure: services => services.AddLogging(l => l.AddProvider(log).SetMinimumLevel(LogLevel.Trace)));
        var registered = await agency.Data.FilledCaseAsync();
        await agency.Data.BreakGlassAsync(registered.Id);
        await agency.Get<CaseSearch>().FindAsync(TestData.VictimNik, await agency.ActAsync("sari"));
        agency.Get<ILoggerFactory>().CreateLogger("tes").LogInformation("Didengar.");
        Assert.Contains("Didengar.", log.Lines);
        Assert.All(log.Lines, line => Assert.All(Told, word => Assert.DoesNotContain(word, line, StringComparison.OrdinalIgnoreCase)));

        var files = Directory.EnumerateFiles(agency.DataFolder, "*", SearchOption.AllDirectories).Where(f => Path.GetFileName(f).StartsWith("dinsos", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(files);
        Assert.All(files, file =>
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            var bytes = reader.ReadToEnd();
            Assert.All(Told, word => Assert.DoesNotContain(word, bytes, StringComparison.OrdinalIgnoreCase));
        });
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Trail_AfterAWholeReport_VerifiesAndHoldsNothingThatWasTold(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        await agency.Data.FilledCaseAsync();

        var trail = await agency.TrailAsync();

        Assert.Contains(trail, r => r.Act == "kasus.simpan" && r.Text.Contains("\"isi\":\"v1.", StringComparison.Ordinal));
        Assert.All(trail, r => Assert.All(Told, word => Assert.DoesNotContain(word, r.Text, StringComparison.OrdinalIgnoreCase)));
        Assert.True((await agency.CheckTrailAsync()).IsIntact);
    }

    [Fact]
    public async Task Outline_ForEveryRole_HoldsNothingThatWasTold()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var registered = await agency.Data.FilledCaseAsync();

        foreach (var user in (string[])["nani", "dedi", "hendra", "asep", "gilang", "maman", "opik", "lilis"])
        {
            var actor = await agency.ActorAsync(user);
            var view = await agency.Get<CaseQueries>().FindAsync(registered.Id, actor);
            var request = await agency.Get<RequestQueries>().FindAsync(registered.Id, actor);
            Assert.Null(view!.Content);
            Assert.Null(request!.People);
            var shown = System.Text.Json.JsonSerializer.Serialize(new { view.Number, view.Place, view.Team, view.Emergencies, request.History, request.Requirements });
            Assert.All(Told, word => Assert.DoesNotContain(word, shown, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task Content_Opened_SensitiveAnswersStayCovered()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var registered = await agency.Data.FilledCaseAsync();

        var content = (await agency.Get<CaseQueries>().FindAsync(registered.Id, await agency.ActorAsync("sari")))!.Content!;

        var answers = content.Blocks.SelectMany(b => b.Answers).ToList();
        Assert.Contains(new AnswerLine("Nama", null), answers);
        Assert.Contains(new AnswerLine("Kategori tempat", "Rumah tangga"), answers);
        Assert.All(Told, word => Assert.DoesNotContain(answers, a => a.Text?.Contains(word, StringComparison.OrdinalIgnoreCase) == true));
        Assert.Equal("Anak, 15 tahun saat kejadian", content.Blocks.Single(b => b.Kind == CaseBlocks.Victim).Note);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Payload_CopiedToAnotherBlock_DoesNotOpen(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var registered = await agency.Data.FilledCaseAsync();
        var (from, to) = (await agency.Data.BlockIdAsync(registered.Id, CaseBlocks.Victim), await agency.Data.BlockIdAsync(registered.Id, CaseBlocks.Accused));
        await agency.SqlAsync($"""UPDATE "CaseBlocks" SET "Payload" = (SELECT "Payload" FROM "CaseBlocks" WHERE "Id" = {from}) WHERE "Id" = {to}""");

        await Assert.ThrowsAnyAsync<System.Security.Cryptography.CryptographicException>(
            async () => await agency.Data.Cases.RevealAsync(registered.Id, to!.Value, await agency.ActAsync("sari")));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task KeyDestroyed_ContentIsGone_TrailStillVerifies(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var registered = await agency.Data.FilledCaseAsync();
        await agency.SqlAsync($"""UPDATE "VictimCases" SET "WrappedKey" = NULL""");

        var view = (await agency.Get<CaseQueries>().FindAsync(registered.Id, await agency.ActorAsync("sari")))!;

        Assert.Equal((true, null), (view.IsErased, view.Content));
        Assert.Equal(OutcomeKind.Refused, (await agency.Data.SaveAsync(registered.Id, CaseBlocks.Consent, new Dictionary<string, string> { ["layanan"] = "ya" })).Kind);
        Assert.True((await agency.CheckTrailAsync()).IsIntact);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Rotation_KeysAreWrappedAnew_ContentAndSearchStay(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var registered = await agency.Data.FilledCaseAsync();
        var ring = agency.Get<KeyRing>();
        var before = await WrappedAsync(agency);
        ring.Rotate(KeyPurpose.Fields);
        ring.Rotate(KeyPurpose.BlindIndex);

        Assert.Equal(1, (await agency.Get<CaseKeyRotation>().RewrapAsync(ActionContext.For(Actor.System, agency.Time, "tes"))).Value);

        Assert.NotEqual(before, await WrappedAsync(agency));
        Assert.Contains(ring.Current(KeyPurpose.Fields).Id, await WrappedAsync(agency), StringComparison.Ordinal);
        Assert.Equal(0, (await agency.Get<CaseKeyRotation>().RewrapAsync(ActionContext.For(Actor.System, agency.Time, "tes"))).Value);
        Assert.NotNull((await agency.Get<CaseQueries>().FindAsync(registered.Id, await agency.ActorAsync("sari")))!.Content);
        Assert.Single((await agency.Get<CaseSearch>().FindAsync(TestData.VictimNik, await agency.ActAsync("sari"))).Value);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Rotation_IndexesAreComputedAnew_NothingDependsOnTheOldKey(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        await agency.Data.FilledCaseAsync();
        agency.Get<KeyRing>().Rotate(KeyPurpose.BlindIndex);
        var current = new BlindIndex(agency.Get<KeyRing>()).Compute("CaseBlocks|Nik", TestData.VictimNik);
        await using var db = agency.OpenDb();
        Assert.False(await db.CaseBlocks.AnyAsync(b => b.NikIndex == current));

        Assert.NotEqual(0, (await agency.Get<CaseKeyRotation>().ReindexAsync(ActionContext.For(Actor.System, agency.Time, "tes"))).Value);

        Assert.True(await db.CaseBlocks.AnyAsync(b => b.NikIndex == current));
        Assert.Equal(0, (await agency.Get<CaseKeyRotation>().ReindexAsync(ActionContext.For(Actor.System, agency.Time, "tes"))).Value);
        Assert.Equal(OutcomeKind.Forbidden, (await agency.Get<CaseKeyRotation>().ReindexAsync(await agency.ActAsync("admin"))).Kind);
    }

    [Fact]
    public async Task KeysRestoredElsewhere_OpenTheCase_OthersDoNot()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        await agency.Data.FilledCaseAsync();
        using var export = new MemoryStream();
        agency.Get<KeyRing>().Export(export, "frasa untuk brankas dinas");
        await using var db = agency.OpenDb();
        var victimCase = await db.VictimCases.AsNoTracking().SingleAsync();
        using var folder = new DinsosIntranet.Tests.Shared.Files.TemporaryFolder();
        var ring = KeyRing.Open(new KeyRingOptions { Folder = Path.Combine(folder.Root, "kunci") }, agency.Time);
        var vault = new CaseVault(new FieldCipher(ring), new BlindIndex(ring));

        Assert.ThrowsAny<Exception>(() => vault.Open(victimCase));
        export.Position = 0;
        ring.Restore(export, "frasa untuk brankas dinas");
        using var key = vault.Open(victimCase)!;
        Assert.Equal(TestData.VictimName, CaseVault.Read(key, await db.CaseBlocks.AsNoTracking().FirstAsync(b => b.Kind == CaseBlocks.Victim))[CaseBlocks.Name]);
    }

    private static async Task<string> WrappedAsync(TestAgency agency)
    {
        await using var db = agency.OpenDb();
        return (await db.VictimCases.Select(c => c.WrappedKey).SingleAsync())!;
    }
}
