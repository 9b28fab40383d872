using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.PublicInformation;
using DinsosIntranet.Features.PublicInformation.Domain;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;

namespace DinsosIntranet.Tests.Features.PublicInformation;

public sealed class InformationFiguresTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Of_AYear_CountsEachRequestOnceAndTheGroundsOfRefusals(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        await agency.Data.InformationAtAsync(TestData.InformationHandingOver);
        var refused = await agency.Data.InformationAtAsync(TestData.InformationRefusing);
        var lilis = await agency.ActAsync("lilis");
        await agency.Data.Information.SubmitRefusalAsync(refused.Id, "", lilis);
        await agency.Data.SignBesideAsync(refused.Id, LetterKinds.InformationRefusal);
        Assert.True((await agency.Data.Information.ConveyRefusalAsync(refused.Id, DeliveryWay.Post, lilis)).IsOk);
        await agency.Data.RegisterAsync(TestData.InformationRequest());

        var figures = await agency.Get<InformationFigures>().OfAsync(2026, lilis.Actor);

        Assert.Equal((3, 1, 1, 1, 0), (figures!.Received, figures.Granted, figures.Excluded, figures.Unanswered, figures.Late));
        Assert.Equal(0d, figures.AverageDays);
        Assert.Equal([("a", 1), ("h", 1)], figures.Grounds.Select(g => (g.Code, g.Requests)));
    }

    [Fact]
    public async Task Of_UnansweredPastTheLimit_IsLate_OtherYearsAreEmpty()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        await agency.Data.RegisterAsync(TestData.InformationRequest());
        agency.Time.Advance(TimeSpan.FromDays(30));
        var lilis = await agency.ActorAsync("lilis");

        Assert.Equal((1, 1), ((await agency.Get<InformationFigures>().OfAsync(2026, lilis))!.Received, (await agency.Get<InformationFigures>().OfAsync(2026, lilis))!.Late));
        Assert.Equal(0, (await agency.Get<InformationFigures>().OfAsync(2025, lilis))!.Received);
        Assert.Null(await agency.Get<InformationFigures>().OfAsync(2026, await agency.ActorAsync("yusup")));
    }
}
