using DinsosIntranet.Features.Standards.Data;
using DinsosIntranet.Features.Standards.Domain;

namespace DinsosIntranet.Tests.Features.Standards.Data;

public sealed class StandardCatalogFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("standar").FullName;

    public StandardCatalogFilesTests()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "standards"));
        foreach (var file in new[] { "desks.json", "units.json", "standards/dtks.json", "standards/informasi.json" })
        {
            File.Copy(Path.Combine(StandardFixtures.DataFolder, file), Path.Combine(_folder, file));
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Read_SoundFolder_DesksInTheirOrder()
    {
        var catalog = StandardCatalogFiles.Read(_folder, StandardFixtures.Actions);

        Assert.Equal(["dtks", "informasi"], catalog.Standards.Select(s => s.Code));
        Assert.Equal(catalog.Desks.OrderBy(d => d.Order), catalog.Desks);
        Assert.Equal("front-office", catalog.Desks[0].Code);
    }

    [Fact]
    public void Read_ProblemsInSeveralFiles_AllInOneException()
    {
        Change("standards/dtks.json", "\"operator-siks-ng\"", "\"gudang\"");
        Change("standards/informasi.json", "\"fee\"", "\"fees\"");
        Change("desks.json", "\"role\": \"staf-ppid\"", "\"role\": \"pesulap\"");
        Change("desks.json", "\"unit\": \"pppa\"", "\"unit\": \"bulan\"");
        Change("units.json", "\"code\": \"rehsos\"", "\"code\": \"pppa\"");

        var problems = Problems();

        Assert.Contains(problems, p => p.File == "dtks.json" && p.Step == "5-cek-siks-ng" && p.Message.Contains("gudang"));
        Assert.Contains(problems, p => p.File == "informasi.json" && p.Message.Contains("fee"));
        Assert.Contains(problems, p => p.File == "desks.json" && p.Message.Contains("pesulap"));
        Assert.Contains(problems, p => p.File == "desks.json" && p.Message.Contains("bulan"));
        Assert.Contains(problems, p => p.File == "units.json" && p.Message.Contains("kode unit 'pppa'"));
    }

    [Fact]
    public void Read_FileNotNamedAfterItsCode_Problem()
    {
        File.Move(Path.Combine(_folder, "standards", "dtks.json"), Path.Combine(_folder, "standards", "lain.json"));

        Assert.Contains("dtks.json", Assert.Single(Problems()).Message);
    }

    [Fact]
    public void Read_UnknownUnitOrSamePrefix_Problem()
    {
        Change("standards/dtks.json", "\"unit\": \"linjamsos\"", "\"unit\": \"bulan\"");
        Change("standards/dtks.json", "\"DTKS\",", "\"INFO\",");

        var problems = Problems();

        Assert.Contains(problems, p => p.Message == "unit 'bulan' tidak dikenal");
        Assert.Contains(problems, p => p.Message.Contains("awalan nomor 'INFO'"));
    }

    [Fact]
    public void Read_FolderMissing_ProblemNotCrash()
    {
        var exception = Assert.Throws<StandardStartUpException>(() => StandardCatalogFiles.Read(Path.Combine(_folder, "kosong"), StandardFixtures.Actions));

        Assert.Equal(3, exception.Problems.Count);
        Assert.Contains("desks.json", exception.Message);
    }

    private IReadOnlyList<StandardProblem> Problems() =>
        Assert.Throws<StandardStartUpException>(() => StandardCatalogFiles.Read(_folder, StandardFixtures.Actions)).Problems;

    private void Change(string file, string text, string replacement)
    {
        var path = Path.Combine(_folder, file);
        var before = File.ReadAllText(path);
        Assert.Contains(text, before);
        File.WriteAllText(path, before.Replace(text, replacement));
    }
}
