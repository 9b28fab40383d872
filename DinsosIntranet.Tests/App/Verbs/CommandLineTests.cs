using DinsosIntranet.App.Verbs;
using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;

namespace DinsosIntranet.Tests.App.Verbs;

public sealed class CommandLineTests
{
    private readonly StringWriter _out = new();
    private readonly StringWriter _error = new();

    private VerbConsole Console => new(_out, _error, _ => null);

    [Fact]
    public async Task Run_NoVerb_LetsTheProgramStart() => Assert.Null(await CommandLine.RunAsync(["--urls=http://127.0.0.1:0"]));

    [Fact]
    public async Task Run_Help_ListsEveryVerb()
    {
        Assert.Equal(CommandLine.Done, await CommandLine.RunAsync(["bantuan"], Console));

        Assert.All(new[] { "audit verify", "backup", "restore", "user add" }, verb => Assert.Contains(verb, _out.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_UnknownVerb_WrongUse()
    {
        Assert.Equal(CommandLine.WrongUse, await CommandLine.RunAsync(["hapus-semua"], Console));
        Assert.Empty(_out.ToString());
    }

    [Fact]
    public async Task AuditVerify_IntactTrail_SaysHowManyRows()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        await agency.Data.RegisterAsync();
        var rows = (await agency.TrailAsync()).Count;

        Assert.Equal(CommandLine.Done, await CommandLine.RunAsync(["audit", "verify", $"--Data:Folder={agency.DataFolder}"], Console));

        Assert.StartsWith($"{rows} baris diperiksa", _out.ToString(), StringComparison.Ordinal);
        Assert.Contains("Rantai utuh.", _out.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AuditVerify_RowChanged_NamesItAndFails()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        await agency.Data.RegisterAsync();
        await agency.SqlAsync($"""DROP TRIGGER "AuditRecords_NoUpdate" """);
        await agency.SqlAsync($"""UPDATE "AuditRecords" SET "ActorName" = 'Bukan Dia' WHERE "Sequence" = 2""");

        Assert.Equal(CommandLine.Failed, await CommandLine.RunAsync(["audit", "verify", $"--Data:Folder={agency.DataFolder}"], Console));

        Assert.Contains("Baris 2 diubah", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AuditVerify_KeysGone_RefusedAndNoneMade()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        await agency.Data.RegisterAsync();
        var keys = Path.Combine(agency.DataFolder, "kunci");
        Directory.Delete(keys, recursive: true);

        Assert.Equal(CommandLine.Failed, await CommandLine.RunAsync(["audit", "verify", $"--Data:Folder={agency.DataFolder}"], Console));

        Assert.Contains("Kunci hilang", _error.ToString(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(keys) && Directory.EnumerateFiles(keys, "*.kunci").Any());
    }

    [Fact]
    public async Task UserAdd_ThenReset_CodesDifferAndTheLatestActivates()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        string[] setting = [$"--Data:Folder={agency.DataFolder}"];

        Assert.Equal(CommandLine.Done, await CommandLine.RunAsync(["user", "add", "baru", "--nama", "Orang Baru", "--jabatan", "Front Office", "--peran", "front-office", .. setting], Console));
        Assert.Equal(CommandLine.Done, await CommandLine.RunAsync(["user", "reset", "baru", .. setting], Console));

        var codes = _out.ToString().Split('\n').Where(l => l.StartsWith("Kode aktivasi", StringComparison.Ordinal)).Select(l => l.Split(' ')[^1].Trim()).ToList();
        Assert.Equal(2, codes.Distinct().Count());
        var activation = agency.Get<ActivationService>();
        agency.Time.Advance(DateTimeOffset.UtcNow - agency.Time.GetUtcNow());
        Assert.False((await activation.ActivateAsync(Activate(codes[0]), "tes")).IsOk);
        Assert.True((await activation.ActivateAsync(Activate(codes[1]), "tes")).IsOk);
    }

    [Fact]
    public async Task UserAdd_SecretRole_HoldsAtOnce()
    {
        // Whoever may run it on the server has the database anyway.
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        await CommandLine.RunAsync(["user", "add", "baru", "--nama", "Orang Baru", "--jabatan", "Pekerja Sosial", "--peran", "pekerja-sosial", $"--Data:Folder={agency.DataFolder}"], Console);

        var id = await agency.Get<AccountAdministration>().FindAsync("baru");
        Assert.Equal("Pekerja Sosial", Assert.Single((await agency.Get<StaffQueries>().FindAsync(id!.Value))!.Roles).Title);
    }

    private static ActivateAccount Activate(string code) =>
        new() { UserName = "baru", Code = code, Password = "tujuh gajah berenang pelan", Repeated = "tujuh gajah berenang pelan" };
}
