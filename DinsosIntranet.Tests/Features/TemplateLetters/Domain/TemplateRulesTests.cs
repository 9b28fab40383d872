using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Features.TemplateLetters.Domain;

namespace DinsosIntranet.Tests.Features.TemplateLetters.Domain;

public sealed class TemplateRulesTests
{
    private static readonly LetterTemplate Template = new(
        "Surat", "Surat",
        [
            new LetterField("teks", "Teks", LetterFieldKind.Text, Mandatory: true),
            new LetterField("panjang", "Panjang", LetterFieldKind.LongText, Mandatory: false),
            new LetterField("tanggal", "Tanggal", LetterFieldKind.Date, Mandatory: false),
            new LetterField("angka", "Angka", LetterFieldKind.Number, Mandatory: false),
            new LetterField("pilihan", "Pilihan", LetterFieldKind.Choice, Mandatory: false, Choices: ["Ya", "Tidak"]),
        ],
        []);

    [Theory]
    [InlineData("teks", "", "Teks belum diisi.")]
    [InlineData("teks", "   ", "Teks belum diisi.")]
    [InlineData("tanggal", "31/02/2026", "Tulis tanggal seperti 03/08/2026.")]
    [InlineData("tanggal", "kemarin", "Tulis tanggal seperti 03/08/2026.")]
    [InlineData("angka", "12,5", "Tulis angka saja, paling banyak 15 angka.")]
    [InlineData("angka", "-3", "Tulis angka saja, paling banyak 15 angka.")]
    [InlineData("angka", "1234567890123456", "Tulis angka saja, paling banyak 15 angka.")]
    [InlineData("pilihan", "Mungkin", "Pilih salah satu.")]
    public void Read_Wrong_SentenceBesideTheField(string code, string typed, string message)
    {
        var outcome = TemplateRules.Read(Template, new Dictionary<string, string> { ["teks"] = "isi", [code] = typed });

        var refusal = Assert.Single(outcome.Refusals);
        Assert.Equal((message, TemplateRules.FieldOf(code)), (refusal.Message, refusal.Field));
    }

    [Fact]
    public void Read_TooLong_SaysHowLong()
    {
        var outcome = TemplateRules.Read(Template, new Dictionary<string, string> { ["teks"] = new('a', 201) });

        Assert.Equal("Teks paling banyak 200 huruf.", Assert.Single(outcome.Refusals).Message);
    }

    [Theory]
    [InlineData("teks", "a\u0000b\nc", "a b c")]
    [InlineData("panjang", " a\r\nb ", "a\nb")]
    [InlineData("tanggal", "3/8/2026", "2026-08-03")]
    [InlineData("angka", "001250000", "001250000")]
    public void Read_Right_StoredClean(string code, string typed, string stored)
    {
        var outcome = TemplateRules.Read(Template, new Dictionary<string, string> { ["teks"] = "isi", [code] = typed });

        Assert.Equal(stored, outcome.Value[code]);
    }

    [Fact]
    public void Read_OptionalEmpty_NotStored() =>
        Assert.Equal(["teks"], TemplateRules.Read(Template, new Dictionary<string, string> { ["teks"] = "isi", ["panjang"] = " " }).Value.Keys);

    [Theory]
    [InlineData("tanggal", "2026-08-03", "3 Agustus 2026")]
    [InlineData("angka", "1250000", "1250000")]
    [InlineData("teks", "apa adanya", "apa adanya")]
    public void Printed_AsTheLetterSaysIt(string code, string stored, string printed) =>
        Assert.Equal(printed, TemplateRules.Printed(Template.FindField(code)!, stored));

    [Fact]
    public void Typed_Date_AsItWasTyped() => Assert.Equal("03/08/2026", TemplateRules.Typed(Template.FindField("tanggal")!, "2026-08-03"));
}
