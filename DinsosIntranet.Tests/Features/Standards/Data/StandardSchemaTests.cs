using System.Text.Json;
using DinsosIntranet.Features.Standards.Domain;

namespace DinsosIntranet.Tests.Features.Standards.Data;

public class StandardSchemaTests
{
    private static readonly string Folder = Path.Combine(StandardFixtures.DataFolder, "standards");
    private static readonly string Schema = File.ReadAllText(Path.Combine(Folder, "standard.schema.json"));

    public static TheoryData<string> Codes => StandardFixtures.Codes;

    [Theory]
    [MemberData(nameof(Codes))]
    public void File_FollowsTheSchema(string code)
    {
        var json = Text(code);

        Assert.Empty(Errors(json));
        Assert.Contains("\"$schema\": \"./standard.schema.json\"", json);
    }

    [Theory]
    [InlineData("\"fee\":", "\"fees\":")]
    [InlineData("\"version\": 1", "\"version\": 0")]
    [InlineData("\"tatap-muka\", \"text\"", "\"merpati\", \"text\"")]
    [InlineData("\"id\": \"1-terima\"", "\"id\": \"Langkah 1\"")]
    public void Schema_WrongFile_SaysSo(string text, string replacement) =>
        Assert.NotEmpty(Errors(Text("dtks").Replace(text, replacement)));

    /// <summary>The program carries its own copy; the one beside the standards is what editors read.</summary>
    [Fact]
    public void Schema_InTheProgram_IsTheOneBesideTheStandards()
    {
        using var stream = typeof(StandardSchema).Assembly.GetManifestResourceStream("standard.schema.json")!;
        using var reader = new StreamReader(stream);

        Assert.Equal(Schema, reader.ReadToEnd());
    }

    [Fact]
    public void Schema_OffersExactlyTheKnownActions()
    {
        var offered = JsonDocument.Parse(Schema).RootElement.GetProperty("properties").GetProperty("steps").GetProperty("items")
            .GetProperty("properties").GetProperty("action").GetProperty("enum").EnumerateArray().Select(a => a.GetString());

        Assert.Equal(StepActions.All.Select(a => a.Code), offered);
    }

    [Fact]
    public void Schema_OffersExactlyTheKnownUnits() =>
        Assert.All(
            JsonDocument.Parse(Schema).RootElement.GetProperty("$defs").GetProperty("unit").GetProperty("enum").EnumerateArray(),
            unit => Assert.True(PublishedUnits.IsKnown(unit.GetString()!)));

    private static IReadOnlyList<(string Path, string Message)> Errors(string json) => StandardSchema.Check(JsonDocument.Parse(json).RootElement);

    private static string Text(string code) => File.ReadAllText(Path.Combine(Folder, code + ".json"));
}
