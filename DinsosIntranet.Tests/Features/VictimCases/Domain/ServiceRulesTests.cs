using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Tests.Support;

namespace DinsosIntranet.Tests.Features.VictimCases.Domain;

public sealed class ServiceRulesTests
{
    [Fact]
    public void Check_SafeReturn_Nothing() => Assert.Empty(ServiceRules.Check(BlockValues.From(TestData.ReturnValues()), Accused()));

    [Theory]
    [InlineData("Jarwo Brandal")]
    [InlineData("JARWO  BRANDAL")]
    [InlineData("Bpk. Jarwo Brandal")]
    [InlineData("Brandal, Jarwo")]
    [InlineData("Jarwo")]
    public void Check_ReceiverIsTheAccused_Stopped(string receiver) =>
        Assert.Equal(ServiceRules.Receiver, Assert.Single(ServiceRules.Check(BlockValues.From(TestData.ReturnValues(receiver)), Accused())).Field);

    [Theory]
    [InlineData(ServiceRules.Safety, "tidak-aman")]
    [InlineData(ServiceRules.ReceiverChecked, "tidak")]
    public void Check_NotSafeOrNotChecked_Stopped(string field, string value)
    {
        var service = BlockValues.From(TestData.ReturnValues());
        service[field] = value;

        Assert.Equal(field, Assert.Single(ServiceRules.Check(service, [])).Field);
    }

    [Fact]
    public void Check_OutOfTheShelterBeforeIn_Refused()
    {
        var service = new BlockValues { [ServiceRules.ShelterIn] = "2026-11-22", [ServiceRules.ShelterOut] = "2026-11-21" };

        Assert.Equal(ServiceRules.ShelterOut, Assert.Single(ServiceRules.Check(service, [])).Field);
    }

    [Theory]
    [InlineData("Wati", "Sri Wati", true)]
    [InlineData("Wati Suryani", "Wati Kenanga", false)]
    [InlineData("", "Wati", false)]
    public void IsSameName_TwoNames_AllWordsOfTheShorter(string one, string other, bool expected) => Assert.Equal(expected, ServiceRules.IsSameName(one, other));

    [Fact]
    public void WithAccusedReceiver_AccusedWrittenDownAfterwards_Named()
    {
        var blocks = Accused();
        blocks.Add(new FilledBlock(Guid.CreateVersion7(), CaseBlocks.Service, 3, null, BlockValues.From(TestData.ReturnValues(TestData.AccusedName))));

        Assert.Equal(3, Assert.Single(ServiceRules.WithAccusedReceiver(blocks)).Ordinal);
    }

    private static List<FilledBlock> Accused() =>
        [new FilledBlock(Guid.CreateVersion7(), CaseBlocks.Accused, 1, null, BlockValues.From([KeyValuePair.Create(CaseBlocks.Name, TestData.AccusedName)]))];
}
