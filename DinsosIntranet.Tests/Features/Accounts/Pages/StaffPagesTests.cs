using Bunit;
using DinsosIntranet.Features.Accounts.Domain;
using DinsosIntranet.Features.Accounts.Pages;
using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Tests.Support;

namespace DinsosIntranet.Tests.Features.Accounts.Pages;

public sealed class StaffPagesTests() : AccountsComponentTest("admin")
{
    [Fact]
    public async Task List_SearchByName_ShowsThatPersonOnly()
    {
        var page = Render<StaffListPage>();
        page.WaitForElement("tbody tr");

        await page.InvokeAsync(() => page.Find("#cari-pegawai").ChangeAsync(new() { Value = "rohaeni" }));

        page.WaitForAssertion(() => Assert.Equal("Nani Rohaeni", Assert.Single(page.FindAll("tbody tr")).QuerySelector("a")!.TextContent));
    }

    [Fact]
    public async Task List_NobodyMatches_SaysWhatToDo()
    {
        var page = Render<StaffListPage>();

        await page.InvokeAsync(() => page.Find("#cari-pegawai").ChangeAsync(new() { Value = "tak ada" }));

        page.WaitForAssertion(() => Assert.Contains("Tidak ada pegawai yang cocok.", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task New_FilledIn_ShowsTheCodeOnce()
    {
        var page = Render<NewStaffPage>();
        await FillAsync(page, "baru");
        await page.InvokeAsync(() => page.Find("#peran0-Role").ChangeAsync(new() { Value = "front-office" }));

        await page.InvokeAsync(() => page.Find("footer .rz-primary").ClickAsync(new()));

        var code = page.WaitForElement("[data-kode]").TextContent;
        Assert.True((await Agency.Get<ActivationService>().ActivateAsync(
            new ActivateAccount { UserName = "baru", Code = code, Password = "tujuh gajah berenang pelan", Repeated = "tujuh gajah berenang pelan" }, "tes")).IsOk);
    }

    [Fact]
    public async Task New_EmptyOrTaken_ErrorsBesideTheFieldsAndTypingStays()
    {
        var page = Render<NewStaffPage>();
        await FillAsync(page, "nani");

        await page.InvokeAsync(() => page.Find("footer .rz-primary").ClickAsync(new()));
        Assert.Equal("Pilih paling sedikit satu peran.", page.Find("#peran0-Role-salah").TextContent);
        await page.InvokeAsync(() => page.Find("#peran0-Role").ChangeAsync(new() { Value = "front-office" }));
        await page.InvokeAsync(() => page.Find("footer .rz-primary").ClickAsync(new()));

        page.WaitForAssertion(() => Assert.Equal("Nama pengguna ini sudah dipakai akun lain.", page.Find("#UserName-salah").TextContent));
        Assert.Equal("nani", page.Find("#UserName").GetAttribute("value"));
        Assert.Equal("#UserName", page.Find(".di-galat a").GetAttribute("href"));
    }

    [Fact]
    public async Task New_TwoRolesOneWithoutUnit_ErrorBesideThatOne()
    {
        var page = Render<NewStaffPage>();
        await FillAsync(page, "baru");
        await page.InvokeAsync(() => page.Find("#peran0-Role").ChangeAsync(new() { Value = "front-office" }));
        await page.InvokeAsync(() => page.FindAll("button").First(b => b.TextContent.Contains("Tambah peran lain", StringComparison.Ordinal)).ClickAsync(new()));
        await page.InvokeAsync(() => page.Find("#peran1-Role").ChangeAsync(new() { Value = "kepala-bidang" }));

        await page.InvokeAsync(() => page.Find("footer .rz-primary").ClickAsync(new()));

        page.WaitForAssertion(() => Assert.Equal("Kepala Bidang perlu unit.", page.Find("#peran1-UnitCode-salah").TextContent));
        Assert.Empty(page.FindAll("#peran0-UnitCode-salah"));
    }

    [Fact]
    public void New_OddNip_WarnsWithoutBlocking()
    {
        var page = Render<NewStaffPage>();

        page.Act(() => page.Find("#Nip").Change("199502302020122021"));

        Assert.Contains("tidak ada di kalender", page.Find("#Nip-ingat").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Member_Unknown_SaysSo()
    {
        var page = Render<StaffMemberPage>(p => p.Add(m => m.Id, Guid.CreateVersion7()));

        page.WaitForAssertion(() => Assert.Contains("Pegawai ini tidak ditemukan.", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Member_NewName_Saved()
    {
        var page = Member("tati");

        await page.InvokeAsync(() => page.Find("#FullName").ChangeAsync(new() { Value = "Tati S. Dewi" }));
        await page.InvokeAsync(() => Button(page, "Simpan perubahan").ClickAsync(new()));

        page.WaitForAssertion(() => Assert.Contains("Perubahan disimpan.", page.Find(".di-pesan").TextContent, StringComparison.Ordinal));
        Assert.Equal("Tati S. Dewi", (await Agency.ActorAsync("tati")).Name);
    }

    [Fact]
    public async Task Member_SecretRole_ProposedAndCanBeWithdrawn()
    {
        var page = Member("tati");
        await page.InvokeAsync(() => page.Find("#tambah-Role").ChangeAsync(new() { Value = "pekerja-sosial" }));
        await page.InvokeAsync(() => page.Find("#tambah-UnitCode").ChangeAsync(new() { Value = "pppa" }));

        await page.InvokeAsync(() => Button(page, "Usulkan peran").ClickAsync(new()));
        page.WaitForAssertion(() => Assert.Contains("Menunggu persetujuan", page.Markup, StringComparison.Ordinal));
        await page.InvokeAsync(() => page.Find("[aria-label='Tarik usulan Pekerja Sosial']").ClickAsync(new()));

        page.WaitForAssertion(() => Assert.Contains("Ditarik Rudi Hartono", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Member_NoRoleChosen_ErrorAtTheField()
    {
        var page = Member("tati");

        await page.InvokeAsync(() => Button(page, "Tambah peran").ClickAsync(new()));

        Assert.Equal("Pilih peran.", page.Find("#tambah-Role-salah").TextContent);
    }

    [Fact]
    public void Member_Oneself_NothingToChangeAboutRolesOrAccess()
    {
        var page = Member("admin");

        Assert.Empty(page.FindAll("#tambah-Role"));
        Assert.DoesNotContain(page.FindAll("button"), b => b.TextContent.Contains("Nonaktifkan", StringComparison.Ordinal) || b.TextContent.Contains("Cabut", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Member_AwaitsActivation_NewCodeWithoutQuestion()
    {
        await Agency.Get<AccountAdministration>().ResetPasswordAsync(Agency.UserId("tati"), false, await Agency.ActAsync("admin"));
        var page = Member("tati");

        await page.InvokeAsync(() => Button(page, "Buat kode baru").ClickAsync(new()));

        page.WaitForAssertion(() => Assert.NotEmpty(page.Find("[data-kode]").TextContent));
    }

    [Fact]
    public async Task Member_RoleGivenElsewhere_AppearsAndTypingStays()
    {
        var page = Member("tati");
        await page.InvokeAsync(() => page.Find("#FullName").ChangeAsync(new() { Value = "Sedang diketik" }));

        await Agency.Get<RoleService>().AddAsync(Agency.UserId("tati"), new RoleChoice(StaffRole.Secretariat, "sekretariat"), await Agency.ActAsync("admin"));

        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("[aria-label='Cabut peran Sekretariat']")), TimeSpan.FromSeconds(5));
        Assert.Equal("Sedang diketik", page.Find("#FullName").GetAttribute("value"));
    }

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<StaffMemberPage> page, string text) =>
        page.FindAll("button").Single(b => b.TextContent.Trim() == text);

    private static async Task FillAsync(IRenderedComponent<NewStaffPage> page, string userName)
    {
        page.WaitForElement("#FullName");
        await page.InvokeAsync(() => page.Find("#FullName").ChangeAsync(new() { Value = "Orang Baru" }));
        await page.InvokeAsync(() => page.Find("#UserName").ChangeAsync(new() { Value = userName }));
        await page.InvokeAsync(() => page.Find("#Position").ChangeAsync(new() { Value = "Front Office" }));
    }

    private IRenderedComponent<StaffMemberPage> Member(string userName)
    {
        var page = Render<StaffMemberPage>(p => p.Add(m => m.Id, Agency.UserId(userName)));
        page.WaitForElement("#FullName");
        return page;
    }
}
