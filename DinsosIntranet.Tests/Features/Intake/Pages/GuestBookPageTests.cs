using Bunit;
using DinsosIntranet.Features.Intake.Pages;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Tests.Support;

namespace DinsosIntranet.Tests.Features.Intake.Pages;

public sealed class GuestBookPageTests : CounterComponentTest
{
    [Fact]
    public void Submit_EmptyForm_SaysWhatIsMissingBesideTheFields()
    {
        var page = RenderBook();

        page.Act(() => page.Find("form").Submit());

        page.WaitForAssertion(() => Assert.Equal(["Isi nama lengkap.", "Isi keperluan tamu."], page.FindAll(".di-field .di-pesan-salah").Select(e => e.TextContent)));
        Assert.Equal(["#name", "#purpose"], page.FindAll(".di-galat a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public void Submit_FilledForm_ListsTheGuestAndEmptiesTheForm()
    {
        var page = RenderBook();
        page.Act(() => page.Find("#name").Change("Siti Aminah"));
        page.Act(() => page.Find("#purpose").Change("Surat keterangan DTKS"));
        page.Act(() => page.Find("#idcardleft").Change("KTP"));

        page.Act(() => page.Find("form").Submit());

        page.WaitForAssertion(() => Assert.Contains("Tamu 001", page.Find("tbody tr").TextContent));
        Assert.Equal("", page.Find("#name").GetAttribute("value") ?? "");
        Assert.Equal(["Kembalikan KTP", "Buat permohonan"], page.FindAll("tbody .rz-button").Select(b => b.TextContent.Trim()));
    }

    [Fact]
    public async Task OtherCounterAddsAGuest_ListMovesByItself()
    {
        var page = RenderBook();

        await Agency.Get<GuestBookService>().AddAsync(new AddGuest { Name = "Rohman", Purpose = "Bertemu Kabid" }, await Agency.ActAsync("tati"));

        page.WaitForAssertion(() => Assert.Contains("Bertemu Kabid", page.Find("tbody tr").TextContent));
    }

    [Fact]
    public async Task Dispose_PageLeft_NobodyListensAnyMore()
    {
        var before = Agency.Get<ChangeFeed>().ListenerCount;
        RenderBook();

        await DisposeComponentsAsync();

        Assert.Equal(before, Agency.Get<ChangeFeed>().ListenerCount);
    }

    private IRenderedComponent<GuestBook> RenderBook()
    {
        var page = Render<GuestBook>();
        page.WaitForElement("form");
        return page;
    }
}
