using Bunit;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Desks.Pages;
using DinsosIntranet.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace DinsosIntranet.Tests.Features.Desks.Pages;

public sealed class ExclusionBoxTests : PanelTest
{
    [Fact]
    public async Task Add_ChosenPersonAndReason_ListedWithTheWarningAndGoneFromTheChoice()
    {
        var request = await Agency.Data.RequestAtAsync(TestData.Assigning);
        var box = Show(request.Id, "ratna");
        Press(box, "Tambah");
        Assert.Contains("Asep Mulyadi, Kabid Linjamsos", box.Markup, StringComparison.Ordinal);

        await box.InvokeAsync(() => box.Find("#benturan-userid").ChangeAsync(new ChangeEventArgs { Value = Agency.UserId("asep").ToString() }));
        await box.InvokeAsync(() => box.Find("#benturan-reason").ChangeAsync(new ChangeEventArgs { Value = nameof(ExclusionReason.Accused) }));
        Press(box, "Kecualikan");

        box.WaitForAssertion(() => Assert.Contains("Terlapor dalam permohonan ini", box.Find(".di-daftar").TextContent, StringComparison.Ordinal), TimeSpan.FromSeconds(10));
        Assert.Contains("Meja Kabid Linjamsos tidak mempunyai pegawai lain", box.Markup, StringComparison.Ordinal);
        Assert.Contains("Oleh Ratna Kusumawardani, Kepala Dinas", box.Markup, StringComparison.Ordinal);
        Assert.StartsWith("Pegawai dikecualikan dari permohonan ini. Meja Kabid Linjamsos", Assert.Single(Done), StringComparison.Ordinal);
        Press(box, "Tambah");
        Assert.DoesNotContain(box.FindAll("#benturan-userid option"), o => o.TextContent.StartsWith("Asep", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Add_NothingChosen_SaidBesideTheFieldsAndNobodyExcluded()
    {
        var request = await Agency.Data.RequestAtAsync(TestData.Assigning);
        var box = Show(request.Id, "hendra");
        Press(box, "Tambah");

        Press(box, "Kecualikan");

        box.WaitForAssertion(() => Assert.Contains("Pilih alasan.", box.Markup, StringComparison.Ordinal), TimeSpan.FromSeconds(10));
        Assert.Contains("Pilih pegawai.", box.Markup, StringComparison.Ordinal);
        Assert.Equal("true", box.Find("#benturan-reason").GetAttribute("aria-invalid"));
        Assert.Contains("Tidak ada pegawai yang dikecualikan", box.Markup, StringComparison.Ordinal);
        Assert.Empty(Done);
    }

    [Fact]
    public async Task Lift_WithoutThenWithReason_KeptAsLifted()
    {
        var request = await Agency.Data.RequestAtAsync(TestData.Checking);
        await RequestExclusionTests.ExcludeAsync(Agency, request.Id, "euis");
        var box = Show(request.Id, "ratna");
        Press(box, "Cabut");

        Press(box, "Cabut pengecualian");
        box.WaitForAssertion(() => Assert.Contains("Isi alasan pencabutan.", box.Markup, StringComparison.Ordinal), TimeSpan.FromSeconds(10));
        await box.InvokeAsync(() => box.Find("#benturan-cabut-reason").ChangeAsync(new ChangeEventArgs { Value = "keliru orang" }));
        Press(box, "Cabut pengecualian");

        box.WaitForAssertion(() => Assert.Contains("keliru orang", box.Find(".di-daftar").TextContent, StringComparison.Ordinal), TimeSpan.FromSeconds(10));
        Assert.DoesNotContain(box.FindAll("button"), b => b.TextContent.Trim() == "Cabut");
        Assert.Equal(["Pengecualian dicabut."], Done);
    }

    [Fact]
    public async Task Show_ToSomebodyElse_NothingAtAll()
    {
        var request = await Agency.Data.RequestAtAsync(TestData.Checking);
        As("dedi");
        Services.AddSingleton(Agency.Get<RequestExclusions>());

        var box = Render<ExclusionBox>(p => p.Add(c => c.RequestId, request.Id).Add(c => c.OnDone, EventCallback.Factory.Create<string>(this, Done.Add)));

        Assert.Equal("", box.Markup.Trim());
    }

    private IRenderedComponent<ExclusionBox> Show(Guid requestId, string viewer)
    {
        As(viewer);
        Services.AddSingleton(Agency.Get<RequestExclusions>());
        var box = Render<ExclusionBox>(p => p.Add(c => c.RequestId, requestId).Add(c => c.OnDone, EventCallback.Factory.Create<string>(this, Done.Add)));
        box.WaitForAssertion(() => Assert.NotEmpty(box.FindAll("section")), TimeSpan.FromSeconds(10));
        return box;
    }

    private static void Press(IRenderedComponent<ExclusionBox> box, string text) =>
        box.Act(() => box.FindAll("button").First(b => b.TextContent.Trim() == text).Click());
}
