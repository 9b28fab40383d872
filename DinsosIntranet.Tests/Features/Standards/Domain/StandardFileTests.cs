using DinsosIntranet.Features.Standards.Domain;

namespace DinsosIntranet.Tests.Features.Standards.Domain;

public class StandardFileTests
{
    private static readonly string Dtks = File.ReadAllText(Path.Combine(StandardFixtures.DataFolder, "standards", "dtks.json"));

    [Fact]
    public void Parse_RealFile_KeepsTheTextUnchanged()
    {
        var file = StandardFile.Parse(Dtks, "dtks.json").Value;

        Assert.Equal(Dtks, file.Json);
        Assert.Equal("dtks", file.Standard.Code);
    }

    [Theory]
    [InlineData("\"fee\":", "\"fees\":", "fee")]
    [InlineData("\"terbuka\"", "\"gelap\"", "$.confidentiality")]
    [InlineData("\"version\": 1", "\"version\": null", "$.version")]
    [InlineData("\"version\": 1,", "\"version\": 1, \"version\": 2,", "version")]
    [InlineData("\"branch\": \"ya\"", "\"branch\": 0", "$.steps[4].outcomes[0].branch")]
    [InlineData("\"code\": \"dtks\",", "", "code")]
    public void Parse_WrongFile_RefusedWithThePlace(string text, string replacement, string place)
    {
        var outcome = StandardFile.Parse(Dtks.Replace(text, replacement), "dtks.json");

        Assert.False(outcome.IsOk);
        Assert.Contains(place, outcome.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{ \"code\": ")]
    public void Parse_NoStandardAtAll_Refused(string json) => Assert.False(StandardFile.Parse(json, "x.json").IsOk);
}
