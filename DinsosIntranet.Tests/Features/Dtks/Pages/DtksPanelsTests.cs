using Bunit;
using DinsosIntranet.Features.Dtks.Pages;
using DinsosIntranet.Shared.Drafts;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Features.Dtks.Pages;

public sealed class DtksPanelsTests : PanelTest
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Save_NothingChosen_RefusedBesideTheFieldsAndTypedTextStays()
    {
        var request = await Agency.Data.RequestAtAsync(TestData.Checking);
        var panel = await ShowAsync<DtksCheckPanel>(request.Id, "yusup");
        panel.Act(() => panel.Find("#FamilyId").Input("3602-99-0001"));

        await panel.InvokeAsync(() => panel.Find("button[data-utama]").ClickAsync());

        panel.WaitForAssertion(() => Assert.NotEmpty(panel.FindAll(".di-galat")), Patience);
        Assert.Equal(["Pilih hasil pengecekan.", "Pilih desil 1 sampai 10, atau belum diperingkat."], panel.FindAll(".di-pesan-salah").Select(e => e.TextContent));
        Assert.Equal("3602-99-0001", panel.Find("#FamilyId").GetAttribute("value"));
        Assert.Empty(Done);
    }

    [Fact]
    public async Task Choose_DecileAboveThePurpose_WarnedNotRefused()
    {
        var request = await Agency.Data.RequestAtAsync(TestData.Checking);
        var panel = await ShowAsync<DtksCheckPanel>(request.Id, "yusup");
        panel.Act(() => panel.Find("#IsRegistered").Change(true));
        panel.Act(() => panel.Find("#Decile").Change("6"));
        panel.WaitForAssertion(
            () => Assert.Equal("Desil 6 melebihi batas tujuan ini (5). Penanda tangan yang memutuskan.", panel.Find(".di-pesan-ingat").TextContent), Patience);

        await panel.InvokeAsync(() => panel.Find("button[data-utama]").ClickAsync());

        panel.WaitForAssertion(() => Assert.Equal(["Hasil cek tersimpan. Periksa konsep surat, lalu ajukan."], Done), Patience);
    }

    [Fact]
    public async Task Choose_NotRegistered_HidesWhatDoesNotApplyAndNamesTheSheet()
    {
        var request = await Agency.Data.RequestAtAsync(TestData.Checking);
        var panel = await ShowAsync<DtksCheckPanel>(request.Id, "yusup");

        panel.Act(() => panel.FindAll("input[name=hasil-cek]")[1].Change(true));

        Assert.Empty(panel.FindAll("#Decile, #FamilyId, input[type=checkbox]"));
        Assert.Equal("Simpan, cetak lembar informasi", panel.Find("button[data-utama]").TextContent.Trim());
    }

    [Fact]
    public async Task Type_ThenComeBack_DraftIsThereForItsOwnerOnly()
    {
        var request = await Agency.Data.RequestAtAsync(TestData.Checking);
        var panel = await ShowAsync<DtksCheckPanel>(request.Id, "yusup");
        panel.Act(() => panel.Find("#FamilyId").Input("3602-99-0001"));
        panel.WaitForAssertion(() => Assert.StartsWith("draf tersimpan pukul", panel.Find("header .di-kecil").TextContent, StringComparison.Ordinal), Patience);

        var again = await ShowAsync<DtksCheckPanel>(request.Id, "yusup");
        var colleague = await ShowAsync<DtksCheckPanel>(request.Id, "euis");

        Assert.Equal("3602-99-0001", again.Find("#FamilyId").GetAttribute("value"));
        Assert.True(string.IsNullOrEmpty(colleague.Find("#FamilyId").GetAttribute("value")));
    }

    [Fact]
    public async Task Type_ThenLeaveAtOnce_NothingIsLost()
    {
        var request = await Agency.Data.RequestAtAsync(TestData.Checking);
        var panel = await ShowAsync<DtksCheckPanel>(request.Id, "yusup");
        panel.Act(() => panel.Find("#FamilyId").Input("3602-99-0001"));

        await DisposeComponentsAsync();

        var draft = await Agency.Get<DraftStore>().FindAsync<DtksCheckEntry>(Agency.UserId("yusup"), DraftKeys.Step(request.Id, TestData.Checking));
        Assert.Equal("3602-99-0001", draft?.Content.FamilyId);
    }

    [Fact]
    public async Task Show_MayOnlyLook_NoFieldsAndNoButtons()
    {
        var request = await Agency.Data.RequestAtAsync(TestData.Checking);

        var panel = await ShowAsync<DtksCheckPanel>(request.Id, "nani", "Sedang di meja Operator SIKS-NG.");

        Assert.Empty(panel.FindAll("input, select, button"));
        Assert.Contains("Hasil pengecekan belum dicatat.", panel.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reissue_WithoutReason_WarnedWithLinkAndRefused()
    {
        var first = TestData.Request();
        await Agency.Data.RequestAtAsync(TestData.HandingOver, first);
        var second = await Agency.Data.RequestAtAsync(TestData.Checking, TestData.Request() with { Applicant = first.Applicant });
        var panel = await ShowAsync<DtksCheckPanel>(second.Id, "yusup");
        Assert.StartsWith("/cetak/surat/", panel.Find(".di-pesan.ingat a").GetAttribute("href"), StringComparison.Ordinal);
        panel.Act(() => panel.Find("#IsRegistered").Change(true));
        panel.Act(() => panel.Find("#Decile").Change("3"));

        await panel.InvokeAsync(() => panel.Find("button[data-utama]").ClickAsync());

        panel.WaitForAssertion(() => Assert.Equal("Wajib diisi karena surat lama masih berlaku.", panel.Find("#ReissueReason-salah").TextContent), Patience);
    }

    [Fact]
    public async Task Correct_AtPrinting_SavedAndDraftShownAgain()
    {
        var request = await Agency.Data.RequestAtAsync(TestData.Printing);
        var panel = await ShowAsync<DtksPrintPanel>(request.Id, "yusup");
        await panel.InvokeAsync(() => panel.Find("footer .di-garis").ClickAsync());
        panel.Act(() => panel.Find("#Decile").Change("5"));

        await panel.InvokeAsync(() => panel.Find("button[data-utama]").ClickAsync());

        panel.WaitForAssertion(() => Assert.Equal(["Hasil cek diperbaiki. Konsep surat dibuat ulang."], Done), Patience);
        var letter = await Agency.Data.LetterOfAsync(request.Id);
        Assert.Equal($"/cetak/konsep/{letter.Id}/gambar", panel.Find("img").GetAttribute("src"));
    }

    [Fact]
    public async Task Submit_Draft_GoesToTheSigningDesk()
    {
        var request = await Agency.Data.RequestAtAsync(TestData.Printing);
        var panel = await ShowAsync<DtksPrintPanel>(request.Id, "yusup");

        await panel.InvokeAsync(() => panel.Find("button[data-utama]").ClickAsync());

        panel.WaitForAssertion(() => Assert.Equal(["Surat keterangan diajukan untuk ditandatangani."], Done), Patience);
        await using var db = Agency.OpenDb();
        Assert.Equal(TestData.Signing, (await db.WorkItems.SingleAsync()).StepId);
    }
}
