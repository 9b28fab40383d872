using Bunit;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Intake.Pages;
using DinsosIntranet.Shared.Drafts;
using DinsosIntranet.Tests.Support;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Features.Intake.Pages;

public sealed class NewRequestPageTests : CounterComponentTest
{
    private const string UnknownNik = "3602995206859001";

    [Fact]
    public void Enter_OnAnUnknownNik_BeginsANewPersonWithWhatTheNikSays()
    {
        var page = RenderForm();

        NewPerson(page);

        Assert.Equal(
            (UnknownNik, "12/06/1985", "Female"),
            (page.Find("#applicant-nik").GetAttribute("value"), page.Find("#applicant-birthdate").GetAttribute("value"), page.Find("#applicant-sex").GetAttribute("value")));
    }

    [Fact]
    public async Task Enter_OnAKnownNik_UsesThatPersonAndRecordsTheOpening()
    {
        var person = TestData.Person("Siti Nurhayati");
        await Agency.Data.RegisterAsync(TestData.Request() with { Applicant = person });
        var page = RenderForm();

        Search(page, person.Nik);
        page.WaitForAssertion(() => Assert.Contains("Siti Nurhayati", page.Find(".di-hasil").TextContent));
        page.Act(() => page.Find("#search").KeyDown(new KeyboardEventArgs { Key = "Enter" }));

        page.WaitForAssertion(() => Assert.Contains("✓ Dipakai", page.Find(".di-hasil .dipilih").TextContent));
        Assert.Empty(page.FindAll("#applicant-nik"));
        Assert.Contains(await Agency.TrailAsync(), r => r.Act == "orang.buka");
    }

    [Fact]
    public async Task NikTyped_OfAKnownPerson_OffersTheDataThereIs()
    {
        var person = TestData.Person("Siti Nurhayati");
        await Agency.Data.RegisterAsync(TestData.Request() with { Applicant = person });
        var page = RenderForm();
        page.Act(() => page.Find("[data-orang-baru]").Click());

        page.WaitForElement("#applicant-nik");
        page.Act(() => page.Find("#applicant-nik").Input(person.Nik));

        page.WaitForAssertion(() => Assert.Contains("Orang ini sudah tercatat. Pakai data yang ada?", page.Markup));
    }

    [Theory]
    [InlineData("36029952068500", "NIK harus 16 angka; baru 14 angka. Periksa lagi di KTP.")]
    [InlineData("3602993002850001", "Tanggal lahir di NIK tidak ada di kalender. Bila KTP memang begitu, isi alasan.")]
    public void NikLeft_WithAFault_SaysSoBesideIt(string nik, string message)
    {
        var page = RenderForm();
        page.Act(() => page.Find("[data-orang-baru]").Click());

        page.WaitForElement("#applicant-nik");
        page.Act(() => page.Find("#applicant-nik").Input(nik));
        page.Act(() => page.Find("#applicant-nik").Blur());

        page.WaitForAssertion(() => Assert.Equal(message, page.Find("#applicant-nik-salah").TextContent));
    }

    [Fact]
    public void Save_WithFaults_KeepsWhatWasTypedAndLinksToEachField()
    {
        var page = RenderForm();
        NewPerson(page);
        page.Act(() => page.Find("#applicant-name").Input("Siti Aminah"));

        page.Act(() => page.Find("[data-utama]").Click());

        page.WaitForAssertion(() => Assert.Equal(
            ["#applicant-address", "#applicant-districtcode", "#purposecode", "#requirements"],
            page.FindAll(".di-galat a").Select(a => a.GetAttribute("href"))));
        Assert.Equal("Siti Aminah", page.Find("#applicant-name").GetAttribute("value"));
    }

    [Fact]
    public void Save_NobodyChosenThenNewPerson_SearchIsNoFaultAnyMore()
    {
        var page = RenderForm();
        page.Act(() => page.Find("[data-utama]").Click());
        page.WaitForElement("#search-salah");

        page.Act(() => page.Find("[data-orang-baru]").Click());

        page.WaitForElement("#applicant-nik");
        Assert.Empty(page.FindAll("#search-salah"));
    }

    [Fact]
    public void Save_BirthDateUnreadable_IsRefusedBesideIt()
    {
        var page = RenderForm();
        Fill(page);
        page.Act(() => page.Find("#applicant-birthdate").Change("31/02/1985"));

        page.Act(() => page.Find("[data-utama]").Click());

        page.WaitForElement("#applicant-birthdate-salah");
        Assert.Equal("31/02/1985", page.Find("#applicant-birthdate").GetAttribute("value"));
        using var db = Agency.OpenDb();
        Assert.Empty(db.ServiceRequests.ToList());
    }

