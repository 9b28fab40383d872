using DinsosIntranet.Features.Objections;
using DinsosIntranet.Features.Objections.Domain;
using DinsosIntranet.Features.PublicInformation;
using DinsosIntranet.Features.PublicInformation.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Shared.Text;
using DinsosIntranet.Tests.Support;

namespace DinsosIntranet.Tests.Features.Objections;

public sealed class ObjectionRegisterTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Register_Answered_HasTheColumnsOfTheLawAndTheExcelReadsBack(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var objection = await agency.Data.AnsweredObjectionAsync();
        var nani = await agency.ActAsync("nani");
        await agency.Data.Objections.ConveyAsync(objection.Id, DeliveryWay.Collect, nani);
        await agency.Data.Objections.RespondAsync(objection.Id, ObjectionResponse.Satisfied, "", nani);
        var register = agency.Get<ObjectionRegister>();

        var row = Assert.Single((await register.PageAsync(new ObjectionFilter(), 1, await agency.ActorAsync("lilis"))).Rows);

        Assert.Equal(
            ("KBR/1/2026", "Siti Aminah", "Mahasiswa", "INFO-2026-0001", "Skripsi", "Diterima seluruhnya", new DateOnly(2026, 11, 23), "Ratna Kusumawardani, Kepala Dinas", "Menerima tanggapan"),
            (row.Number, row.ApplicantName, row.Occupation, row.RequestNumber, row.Purpose, row.Decision, row.AnsweredOn, row.Superior, row.Response));
        Assert.StartsWith("a. Permohonan ditolak", row.Grounds, StringComparison.Ordinal);
        using var file = new MemoryStream();
        await agency.Get<ObjectionExport>().WriteAsync(file, new ObjectionFilter(), await agency.ActorAsync("lilis"));
        var sheet = SheetWriterTests.Open(file.ToArray());
        Assert.Equal("Keputusan atasan PPID", sheet.Cells[0, 13].Value?.ToString());
        Assert.Equal(("KBR/1/2026", "Diterima seluruhnya"), (sheet.Cells[1, 1].Value?.ToString(), sheet.Cells[1, 13].Value?.ToString()));
        Assert.Null(sheet.Cells[2, 1].Value);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Page_EachFilter_ShowsWhatItAdmits(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var waiting = await agency.Data.ObjectionAsync();
        var decided = await agency.Data.AnsweredObjectionAsync();
        var withdrawn = await agency.Data.ObjectionAsync();
        await agency.Data.Objections.WithdrawAsync(withdrawn.Id, "Batal.", await agency.ActAsync("nani"));
        var lilis = await agency.ActorAsync("lilis");
        async Task<IEnumerable<string>> NumbersAsync(ObjectionFilter filter) => (await agency.Get<ObjectionRegister>().PageAsync(filter, 1, lilis)).Rows.Select(r => r.Number).Order(StringComparer.Ordinal);

        Assert.Equal([waiting.Number, decided.Number, withdrawn.Number], await NumbersAsync(new ObjectionFilter()));
        Assert.Equal([waiting.Number], await NumbersAsync(ObjectionFilter.Of("menunggu", null, null)));
        Assert.Equal([decided.Number], await NumbersAsync(ObjectionFilter.Of("diputus", null, null)));
        Assert.Empty(await NumbersAsync(ObjectionFilter.Of("dijawab", null, null)));
        Assert.Equal([withdrawn.Number], await NumbersAsync(ObjectionFilter.Of("ditarik", null, null)));
        Assert.Equal([decided.Number], await NumbersAsync(new ObjectionFilter { Text = decided.Number }));
        Assert.Equal([waiting.Number], await NumbersAsync(new ObjectionFilter { Text = "INFO-2026-0001" }));
        Assert.Empty(await NumbersAsync(new ObjectionFilter { Until = new DateOnly(2020, 1, 1) }));
    }

    [Theory]
    [InlineData("yusup")]
    [InlineData("admin")]
    public async Task Page_NotForThisRole_IsEmpty(string user)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var objection = await agency.Data.ObjectionAsync();

        Assert.Equal(0, (await agency.Get<ObjectionRegister>().PageAsync(new ObjectionFilter(), 1, await agency.ActorAsync(user))).Count);
        Assert.Null(await agency.Get<ObjectionQueries>().FindAsync(objection.Id, await agency.ActorAsync(user)));
    }

    [Theory]
    [InlineData("lilis", OutcomeKind.Ok, "keberatan.ekspor")]
    [InlineData("nani", OutcomeKind.Forbidden, "ditolak:keberatan.ekspor")]
    public async Task RecordExport_EachRole_StandsInTheTrail(string user, OutcomeKind kind, string act)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        Assert.Equal(kind, (await agency.Get<ObjectionExport>().RecordAsync(new ObjectionFilter(), await agency.ActAsync(user))).Kind);
        Assert.Contains(await agency.TrailAsync(), r => r.Act == act);
    }

    [Fact]
    public async Task Figures_OfTheYear_CountObjectionsByOutcome()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        await agency.Data.ObjectionAsync();
        var won = await agency.Data.AnsweredObjectionAsync(ObjectionDecision.AcceptedInPart);
        await agency.Data.Objections.ConveyAsync(won.Id, DeliveryWay.Collect, await agency.ActAsync("nani"));
        var lost = await agency.Data.AnsweredObjectionAsync(ObjectionDecision.Rejected);
        await agency.Data.Objections.ConveyAsync(lost.Id, DeliveryWay.Collect, await agency.ActAsync("nani"));
        var withdrawn = await agency.Data.ObjectionAsync();
        await agency.Data.Objections.WithdrawAsync(withdrawn.Id, "Batal.", await agency.ActAsync("nani"));

        var figures = (await agency.Get<InformationFigures>().OfAsync(2026, await agency.ActorAsync("lilis")))!.Objections;

        Assert.Equal((4, 0, 1, 1, 1, 1, 0), (figures.Received, figures.Accepted, figures.AcceptedInPart, figures.Rejected, figures.Withdrawn, figures.Open, figures.Late));
    }
}

