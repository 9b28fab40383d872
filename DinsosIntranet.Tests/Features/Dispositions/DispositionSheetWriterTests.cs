using DinsosIntranet.Features.Dispositions;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;

namespace DinsosIntranet.Tests.Features.Dispositions;

public sealed class DispositionSheetWriterTests
{
    [Fact]
    public async Task Print_Twice_CountsTheCopiesAndNamesThePrinter()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RequestAtAsync(TestData.Checking);
        await PrintAsync(agency, request.Id, "dedi");

        var text = PdfText.Text((await PrintAsync(agency, request.Id, "dedi")).Value.Pdf);

        Assert.Contains("Dicetak Dedi Supriatna, Sekretariat", text, StringComparison.Ordinal);
        Assert.Contains("cetakan ke-2", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TestData.Agenda)]
    [InlineData(TestData.Disposing)]
    [InlineData(TestData.Checking)]
    public async Task Print_SmallPaperAtAnyStep_OnePage(string stepId)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RequestAtAsync(stepId);

        var sheet = await agency.Get<DispositionSheetWriter>().PrintAsync(request.Id, small: true, await agency.ActAsync("dedi"));

        Assert.Equal(1, PdfText.Pages(sheet.Value.Pdf));
    }

    [Fact]
    public async Task Print_DisposedByStandIn_SignedWithPlhAndOwnName()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RequestAtAsync(TestData.Disposing);
        await agency.StandInAsync("hendra", "ratna");
        await agency.Get<DispositionService>().GiveAsync(TestData.ToDivision(request.Id), await agency.ActAsync("hendra"));

        var text = PdfText.Text((await PrintAsync(agency, request.Id, "dedi")).Value.Pdf);

        Assert.Contains("Plh. KEPALA DINAS SOSIAL", text, StringComparison.Ordinal);
        Assert.Contains("Hendra Gunawan, S.Sos., M.AP.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ratna", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Print_ByAdministrator_Forbidden()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RequestAtAsync(TestData.Disposing);

        Assert.Equal(OutcomeKind.Forbidden, (await PrintAsync(agency, request.Id, "admin")).Kind);
    }

    [Fact]
    public async Task Print_FileName_CarriesTheNumberOnly()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RequestAtAsync(TestData.Disposing);

        Assert.Equal($"lembar-disposisi-{request.Number}.pdf", (await PrintAsync(agency, request.Id, "ratna")).Value.FileName);
    }

    private static async Task<Outcome<DispositionSheetFile>> PrintAsync(TestAgency agency, Guid id, string by) =>
        await agency.Get<DispositionSheetWriter>().PrintAsync(id, small: false, await agency.ActAsync(by));
}
