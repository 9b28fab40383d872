using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.PublicInformation;
using DinsosIntranet.Features.PublicInformation.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Features.PublicInformation;

/// <summary>The letter to the body that holds the information, beside the notice to the applicant.</summary>
public sealed class InformationReferralTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Referral_SubmittedSignedSent_InTheRegisterAndTheStory(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var id = await HeldElsewhereAsync(agency);
        var lilis = await agency.ActAsync("lilis");
        Ok(await agency.Data.Information.SubmitReferralAsync(id, new ReferralInput { Address = "Jl. Contoh 1\nRangkasbitung" }, lilis));
        var letter = await agency.Data.SignBesideAsync(id, LetterKinds.InformationReferral, by: "hendra");

        Ok(await agency.Data.Information.SendReferralAsync(id, DeliveryWay.Post, lilis));

        Assert.Equal((LetterStatus.Issued, "400.14/001/Dinsos/XI/2026"), (letter.Status, letter.Number));
        var pdf = await agency.Get<PaperArchive>().ReadAsync(letter.IssuedFileId!.Value);
        Assert.Equal(1, PdfText.Pages(pdf));
        var words = PdfText.Text(pdf);
        Assert.Contains("Pimpinan Badan Pusat Statistik Kabupaten Lebak", words, StringComparison.Ordinal);
        Assert.Contains("Rangkasbitung", words, StringComparison.Ordinal);
        var row = Assert.Single((await agency.Get<InformationRegister>().PageAsync(new RegisterFilter(), 1, lilis.Actor)).Rows);
        Assert.Equal(("Badan Pusat Statistik Kabupaten Lebak, surat 400.14/001/Dinsos/XI/2026", new DateOnly(2026, 11, 23)), (row.OtherBody, row.ReferredOn));
        await using var db = agency.OpenDb();
        Assert.Contains(await db.HistoryEntries.Select(h => h.Title).ToListAsync(), t => t == "Surat penerusan permohonan informasi nomor 400.14/001/Dinsos/XI/2026 dikirim: pos");
        Assert.Equal(OutcomeKind.Conflict, (await agency.Data.Information.SendReferralAsync(id, DeliveryWay.Post, lilis)).Kind);
    }

    [Fact]
    public async Task Referral_UnderWay_RequestIsNotClosedBeforeItIsSent()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var id = await HeldElsewhereAsync(agency);
        var lilis = await agency.ActAsync("lilis");
        Ok(await agency.Data.Information.SubmitReferralAsync(id, new ReferralInput { Address = "Jl. Contoh 1" }, lilis));
        Ok(await agency.Data.Information.SubmitNoticeAsync(id, new NoticeInput(), lilis));
        await agency.Data.SignBesideAsync(id, LetterKinds.InformationNotice);

        var early = await agency.Data.Information.ConveyNoticeAsync(id, DeliveryWay.Post, lilis);
        Ok(await agency.Data.Information.RecallAsync(id, LetterKinds.InformationReferral, lilis));

        Assert.Contains("belum dicatat terkirim", early.Message, StringComparison.Ordinal);
        Ok(await agency.Data.Information.ConveyNoticeAsync(id, DeliveryWay.Post, lilis));
    }

    [Fact]
    public async Task Referral_WrongInput_RefusedBesideItsField()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var id = await HeldElsewhereAsync(agency);
        var lilis = await agency.ActAsync("lilis");

        Assert.Equal("Address", Assert.Single((await agency.Data.Information.SubmitReferralAsync(id, new ReferralInput(), lilis)).Refusals).Field);
        Assert.Equal("Note", Assert.Single((await agency.Data.Information.SubmitReferralAsync(id, new ReferralInput { Address = "x", Note = new string('x', 601) }, lilis)).Refusals).Field);
        Assert.Equal(OutcomeKind.Refused, (await agency.Data.Information.SendReferralAsync(id, DeliveryWay.Post, lilis)).Kind);
        await using var db = agency.OpenDb();
        Assert.False(await db.Letters.AnyAsync(l => l.Kind == LetterKinds.InformationReferral));
    }

    [Fact]
    public async Task Referral_OfWhatIsHeldHere_Refused()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.InformationAtAsync(TestData.InformationProviding);

        Assert.Equal(OutcomeKind.Refused, (await agency.Data.Information.SubmitReferralAsync(request.Id, new ReferralInput { Address = "x" }, await agency.ActAsync("lilis"))).Kind);
    }

    private static async Task<Guid> HeldElsewhereAsync(TestAgency agency)
    {
        var request = await agency.Data.InformationAtAsync(TestData.InformationDeciding);
        Ok(await agency.Data.Information.DecideAsync(
            request.Id,
            new DecisionInput { Decision = InformationDecision.NotHeld, NotHeld = NotHeldKind.HeldByOtherBody, OtherBody = "Badan Pusat Statistik Kabupaten Lebak" },
            await agency.ActAsync("lilis")));
        return request.Id;
    }

    private static void Ok(Outcome outcome) => Assert.True(outcome.IsOk, outcome.Message);
}
