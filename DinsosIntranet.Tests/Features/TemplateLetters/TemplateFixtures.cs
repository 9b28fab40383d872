using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.TemplateLetters;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Features.Standards;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Features.TemplateLetters;

/// <summary>The example that comes with the program, imported as an administrator would, and requests walked along it.</summary>
internal static class TemplateFixtures
{
    public const string Code = "reaktivasi-pbi-jk";

    public static string Json { get; } = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "data", "standard-examples", Code + ".json"));

    public static async Task ImportAsync(TestAgency agency)
    {
        var imported = await StandardImportServiceTests.ImportAsync(agency, Json, null);
        Assert.True(imported.IsOk, imported.Message);
        var planned = await StandardScheduleServiceTests.PlanAsync(agency, 1, new DateOnly(2026, 11, 23), code: Code);
        Assert.True(planned.IsOk, planned.Message);
    }

    public static async Task<TestAgency> StartAsync(DatabaseProvider provider)
    {
        var agency = await TestAgency.StartAsync(provider);
        await ImportAsync(agency);
        return agency;
    }

    /// <summary>A request at the step that composes the letter, registered by nani and found worthy by yusup.</summary>
    public static async Task<RegisteredRequest> AtComposingAsync(this TestAgency agency)
    {
        var request = await agency.Data.RegisterAsync(new RegisterRequest
        {
            RequestId = Guid.CreateVersion7(),
            StandardCode = Code,
            ChannelCode = "tatap-muka",
            Applicant = TestData.Person(),
            Requirements = [new("ktp-kk", true), new("kartu-jkn", true), new("surat-berobat", true)],
        });
        Ok(await agency.Get<DeskService>().MoveAsync(new MoveRequest { RequestId = request.Id, StepId = "2-verifikasi", Outcome = "layak" }, await agency.ActAsync("yusup")));
        return request;
    }

    public static Dictionary<string, string> Typed() => new()
    {
        ["nomor-kartu"] = "0001234567890",
        ["nonaktif-sejak"] = "01/10/2026",
        ["sebab"] = "Desil di luar ketentuan",
        ["fasilitas"] = "RSUD dr. Adjidarmo",
        ["surat-fasilitas"] = "445/1021/RSUD/2026",
        ["keterangan"] = "",
    };

    public static async Task<Outcome> ComposeAsync(this TestAgency agency, Guid requestId, Dictionary<string, string>? typed = null, Guid? seen = null, string by = "yusup") =>
        await agency.Get<TemplateLetterService>().SaveAsync(new ComposeLetter { RequestId = requestId, Typed = typed ?? Typed(), Seen = seen }, await agency.ActAsync(by));

    public static async Task<Guid?> VersionAsync(this TestAgency agency, Guid requestId) => (await agency.Get<TemplateLetterQueries>().PanelAsync(requestId)).Version;

    public static async Task<Letter> TemplateLetterAsync(this TestAgency agency, Guid requestId)
    {
        await using var db = agency.OpenDb();
        return await db.Letters.AsNoTracking().Where(l => l.RequestId == requestId && l.Kind == LetterKinds.FromTemplate && l.Status != LetterStatus.Voided).OrderByDescending(l => l.Id).FirstAsync();
    }

    /// <summary>Composed, submitted and signed with the agency's seal by the head of the division.</summary>
    public static async Task<Letter> IssuedAsync(this TestAgency agency, Guid requestId)
    {
        Ok(await agency.ComposeAsync(requestId));
        Ok(await agency.Get<TemplateLetterService>().SubmitAsync(requestId, await agency.ActAsync("yusup")));
        Ok(await agency.Data.ApproveAsync((await agency.TemplateLetterAsync(requestId)).Id, SigningMode.AgencySeal));
        return await agency.TemplateLetterAsync(requestId);
    }

    public static void Ok(Outcome outcome) => Assert.True(outcome.IsOk, $"{outcome.Kind}: {outcome.Message}");
}
