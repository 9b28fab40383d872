using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.Repatriation;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Features.Repatriation;

/// <summary>Migrants brought home: both branches to their end, who may read, and that nobody travels twice a day.</summary>
public sealed class RepatriationServiceTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Fact]
    public async Task Yes_TwoPeople_TeamSignedThenHandedOver()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var id = await agency.Data.RepatriationToPlanAsync();
        var service = agency.Data.Repatriation;
        Ok(await service.SubmitTeamAsync(id, agency.Data.Journey(), await agency.ActAsync("yayah")));
        Assert.Equal("Surat tugas tim belum terbit.", (await service.FormTeamAsync(id, await agency.ActAsync("yayah"))).Message);
        await SignAsync(agency, id, LetterKinds.Assignment);
        Ok(await service.FormTeamAsync(id, await agency.ActAsync("yayah")));
        Ok(await service.DepartAsync(id, Today, await agency.ActAsync("yayah")));
        var people = (await service.RevealAsync(id, await agency.ActAsync("gilang"))).Value.Content.Migrants;

        var accused = await service.HandOverAsync(id, people[0].Id, TestData.MigrantHandOver(TestData.MigrantAccused), await agency.ActAsync("yayah"));
        Assert.StartsWith("Berhenti", Assert.Single(accused.Refusals).Message, StringComparison.Ordinal);
        foreach (var migrant in people)
        {
            Ok(await service.HandOverAsync(id, migrant.Id, TestData.MigrantHandOver(), await agency.ActAsync("yayah")));
        }

        await using var db = agency.OpenDb();
        Assert.Equal(WorkStatus.Done, (await db.WorkItems.SingleAsync()).Status);
        Assert.NotNull((await db.WorkClocks.SingleAsync(c => c.Kind == ClockKind.Promise)).EndedAt);
        Assert.Equal((Today, Today), await db.RepatriationFiles.Select(f => ValueTuple.Create(f.DepartedOn!.Value, f.ArrivedOn!.Value)).SingleAsync());
        Assert.DoesNotContain(TestData.MigrantName, (await db.RepatriationFiles.SingleAsync()).Payload, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_ReferredWithLetterAndSlip_PaperNamesNobody()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var id = await agency.Data.RepatriationToVerifyAsync();
        var service = agency.Data.Repatriation;
        Ok(await service.VerifyAsync(id, isFulfilled: false, false, false, "bukan-warga", await agency.ActAsync("yayah")));
        Ok(await service.SubmitReferralAsync(id, "Dinas Sosial Kabupaten Contoh", "Jalan Contoh 1", await agency.ActAsync("yayah")));
        var letter = await SignAsync(agency, id, LetterKinds.RepatriationReferral);

        var words = PdfText.Text(await agency.Get<PaperArchive>().ReadAsync(letter.IssuedFileId!.Value));
        Assert.Contains("LEMBAR BALIK RUJUKAN", words, StringComparison.Ordinal);
        Assert.DoesNotContain(TestData.MigrantName, words, StringComparison.Ordinal);
        Assert.Equal("slipReturnedOn", Assert.Single((await service.FinishReferralAsync(id, null, await agency.ActAsync("yayah"))).Refusals).Field);
        Ok(await service.FinishReferralAsync(id, Today, await agency.ActAsync("yayah")));
        await using var db = agency.OpenDb();
        Assert.Equal(WorkStatus.Referred, (await db.WorkItems.SingleAsync()).Status);
    }

    [Theory]
    [InlineData("yayah", true)]
    [InlineData("wahyu", true)]
    [InlineData("ratna", true)]
    [InlineData("gilang", false)]
    [InlineData("nani", false)]
    [InlineData("admin", false)]
    public async Task Reveal_ByRole_DivisionAndHeadOnly(string user, bool may)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var id = await agency.Data.RepatriationToPlanAsync();

        Assert.Equal(may, (await agency.Data.Repatriation.RevealAsync(id, await agency.ActAsync(user))).IsOk);
    }

    [Fact]
    public async Task Team_PersonOrVehicleTaken_SaidForWhichCode()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var (first, second) = (await agency.Data.RepatriationToPlanAsync(), await agency.Data.RepatriationToPlanAsync());
        Ok(await agency.Data.Repatriation.SubmitTeamAsync(first, agency.Data.Journey(), await agency.ActAsync("yayah")));

        var person = await agency.Data.Repatriation.SubmitTeamAsync(second, agency.Data.Journey("Elf A 77 BC", driver: "yusup"), await agency.ActAsync("yayah"));
        var vehicle = await agency.Data.Repatriation.SubmitTeamAsync(second, agency.Data.Journey("Avanza A1234XY", driver: "yusup", lead: "wahyu"), await agency.ActAsync("yayah"));

        Assert.Equal(("Members[0].Name", "Vehicle"), (Assert.Single(person.Refusals).Field, Assert.Single(vehicle.Refusals).Field));
        Assert.Contains("PULANG-2026-0001", person.Message, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Team_TwoJourneysAtOnce_OneGetsTheVehicle(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var (first, second) = (await agency.Data.RepatriationToPlanAsync(), await agency.Data.RepatriationToPlanAsync());
        (Guid Id, PlanJourney Plan)[] plans = [(first, agency.Data.Journey()), (second, agency.Data.Journey(driver: "yusup", lead: "wahyu"))];
        var act = await agency.ActAsync("yayah");

        var both = await Task.WhenAll(plans.Select(p => Task.Run(() => agency.Data.Repatriation.SubmitTeamAsync(p.Id, p.Plan, act))));

        Assert.Single(both, o => o.IsOk);
        Assert.Equal("Vehicle", Assert.Single(Assert.Single(both, o => !o.IsOk).Refusals).Field);
    }

    private static async Task<Letter> SignAsync(TestAgency agency, Guid requestId, string kind)
    {
        await using var db = agency.OpenDb();
        var id = await db.Letters.Where(l => l.RequestId == requestId && l.Kind == kind).Select(l => l.Id).SingleAsync();
        var signed = await agency.Get<LetterService>().ApproveAsync(TestData.Approve(id, SigningMode.AgencySeal), await agency.ActAsync("ratna"));
        Assert.True(signed.IsOk, signed.Message);
        return signed.Value;
    }

    private static void Ok(Outcome outcome) => Assert.True(outcome.IsOk, outcome.Message);
}