/// <summary>Who decides objections, as administrators set it.</summary>
public sealed class SuperiorServiceTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Save_AnOfficialOutside_KeptAndInTheTrail(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var service = agency.Get<SuperiorService>();

        Assert.Equal(SuperiorPlace.HeadOfAgency, (await service.FindAsync()).Place);
        Assert.True((await service.SaveAsync(new SuperiorInput { Place = SuperiorPlace.Outside, Name = "Budi Contoh", Title = "Sekretaris Daerah" }, null, await agency.ActAsync("admin"))).IsOk);

        var kept = await service.FindAsync();
        Assert.Equal((SuperiorPlace.Outside, "Budi Contoh", "Sekretaris Daerah"), (kept.Place, kept.Name, kept.Title));
        Assert.Contains(await agency.TrailAsync(), r => r.Act == "atasan-ppid.ubah");
        Assert.Equal(OutcomeKind.Conflict, (await service.SaveAsync(new SuperiorInput(), null, await agency.ActAsync("admin"))).Kind);
    }

    [Theory]
    [InlineData("", "Sekretaris Daerah", nameof(SuperiorInput.Name))]
    [InlineData("Budi Contoh", "", nameof(SuperiorInput.Title))]
    public async Task Save_OutsideWithoutAName_RefusedBesideItsField(string name, string title, string field)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        var outcome = await agency.Get<SuperiorService>().SaveAsync(new SuperiorInput { Place = SuperiorPlace.Outside, Name = name, Title = title }, null, await agency.ActAsync("admin"));

        Assert.Equal(field, Assert.Single(outcome.Refusals).Field);
    }

    [Fact]
    public async Task Save_NotAnAdministrator_Forbidden()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        Assert.Equal(OutcomeKind.Forbidden, (await agency.Get<SuperiorService>().SaveAsync(new SuperiorInput { Place = SuperiorPlace.Outside, Name = "Budi Contoh", Title = "Sekda" }, null, await agency.ActAsync("ratna"))).Kind);
    }
}
