using System.Text.Json;
using DinsosIntranet.Tests.Support;

namespace DinsosIntranet.Tests.Data;

/// <summary>The plain lists of the data folder: each entry has a code of its own and a text.</summary>
public sealed class DataFilesTests
{
    [Theory]
    [InlineData("dtks/purposes.json", "purposes", "name", 7)]
    [InlineData("dtks/programmes.json", "programmes", "name", 11)]
    [InlineData("dispositions/instructions.json", "instructions", "text", 14)]
    public void List_Entries_HaveUniqueCodesAndTexts(string file, string list, string text, int count)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(RepositoryRoot.Data(file)));
        var entries = document.RootElement.GetProperty(list).EnumerateArray().ToList();

        Assert.Equal(count, entries.Select(e => e.GetProperty("code").GetString()).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(count, entries.Count);
        Assert.All(entries, e => Assert.False(string.IsNullOrWhiteSpace(e.GetProperty(text).GetString())));
    }

    [Fact]
    public void Purposes_CeilingAndDays_AreSensibleOrOpen()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(RepositoryRoot.Data("dtks/purposes.json")));

        Assert.All(document.RootElement.GetProperty("purposes").EnumerateArray(), purpose =>
        {
            var desil = purpose.GetProperty("maximumDesil");
            var days = purpose.GetProperty("validDays");
            Assert.True(desil.ValueKind == JsonValueKind.Null || desil.GetInt32() is >= 1 and <= 10);
            Assert.True(days.ValueKind == JsonValueKind.Null || days.GetInt32() > 0);
        });
    }
}
