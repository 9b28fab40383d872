using DinsosIntranet.Features.Dispositions;
using DinsosIntranet.Features.Dispositions.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Features.Dispositions;

public sealed class StandingDispositionServiceTests
{
    private static CreateStandingDisposition Command { get; } = new()
    {
        StandardCode = "dtks",
        StepId = TestData.Disposing,
        ToDeskCode = "kabid-linjamsos",
        Instructions = ["proses-lanjut"],
        From = new DateOnly(2026, 11, 23),
        Until = new DateOnly(2026, 11, 30),
    };

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Forward_WhileOneHolds_DisposedAtOnceAndListedForReview(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        await CreateAsync(agency, "ratna");

        var request = await agency.Data.RequestAtAsync(TestData.Agenda);
        await ForwardAsync(agency, request.Id);

        await using var db = agency.OpenDb();
        Assert.Equal(TestData.Assigning, (await db.WorkItems.SingleAsync()).StepId);
        var review = Assert.Single(await agency.Get<DispositionQueries>().ReviewsAsync(await agency.ActorAsync("ratna")));
        Assert.Equal((1, request.Number), (review.Count, Assert.Single(review.Latest).Number));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Review_AsFarAsShown_WhatCameLaterStays(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var standing = await CreateAsync(agency, "ratna");
        await ForwardAsync(agency, (await agency.Data.RequestAtAsync(TestData.Agenda)).Id);
        var shownUntil = agency.Time.Now;
        agency.Time.Advance(TimeSpan.FromMinutes(1));
        await ForwardAsync(agency, (await agency.Data.RequestAtAsync(TestData.Agenda)).Id);

        var outcome = await agency.Get<StandingDispositionService>().ReviewAsync(standing.Id, shownUntil, await agency.ActAsync("ratna"));

        Assert.True(outcome.IsOk, outcome.Message);
        Assert.Equal(1, (await agency.Get<DispositionQueries>().CountAsync(await agency.ActorAsync("ratna"))).ToReview);
    }

    [Fact]
    public async Task Revoke_ByGiver_NextRequestWaits()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var standing = await CreateAsync(agency, "ratna");

        await agency.Get<StandingDispositionService>().RevokeAsync(standing.Id, await agency.ActAsync("ratna"));
        await ForwardAsync(agency, (await agency.Data.RequestAtAsync(TestData.Agenda)).Id);

        await using var db = agency.OpenDb();
        Assert.Equal(TestData.Disposing, (await db.WorkItems.SingleAsync()).StepId);
    }

    [Fact]
    public async Task Create_ByStandIn_EndsWithTheirTime()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        await agency.StandInAsync("hendra", "ratna", days: 0);
        var standing = await CreateAsync(agency, "hendra");

        agency.Time.Advance(TimeSpan.FromDays(1));
        await ForwardAsync(agency, (await agency.Data.RequestAtAsync(TestData.Agenda)).Id);

        await using var db = agency.OpenDb();
        Assert.Equal("Hendra Gunawan, Plh. Kepala Dinas Sosial", standing.FromText);
        Assert.Equal(TestData.Disposing, (await db.WorkItems.SingleAsync()).StepId);
    }

    [Fact]
    public async Task Create_WhileAnotherHolds_RefusedAndNotKept()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        await CreateAsync(agency, "ratna");

        var outcome = await agency.Get<StandingDispositionService>().CreateAsync(Command with { From = Command.Until }, await agency.ActAsync("ratna"));

        await using var db = agency.OpenDb();
        Assert.Equal((nameof(Command.From), 1), (Assert.Single(outcome.Refusals).Field, await db.StandingDispositions.CountAsync()));
    }

    [Fact]
    public async Task Create_ForAnotherDesksStep_Forbidden()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        var outcome = await agency.Get<StandingDispositionService>().CreateAsync(Command, await agency.ActAsync("asep"));

        Assert.Equal(OutcomeKind.Forbidden, outcome.Kind);
    }

    private static async Task<StandingDisposition> CreateAsync(TestAgency agency, string userName) =>
        (await agency.Get<StandingDispositionService>().CreateAsync(Command, await agency.ActAsync(userName))).Value;

    private static async Task ForwardAsync(TestAgency agency, Guid id)
    {
        var outcome = await agency.Get<DispositionService>().ForwardAsync(new ForwardToHead { RequestId = id, Urgency = Urgency.Normal }, await agency.ActAsync("dedi"));
        Assert.True(outcome.IsOk, outcome.Message);
    }
}
