using DinsosIntranet.Features.PublicInformation;
using DinsosIntranet.Features.PublicInformation.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;

namespace DinsosIntranet.Tests.Features.PublicInformation;

public sealed class InformationRegisterTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Page_EachFilter_ShowsWhatItAdmits(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var refused = await agency.Data.InformationAtAsync(TestData.InformationRefusing, (InformationAnswers.Detail, "Daftar korban"));
        var given = await agency.Data.InformationAtAsync(TestData.InformationHandingOver);
        await agency.Data.RegisterAsync();
        var lilis = await agency.ActorAsync("lilis");
        var register = agency.Get<InformationRegister>();

        async Task<IEnumerable<string>> NumbersAsync(RegisterFilter filter) => (await register.PageAsync(filter, 1, lilis)).Rows.Select(r => r.Number);

        Assert.Equal([given.Number, refused.Number], await NumbersAsync(new RegisterFilter()));
        Assert.Equal([refused.Number], await NumbersAsync(new RegisterFilter { Status = RegisterStatus.Excluded }));
        Assert.Equal([refused.Number], await NumbersAsync(new RegisterFilter { Status = RegisterStatus.Unanswered }));
        Assert.Equal([given.Number], await NumbersAsync(new RegisterFilter { Status = RegisterStatus.Granted }));
        Assert.Equal([refused.Number], await NumbersAsync(new RegisterFilter { OnlyFlagged = true }));
        Assert.Equal([given.Number], await NumbersAsync(new RegisterFilter { Text = given.Number }));
        Assert.Empty(await NumbersAsync(new RegisterFilter { Until = new DateOnly(2020, 1, 1) }));
        Assert.Empty(await NumbersAsync(new RegisterFilter { Status = RegisterStatus.Withdrawn }));
    }

    [Fact]
    public async Task Row_Answered_HasTheColumnsOfTheLaw()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        await agency.Data.InformationAtAsync(TestData.InformationHandingOver);

        var row = Assert.Single((await agency.Get<InformationRegister>().PageAsync(new RegisterFilter(), 1, await agency.ActorAsync("lilis"))).Rows);

        Assert.Equal(
            ("Siti Aminah", "Mahasiswa", "081200000001, pemohon@contoh.id", "dikuasai", "softcopy", "meminta salinan", "Diberikan seluruhnya", "", "Tidak dipungut biaya"),
            (row.ApplicantName, row.Occupation, row.Contact, row.Held, row.Form, row.Kind, row.Decision, row.RefusalGround, row.Fee));
        Assert.Contains("Cikulur", row.Address, StringComparison.Ordinal);
        Assert.NotNull(row.NoticeOn);
        Assert.Null(row.GivenOn);
    }

    [Theory]
    [InlineData("yusup")]
    [InlineData("admin")]
    public async Task Page_NotForThisRole_IsEmpty(string user)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        await agency.Data.RegisterAsync(TestData.InformationRequest());

        Assert.Equal(0, (await agency.Get<InformationRegister>().PageAsync(new RegisterFilter(), 1, await agency.ActorAsync(user))).Count);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Export_ReadBack_HoldsEveryRowOnceAndItsTextAsTyped(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        await agency.Data.RegisterAsync(TestData.InformationRequest((InformationAnswers.Detail, "=1+1")));
        await agency.Data.RegisterAsync(TestData.InformationRequest());
        using var file = new MemoryStream();

        await agency.Get<InformationExport>().WriteAsync(file, new RegisterFilter(), await agency.ActorAsync("lilis"));

        var sheet = SheetWriterTests.Open(file.ToArray());
        Assert.Equal("Informasi yang diminta", sheet.Cells[0, 8].Value?.ToString());
        Assert.Equal(["INFO-2026-0001", "INFO-2026-0002"], Enumerable.Range(1, 2).Select(r => sheet.Cells[r, 1].Value?.ToString()));
        Assert.Null(sheet.Cells[3, 1].Value);
        Assert.Equal("=1+1", sheet.Cells[1, 8].Value?.ToString());
        Assert.DoesNotContain("<f>", SheetWriterTests.Part(file.ToArray(), "xl/worksheets/sheet1.xml"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lilis", OutcomeKind.Ok, "informasi.ekspor")]
    [InlineData("nani", OutcomeKind.Forbidden, "ditolak:informasi.ekspor")]
    public async Task RecordExport_EachRole_StandsInTheTrail(string user, OutcomeKind kind, string act)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        var outcome = await agency.Get<InformationExport>().RecordAsync(new RegisterFilter { Status = RegisterStatus.Excluded }, await agency.ActAsync(user));

        Assert.Equal(kind, outcome.Kind);
        Assert.Contains(await agency.TrailAsync(), r => r.Act == act);
    }

    [Fact]
    public async Task Download_OverHttp_IsAWorkbookForThoseWhoMay()
    {
        await using var agency = await TestAgency.StartSiteAsync();
        await agency.Data.RegisterAsync(TestData.InformationRequest());
        using var lilis = await SignedInAsync(agency, "lilis");
        using var nani = await SignedInAsync(agency, "nani");

        using var answer = await lilis.GetAsync(InformationEndpoints.ExportPath + "?status=belum-dijawab");

        Assert.Equal("INFO-2026-0001", SheetWriterTests.Open(await answer.Content.ReadAsByteArrayAsync()).Cells[1, 1].Value?.ToString());
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, (await nani.GetAsync(InformationEndpoints.ExportPath)).StatusCode);
    }

    private static async Task<HttpClient> SignedInAsync(TestAgency agency, string user)
    {
        // Owned and disposed by the client.
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }, disposeHandler: true) { BaseAddress = agency.Address };
        var page = await client.GetStringAsync("/masuk");
        var token = System.Text.RegularExpressions.Regex.Match(page, "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["_handler"] = "masuk",
            ["__RequestVerificationToken"] = token,
            ["Input.Nama"] = user,
            ["Input.Sandi"] = DinsosIntranet.App.Demo.DemoAgency.Password,
        });
        await client.PostAsync("/masuk", form);
        return client;
    }
}
