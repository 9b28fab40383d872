using DinsosIntranet.Features.VictimCases;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;

namespace DinsosIntranet.Tests.Features.VictimCases;

/// <summary>Somebody asked for advice and went again: counted, and nobody can be found in it.</summary>
public sealed class ConsultationBookTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Record_Twice_CountedOnceByMonthAndTopic(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var book = agency.Get<ConsultationBook>();
        var command = New();

        Assert.True((await book.RecordAsync(command, await agency.ActAsync("nani"))).IsOk);
        Assert.Equal(OutcomeKind.Conflict, (await book.RecordAsync(command, await agency.ActAsync("nani"))).Kind);
        Assert.True((await book.RecordAsync(New() with { Topic = "hukum" }, await agency.ActAsync("sari"))).IsOk);

        var month = Assert.Single(await book.MonthsAsync(await agency.ActorAsync("ratna")));
        Assert.Equal((new DateOnly(2026, 11, 1), 2), (month.First, month.Count));
        Assert.Equal(["Jalur hukum dan pelaporan", "Kekerasan dalam rumah tangga"], month.Topics.Select(t => t.Topic).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Record_NothingChosen_EachFieldRefused()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        var outcome = await agency.Get<ConsultationBook>().RecordAsync(new RecordConsultation { Id = Guid.CreateVersion7() }, await agency.ActAsync("nani"));

        Assert.Equal(["Channel", "Topic", "Result"], outcome.Refusals.Select(r => r.Field));
    }

    [Theory]
    [InlineData("dedi")]
    [InlineData("maman")]
    [InlineData("ratna")]
    [InlineData("admin")]
    public async Task Record_ByOthers_Forbidden(string by)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        Assert.Equal(OutcomeKind.Forbidden, (await agency.Get<ConsultationBook>().RecordAsync(New(), await agency.ActAsync(by))).Kind);
    }

    private static RecordConsultation New() => new() { Id = Guid.CreateVersion7(), Channel = "telepon", Topic = "kdrt", Result = "cukup" };
}
