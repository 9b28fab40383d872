using DinsosIntranet.Features.Standards.Domain;

namespace DinsosIntranet.Tests.Features.Standards.Domain;

/// <summary>What somebody who sends a wrong file is told, and where.</summary>
public sealed class StandardFileCheckTests
{
    private static readonly string Dtks = File.ReadAllText(Path.Combine(StandardFixtures.DataFolder, "standards", "dtks.json"));

    [Fact]
    public void Check_SixthStandard_Good()
    {
        var (file, problems) = StandardFile.Check(StandardFixtures.SixthJson, "x.json", StandardFixtures.Known);

        Assert.Empty(problems);
        Assert.Equal((StandardFixtures.Sixth, StandardFixtures.SixthJson), (file!.Standard.Code, file.Json));
    }

    [Theory]
    [InlineData("\"fee\":", "\"fees\":", "'fee' (biaya) belum ada", 2)]
    [InlineData("\"fee\":", "\"fees\":", "'fees' tidak dikenal; mungkin maksudnya 'fee'", 14)]
    [InlineData("\"promise\": { \"most\": { \"amount\": 15, \"unit\": \"menit-kerja\" }, \"countedFrom\": \"lengkap\", \"published\": \"15 Menit\" },", "", "'promise' (janji waktu) belum ada", null)]
    [InlineData("\"terbuka\"", "\"gelap\"", "'confidentiality' tidak mengenal \"gelap\"; pilihannya: terbuka, rahasia", 12)]
    [InlineData("\"version\": 1", "\"version\": \"1\"", "'version' harus bilangan bulat", 4)]
    [InlineData("\"version\": 1", "\"version\": 0", "'version' paling kecil 1", 4)]
    [InlineData("\"version\": 1", "\"version\": 100001", "'version' paling besar 100000", 4)]
    [InlineData("\"DTKS\",", "\"Dtks-1\",", "'numberPrefix' 'Dtks-1' hanya boleh berisi huruf besar", 7)]
    [InlineData("\"products\": [\"Penerbitan dan pengecekan data Data Terpadu Kesejahteraan Sosial (DTKS)\"]", "\"products\": []", "'products' masih kosong", 17)]
    [InlineData("\"unit\": \"linjamsos\"", "\"unit\": \"bulan\"", "unit 'bulan' tidak dikenal", 10)]
    public void Check_WrongFile_SaysWhatAndOnWhichLine(string text, string replacement, string message, int? line)
    {
        Assert.Contains(text, Dtks);

        var problem = Assert.Single(Problems(Dtks.Replace(text, replacement)), p => p.Message.Contains(message));

        if (line is not null)
        {
            Assert.Equal(line == 2 ? 1 : line, problem.Line);
        }
    }

    [Theory]
    [InlineData("\"desk\": \"operator-siks-ng\",\n      \"action\": \"dtks.check\"", "\"desk\": \"gudang\",\n      \"action\": \"dtks.check\"", "meja 'gudang' tidak dikenal", "5-cek-siks-ng")]
    [InlineData("\"to\": \"7-cetak-surat\", \"branch\"", "\"to\": \"bulan\", \"branch\"", "hasil 'terdaftar' menuju 'bulan' yang tidak ada", "5-cek-siks-ng")]
    [InlineData("\"to\": \"6-informasi\"", "\"to\": \"7-cetak-surat\"", "tidak dapat dicapai dari saluran mana pun", "6-informasi")]
    [InlineData("\"dtks.check\"", "\"sulap\"", "'action' tidak mengenal \"sulap\"", "5-cek-siks-ng")]
    public void Check_WrongStep_NamesStepAndLine(string text, string replacement, string message, string step)
    {
        Assert.Contains(text, Dtks);

        var problem = Assert.Single(Problems(Dtks.Replace(text, replacement)), p => p.Message.Contains(message));

        Assert.Equal(step, problem.Step);
        Assert.NotNull(problem.Line);
        Assert.StartsWith($"Langkah {step} (baris {problem.Line}): ", problem.Text);
    }

    [Fact]
    public void Check_StepLine_IsWhereTheStepBegins()
    {
        var json = Dtks.Replace("\"desk\": \"sekretariat\"", "\"desk\": \"gudang\"");
        var line = Assert.Single(Problems(json)).Line!.Value;

        Assert.Contains("\"id\": \"2-sekretariat\"", json.Split('\n')[line]);
    }

    [Fact]
    public void Check_NoJson_SaysTheLine()
    {
        var problem = Assert.Single(Problems("{\n  \"code\": \"dtks\",,\n}"));

        Assert.Equal(2, problem.Line);
        Assert.StartsWith("bukan JSON yang sah", problem.Message);
    }

    [Theory]
    [InlineData("\"version\": 1,", "\"version\": 1,\n  \"version\": 2,", "'version' ditulis dua kali")]
    [InlineData("\"15 Menit\"", "\"15\\u0000Menit\"", "huruf kendali")]
    [InlineData("\"15 Menit\"", "\"15 \\ud800\"", "huruf yang rusak")]
    public void Check_TextThatCannotBeKept_Refused(string text, string replacement, string message) =>
        Assert.Contains(message, Assert.Single(Problems(Dtks.Replace(text, replacement))).Message);

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("3")]
    public void Check_JsonThatIsNoStandard_Refused(string json) => Assert.Equal("'isi berkas'".Trim('\'') + " harus kelompok isian dalam { }", Assert.Single(Problems(json)).Message);

    [Fact]
    public void Check_NestedWithoutEnd_RefusedNotCrashed() =>
        Assert.Single(Problems(string.Concat(Enumerable.Repeat("{\"a\":", 5000)) + "1" + new string('}', 5000)));

    [Fact]
    public void SaySame_OtherSpacesAndOrder_True()
    {
        Assert.True(StandardFile.SaySame("{ \"a\": 1, \"b\": [1, 2] }", "{\"b\":[1,2],\"a\":1}"));
        Assert.False(StandardFile.SaySame("{ \"b\": [1, 2] }", "{ \"b\": [2, 1] }"));
    }

    private static IReadOnlyList<StandardProblem> Problems(string json) => StandardFile.Check(json, "dtks.json", StandardFixtures.Known).Problems;
}
