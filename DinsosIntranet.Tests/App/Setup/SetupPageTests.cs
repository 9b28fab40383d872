using System.Net;
using DinsosIntranet.App.Setup;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.App.Setup;

/// <summary>The set-up as it is done: on an empty database outside Development, over HTTP.</summary>
public sealed class SetupPageTests
{
    private const string Password = "tujuh gajah berenang pelan";

    private static readonly (string, string)[] Agency =
    [
        ("AgencyForm.Name", "Dinas Sosial"), ("AgencyForm.RegencyCode", "53.10"), ("AgencyForm.Seat", "Ruteng"), ("AgencyForm.TimeZoneId", "Asia/Makassar"),
        ("AgencyForm.AddressLines", "Jl. Contoh No. 1"), ("AgencyForm.UnitCodeInNumbers", "Dinsos"), ("AgencyForm.HelpLine", "Administrator"),
    ];

    private static readonly (string, string)[] Administrator =
        [("AdministratorForm.UserName", "rudi"), ("AdministratorForm.FullName", "Rudi Hartono"), ("AdministratorForm.Password", Password), ("AdministratorForm.Repeated", Password)];

    [Fact]
    public async Task SetUp_FromTheCodeToTheEnd_ThenNotFoundForGood()
    {
        await using var agency = await EmptyAgency.StartAsync(DatabaseProvider.Sqlite, served: true);
        using var browser = new SetupBrowser(agency.Address);

        Assert.Equal((HttpStatusCode.Redirect, SetupPage.Address), await WhereAsync(browser.GetAsync("/masuk")));
        Assert.Equal((HttpStatusCode.Redirect, SetupPage.Address), await WhereAsync(browser.GetAsync("/permohonan/baru")));
        await browser.PostAsync(SetupPage.Address, ("Code.Kode", agency.Door.Code.ToLowerInvariant()));
        Assert.Contains("1. Instansi", (await browser.GetAsync(SetupPage.Address)).Text, StringComparison.Ordinal);
        await browser.PostAsync(SetupPage.Address, Agency);
        Assert.Contains("2. Administrator pertama", (await browser.GetAsync(SetupPage.Address)).Text, StringComparison.Ordinal);
        await browser.PostAsync(SetupPage.Address, Administrator);
        Assert.Contains("Kabupaten Manggarai", (await browser.GetAsync(SetupPage.Address)).Text, StringComparison.Ordinal);
        var done = await browser.PostAsync(SetupPage.Address);

        Assert.Equal(HttpStatusCode.OK, done.Status);
        Assert.Contains("Simpan salinan folder kunci", done.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(SetupPage.Address)).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/masuk")).Status);
        await using var db = agency.OpenDb();
        Assert.Equal("Asia/Makassar", (await db.AgencyProfiles.SingleAsync()).TimeZoneId);
    }

    [Fact]
    public async Task SetUp_TwoBrowsers_SecondFindsNothing()
    {
        await using var agency = await EmptyAgency.StartAsync(DatabaseProvider.Sqlite, served: true);
        using var first = new SetupBrowser(agency.Address);
        using var second = new SetupBrowser(agency.Address);
        foreach (var browser in new[] { first, second })
        {
            await browser.PostAsync(SetupPage.Address, ("Code.Kode", agency.Door.Code));
        }

        await first.PostAsync(SetupPage.Address, Agency);
        await first.PostAsync(SetupPage.Address, Administrator);
        var answers = await Task.WhenAll(first.PostAsync(SetupPage.Address), second.PostAsync(SetupPage.Address));

        // The other comes to a page that is gone, or to one whose form has gone while it was on its way.
        Assert.Single(answers, a => a.Status == HttpStatusCode.OK);
        Assert.Single(answers, a => a.Status is HttpStatusCode.NotFound or HttpStatusCode.BadRequest);
        await using var db = agency.OpenDb();
        Assert.Equal(1, await db.AgencyProfiles.CountAsync());
    }

    [Fact]
    public async Task Code_FiveTimesWrong_AnotherOneIsPrinted()
    {
        await using var agency = await EmptyAgency.StartAsync(DatabaseProvider.Sqlite, served: true);
        using var browser = new SetupBrowser(agency.Address);
        var first = agency.Door.Code;
        for (var i = 1; i < SetupDoor.Tries; i++)
        {
            await browser.PostAsync(SetupPage.Address, ("Code.Kode", "SALAH"));
            Assert.Equal(first, agency.Door.Code);
        }

        var fifth = await browser.PostAsync(SetupPage.Address, ("Code.Kode", "SALAH"));

        Assert.Contains("kode baru tercetak di konsol", fifth.Text, StringComparison.Ordinal);
        Assert.NotEqual(first, agency.Door.Code);
        Assert.Contains("Kode penyiapan", (await browser.GetAsync(SetupPage.Address + "?langkah=1")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Agency_WithoutTheCode_NotSaved()
    {
        await using var agency = await EmptyAgency.StartAsync(DatabaseProvider.Sqlite, served: true);
        using var browser = new SetupBrowser(agency.Address);

        await browser.PostAsync(SetupPage.Address, [("_handler", "instansi"), .. Agency]);

        Assert.Null((await agency.Get<SetupService>().ReadAsync()).Agency);
    }

    [Fact]
    public async Task Agency_WrongField_ErrorAndTypingStays()
    {
        await using var agency = await EmptyAgency.StartAsync(DatabaseProvider.Sqlite, served: true);
        using var browser = new SetupBrowser(agency.Address);
        await browser.PostAsync(SetupPage.Address, ("Code.Kode", agency.Door.Code));

        var answer = await browser.PostAsync(SetupPage.Address, [.. Agency, ("AgencyForm.Seat", "Labuan"), ("AgencyForm.UnitCodeInNumbers", "a/b")]);

        Assert.Contains("Kode unit tidak memuat garis miring", answer.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"Labuan\"", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Door_Opened_PrintsTheCodeToTheConsole()
    {
        await using var agency = await EmptyAgency.StartAsync(DatabaseProvider.Sqlite);
        using var console = new StringWriter();

        agency.Door.Open(console);

        Assert.Contains(agency.Door.Code, console.ToString(), StringComparison.Ordinal);
        Assert.Null(agency.Door.Try(agency.Door.Code));
    }

    private static async Task<(HttpStatusCode, string?)> WhereAsync(Task<(HttpStatusCode Status, string? Location, string Text)> answer)
    {
        var (status, location, _) = await answer;
        return (status, location);
    }
}