    [Fact]
    public void Save_Complete_ShowsNumberAndReceiptAndRemovesTheDraft()
    {
        var page = RenderForm();
        Fill(page);

        page.Act(() => page.Find("[data-utama]").Click());

        page.WaitForAssertion(() => Assert.Equal("DTKS-2026-0001", page.Find("h2").TextContent), TimeSpan.FromSeconds(10));
        Assert.StartsWith("/cetak/surat/", page.Find("a[data-utama]").GetAttribute("href"));
        using var db = Agency.OpenDb();
        Assert.Empty(db.Drafts.ToList());
        Assert.Single(db.ServiceRequests.AsNoTracking().ToList(), r => r.CompletedAt is not null);
    }

    [Fact]
    public void Save_PapersFollow_IsAcceptedWithoutThem()
    {
        var page = RenderForm();
        Fill(page);
        page.Act(() => page.Find("#syarat-formulir").Change(false));

        page.Act(() => page.FindAll("button").Single(b => b.TextContent.Trim() == "Simpan, berkas menyusul").Click());

        page.WaitForAssertion(() => Assert.Contains("Jam belum berjalan", page.Find(".terdaftar").TextContent), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Open_WithADraft_BringsItBackWithItsRequestId()
    {
        var draft = new IntakeDraft { Source = ApplicantSource.New, Applicant = TestData.Person("Siti Aminah"), PurposeCode = "pip", Present = ["formulir"] };
        await Agency.Get<DraftStore>().SaveAsync(Nani.UserId, DraftKeys.NewRequest, draft);

        var page = RenderForm();

        Assert.Equal("Siti Aminah", page.Find("#applicant-name").GetAttribute("value"));
        Assert.Equal(draft.RequestId, page.FindComponent<RequirementChecklist>().Instance.OwnerId);
        Assert.Contains("1 dari 2 ada", page.Markup);
    }

    [Fact]
    public async Task Leave_WhileTyping_SavesTheDraft()
    {
        var page = RenderForm();
        NewPerson(page);
        page.Act(() => page.Find("#applicant-name").Input("Siti Aminah"));

        await DisposeComponentsAsync();

        var saved = await Agency.Get<DraftStore>().FindAsync<IntakeDraft>(Nani.UserId, DraftKeys.NewRequest);
        Assert.Equal("Siti Aminah", saved?.Content.Applicant.Name);
    }

    [Fact]
    public void WithoutNik_ReasonChosen_IsEnough()
    {
        var page = RenderForm();
        Fill(page);
        page.Act(() => page.Find("#applicant-nik").Input(""));
        page.Act(() => page.Find(".orang-tanpa input").Change(true));
        page.Act(() => page.Find("#applicant-nonikreason").Change("Belum perekaman KTP-el"));

        page.Act(() => page.Find("[data-utama]").Click());

        page.WaitForAssertion(() => Assert.Equal("DTKS-2026-0001", page.Find("h2").TextContent), TimeSpan.FromSeconds(10));
    }

    private static void Search(IRenderedComponent<NewRequest> page, string text) => page.Act(() => page.Find("#search").Input(text));

    private static void NewPerson(IRenderedComponent<NewRequest> page)
    {
        Search(page, UnknownNik);
        page.WaitForAssertion(() => Assert.Contains("NIK ini belum tercatat", page.Find(".di-hasil").TextContent));
        page.Act(() => page.Find("#search").KeyDown(new KeyboardEventArgs { Key = "Enter" }));
        page.WaitForElement("#applicant-nik");
    }

    private static void Fill(IRenderedComponent<NewRequest> page)
    {
        NewPerson(page);
        page.Act(() => page.Find("#applicant-name").Input("Siti Aminah"));
        page.Act(() => page.Find("#applicant-districtcode").Change("36.02.17"));
        page.Act(() => page.Find("#applicant-villagecode").Change("36.02.17.2011"));
        page.Act(() => page.Find("#applicant-address").Input("Kp. Sawah RT 008/RW 002"));
        page.Act(() => page.Find("#purposecode").Change("pip"));
        page.Act(() => page.Find("#syarat-kartu-identitas").Change(true));
        page.Act(() => page.Find("#syarat-formulir").Change(true));
    }

    private IRenderedComponent<NewRequest> RenderForm(string? service = "dtks")
    {
        var page = Render<NewRequest>();
        page.WaitForElement("#search");
        if (service is not null)
        {
            page.Act(() => page.Find("#standardcode").Change(service));
        }

        return page;
    }
}
