using DinsosIntranet.Features.VictimCases.Domain;

namespace DinsosIntranet.Tests.Features.VictimCases.Domain;

public sealed class CarryOverTests
{
    private const string Worker = "Sari Wulandari, Petugas PPPA";

    [Fact]
    public void Of_SecondVictim_NextClientCodeAndNothingOfTheReporter()
    {
        var (values, from) = CarryOver.Of(
            CaseBlocks.Victim,
            [Filled(CaseBlocks.Reporter, 1, ("status", "korban"), (CaseBlocks.Name, "Melati")), Filled(CaseBlocks.Victim, 1, (CaseBlocks.ClientCode, "K-01"))],
            Worker);

        Assert.Equal(new Dictionary<string, string> { [CaseBlocks.ClientCode] = "K-02" }, values);
        Assert.Empty(from);
    }

    [Fact]
    public void Of_FirstVictimWhoReported_OwnNameIsNotAskedForAgain()
    {
        var reporter = Filled(CaseBlocks.Reporter, 1, ("status", "korban"), (CaseBlocks.Name, "Melati"));

        var (values, from) = CarryOver.Of(CaseBlocks.Victim, [reporter], Worker);

        Assert.Equal(("K-01", "Melati"), (values[CaseBlocks.ClientCode], values[CaseBlocks.Name]));
        Assert.Equal([reporter], from);
    }

    [Theory]
    [InlineData(CaseBlocks.Outreach, CaseBlocks.Worker)]
    [InlineData(CaseBlocks.Service, CaseBlocks.Worker)]
    [InlineData(CaseBlocks.Assessment, CaseBlocks.Assessor)]
    [InlineData(CaseBlocks.Plan, CaseBlocks.Responsible)]
    public void Of_WhatSomebodyDid_BeginsWithTheirOwnName(string kind, string field) =>
        Assert.Equal(Worker, CarryOver.Of(kind, [], Worker).Values[field]);

    private static FilledBlock Filled(string kind, int ordinal, params (string Field, string Value)[] values) =>
        new(Guid.CreateVersion7(), kind, ordinal, null, BlockValues.From(values.ToDictionary(v => v.Field, v => v.Value)));
}
