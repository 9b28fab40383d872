using DinsosIntranet.App.Demo;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Dispositions;
using DinsosIntranet.Features.Dispositions.Domain;
using DinsosIntranet.Features.Dtks;
using DinsosIntranet.Features.Dtks.Domain;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;

namespace DinsosIntranet.Tests.Features.Agency;

/// <summary>The three lists go through one service; each is tried at what is its own.</summary>
public sealed class ChoiceServiceTests
{
    private static readonly SaveChoice Scholarship = new()
    {
        Seen = null,
        Code = "beasiswa-daerah",
        IsNew = true,
        Label = "Beasiswa daerah",
        Numbers = new Dictionary<string, string> { ["MaximumDecile"] = "4", ["DaysValid"] = "60" },
    };

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Save_NewPurpose_OfferedAtIntakeWithItsFigures(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);

        var outcome = await agency.Get<ChoiceService<CertificatePurpose>>().SaveAsync(Scholarship, await agency.ActAsync("admin"));

        Assert.True(outcome.IsOk, outcome.Message);
        Assert.Equal("Beasiswa daerah", (await IntakePurposesAsync(agency))[^1]);
        Assert.Equal(
            """{"old":{"desil tertinggi":null,"masa berlaku (hari)":null,"nama":null},"new":{"desil tertinggi":4,"masa berlaku (hari)":60,"nama":"Beasiswa daerah"},"facts":{"tujuan":"beasiswa-daerah"},"origin":"tes"}""",
            (await agency.TrailAsync())[^1].Text);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Retire_Purpose_NoLongerTakenInButOldRequestsGoOn(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var old = await agency.Data.RequestAtAsync(TestData.Checking);

        var outcome = await agency.Get<ChoiceService<CertificatePurpose>>().RetireAsync(null, "pip", retires: true, await agency.ActAsync("admin"));

        Assert.True(outcome.IsOk, outcome.Message);
        Assert.DoesNotContain("Program Indonesia Pintar (PIP)", await IntakePurposesAsync(agency));
        var refused = await agency.Get<IntakeService>().RegisterAsync(TestData.Request(), await agency.ActAsync("nani"));
        Assert.False(refused.IsOk);
        var checkedOld = await agency.Get<DtksService>().RecordAsync(agency.Data.Check(old.Id), await agency.ActAsync("yusup"));
        Assert.True(checkedOld.IsOk, checkedOld.Message);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Retire_Instruction_NotOfferedAndRefusedOnANewDisposition(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var request = await agency.Data.RequestAtAsync(TestData.Disposing);
        var lists = agency.Get<ChoiceService<DispositionInstruction>>();

        Assert.True((await lists.RetireAsync(null, "proses-lanjut", retires: true, await agency.ActAsync("admin"))).IsOk);

        Assert.DoesNotContain(await agency.Get<DispositionQueries>().InstructionsAsync(), i => i.Code == "proses-lanjut");
        Assert.False((await agency.Get<DispositionService>().GiveAsync(TestData.ToDivision(request.Id), await agency.ActAsync("ratna"))).IsOk);
        var seen = (await lists.ReadAsync()).Revision!.Version;
        Assert.True((await lists.RetireAsync(seen, "proses-lanjut", retires: false, await agency.ActAsync("admin"))).IsOk);
        Assert.True((await agency.Get<DispositionService>().GiveAsync(TestData.ToDivision(request.Id), await agency.ActAsync("ratna"))).IsOk);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Move_Programme_OneUp(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var lists = agency.Get<ChoiceService<AidProgramme>>();
        var before = (await lists.ReadAsync()).Lines.Select(l => l.Code).ToList();

        var outcome = await lists.MoveAsync(null, before[1], up: true, await agency.ActAsync("admin"));

        Assert.True(outcome.IsOk, outcome.Message);
        Assert.Equal([before[1], before[0], .. before.Skip(2)], (await lists.ReadAsync()).Lines.Select(l => l.Code));
        var seen = (await lists.ReadAsync()).Revision!.Version;
        Assert.Equal(SettingsWriter.NothingChanged, (await lists.MoveAsync(seen, before[1], up: true, await agency.ActAsync("admin"))).Message);
    }

    [Theory]
    [InlineData("Kode Baru", "Nama", "", "Code", "Isi kode dengan huruf, angka, dan tanda hubung, paling banyak 40.")]
    [InlineData("PIP", "Nama", "", "Code", "Kode ini sudah dipakai.")]
    [InlineData("baru", " ", "", "Label", "Isi namanya.")]
    [InlineData("baru", "program indonesia pintar (pip)", "", "Label", "Nama ini sudah ada di daftar.")]
    [InlineData("baru", "Nama", "11", "MaximumDecile", "Isi angka antara 1 dan 10, atau kosongkan.")]
    [InlineData("baru", "Nama", "dua", "MaximumDecile", "Isi angka antara 1 dan 10, atau kosongkan.")]
    public async Task Save_SomethingWrong_RefusedBesideItsField(string code, string label, string decile, string field, string message)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        var outcome = await agency.Get<ChoiceService<CertificatePurpose>>().SaveAsync(
            Scholarship with { Code = code, Label = label, Numbers = new Dictionary<string, string> { ["MaximumDecile"] = decile } }, await agency.ActAsync("admin"));

        Assert.Equal([new Refusal(message, field)], outcome.Refusals);
    }

    [Fact]
    public async Task Retire_TheLastOneInUse_Refused()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var lists = agency.Get<ChoiceService<AidProgramme>>();
        var lines = (await lists.ReadAsync()).Lines;
        foreach (var line in lines.Skip(1))
        {
            Assert.True((await lists.RetireAsync((await lists.ReadAsync()).Revision?.Version, line.Code, retires: true, await agency.ActAsync("admin"))).IsOk);
        }

        var outcome = await lists.RetireAsync((await lists.ReadAsync()).Revision?.Version, lines[0].Code, retires: true, await agency.ActAsync("admin"));

        Assert.Equal("Setidaknya satu program harus tetap dipakai.", outcome.Message);
    }

    [Fact]
    public async Task Changes_EveryOtherRole_Forbidden()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var lists = agency.Get<ChoiceService<CertificatePurpose>>();
        foreach (var person in DemoAgency.People.Where(p => p.Role != StaffRole.Administrator).DistinctBy(p => p.Role))
        {
            var act = await agency.ActAsync(person.UserName);

            Assert.Equal(OutcomeKind.Forbidden, (await lists.SaveAsync(Scholarship, act)).Kind);
            Assert.Equal(OutcomeKind.Forbidden, (await lists.RetireAsync(null, "pip", retires: true, act)).Kind);
            Assert.Equal(OutcomeKind.Forbidden, (await lists.MoveAsync(null, "pip", up: true, act)).Kind);
        }
    }

    private static async Task<IReadOnlyList<string>> IntakePurposesAsync(TestAgency agency) =>
        [.. (await agency.Get<IntakeQueries>().ChoicesAsync(null, await agency.ActorAsync("nani"))).Purposes.Select(p => p.Name)];
}
