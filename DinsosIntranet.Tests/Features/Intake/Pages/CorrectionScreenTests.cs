using Bunit;
using DinsosIntranet.App.Demo;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Desks.Pages;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Features.Intake.Pages;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DinsosIntranet.Tests.Features.Intake.Pages;

/// <summary>The screens that put right what was written down wrongly: a request's data, its withdrawal, two records of one person.</summary>
public sealed class CorrectionScreenTests : PanelTest
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Correct_ReasonMissing_SaidBesideItAndEverythingTypedStays()
    {
        var request = await Agency.Data.RequestAtAsync(TestData.Checking);
        var page = await CorrectionAsync(request.Id, "yusup");
        page.Act(() => page.Find("#applicant-address").Input("Kp. Baru RT 001/RW 002"));

        await page.InvokeAsync(() => Button(page, "Simpan perbaikan").ClickAsync());

        page.WaitForAssertion(() => Assert.Equal("Isi alasan perbaikan.", page.Find("#reason-salah").TextContent), Patience);
        Assert.Equal("Kp. Baru RT 001/RW 002", page.Find("#applicant-address").GetAttribute("value"));
        Assert.Empty(page.FindAll("#received"));
    }

    [Fact]
    public async Task Correct_Saved_LeadsBackToTheRequest()
    {
        var request = await Agency.Data.RequestAtAsync(TestData.Checking);
        var page = await CorrectionAsync(request.Id, "dedi");
        page.Act(() => page.Find("#applicant-address").Input("Kp. Baru RT 001/RW 002"));
        page.Act(() => page.Find("#reason").Input("salah ketik RT"));

        await page.InvokeAsync(() => Button(page, "Simpan perbaikan").ClickAsync());

        page.WaitForAssertion(() => Assert.EndsWith($"/permohonan/{request.Id}", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal), Patience);
        await using var db = Agency.OpenDb();
        Assert.Equal("Kp. Baru RT 001/RW 002", (await db.Persons.SingleAsync()).Address);
    }

    [Fact]
    public async Task Correct_NikOfSomebodyElse_WayToTheMergeForThoseWhoMay()
    {
        var other = TestData.Person("Dewi Lestari");
        await Agency.Data.RegisterAsync(TestData.Request() with { Applicant = other });
        var request = await Agency.Data.RequestAtAsync(TestData.Checking);
        var page = await CorrectionAsync(request.Id, "dedi");
        page.Act(() => page.Find("#applicant-nik").Input(other.Nik));
        page.Act(() => page.Find("#reason").Input("salah ketik NIK"));

        await page.InvokeAsync(() => Button(page, "Simpan perbaikan").ClickAsync());

        page.WaitForAssertion(() => Assert.StartsWith("/orang/gabung?orang=", page.Find(".di-pesan a[href^='/orang']").GetAttribute("href"), StringComparison.Ordinal), Patience);
        Assert.Equal(CorrectionService.TakenNik, page.Find("#applicant-nik-salah").TextContent);
    }

    [Theory]
    [InlineData("nani", true)]
    [InlineData("yusup", false)]
    public async Task Outdated_LetterAndReceipt_WayOnForEachAndANewReceiptAtTheCounter(string viewer, bool mayRenew)
    {
        var request = await Agency.Data.RequestAtAsync(TestData.Checking);
        Assert.True((await CorrectionServiceTests.CorrectAsync(Agency, request.Id, "dedi", d => d.Applicant.Name = "Siti Aminah Lestari")).IsOk);
        var letterId = Guid.NewGuid();
        As(viewer);
        var actor = await Agency.ActorAsync(viewer);
        var notice = Render<OutdatedPapers>(p => p
            .Add(o => o.RequestId, request.Id)
            .Add(o => o.Papers, [new OutdatedPaper(letterId, "Surat 1", IsReceipt: false, IsSigned: true), new OutdatedPaper(request.ReceiptId, "Tanda terima 1", IsReceipt: true, IsSigned: false)])
            .Add(o => o.OnDone, EventCallback.Factory.Create<string>(this, Done.Add))
            .AddCascadingValue(actor));

        Assert.Equal("Surat 1", notice.Find($"a[href='/surat/{letterId}']").TextContent);
        Assert.Equal(mayRenew, notice.FindAll("button").Count == 1);
        if (mayRenew)
        {
            await notice.InvokeAsync(() => Button(notice, "Buat tanda terima baru").ClickAsync());
            notice.WaitForAssertion(() => Assert.StartsWith("Tanda terima", Assert.Single(Done), StringComparison.Ordinal), Patience);
        }
    }

    [Theory]
    [InlineData("nani", "diperbaiki oleh meja Operator SIKS-NG")]
    [InlineData("admin", "tidak berwenang")]
    public async Task Correct_NotForThisPerson_SaysWhoMay(string viewer, string expected)
    {
        var request = await Agency.Data.RequestAtAsync(TestData.Checking);

        var page = await CorrectionAsync(request.Id, viewer);

        Assert.Contains(expected, page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("Siti Aminah", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Correct_MissingRequest_SaysSo() =>
        Assert.Contains("Permohonan ini tidak ada", (await CorrectionAsync(Guid.NewGuid(), "dedi")).Markup, StringComparison.Ordinal);

    [Fact]
    public async Task Withdraw_Proxy_AskedForTheCardAndRefusedBesideEachField()
    {
        var request = await Agency.Data.RequestAtAsync(TestData.Checking);
        var dialog = Dialog(request.Id, "nani");
        dialog.WaitForElement("#tarik-diminta", Patience);
        dialog.Act(() => dialog.Find("#tarik-diminta").Change(nameof(WithdrawalAsker.Proxy)));

        await dialog.InvokeAsync(() => Button(dialog, "Catat penarikan").ClickAsync());

        dialog.WaitForAssertion(() => Assert.NotEmpty(dialog.FindAll("#tarik-nama-salah")), Patience);
        Assert.Equal("Isi alasan penarikan.", dialog.Find("#tarik-alasan-salah").TextContent);
        Assert.NotEmpty(dialog.FindAll("#tarik-hubungan-salah, #tarik-nomor-salah"));
        Assert.Empty(dialog.FindAll("#tarik-sandi"));
        await using var db = Agency.OpenDb();
        Assert.Equal(WorkStatus.Running, (await db.WorkItems.SingleAsync()).Status);
    }

    [Fact]
    public async Task Withdraw_Issued_CounterToldWhoMayAndSignerAskedForThePassword()
    {
        var letter = await Agency.Data.IssuedAsync();

        var counter = Dialog(letter.RequestId, "nani");
        counter.WaitForAssertion(() => Assert.Contains($"Surat {letter.Number} sudah terbit", counter.Markup, StringComparison.Ordinal), Patience);
        Assert.Empty(counter.FindAll("form"));

        var signer = Dialog(letter.RequestId, "asep");
        signer.WaitForElement("#tarik-diminta", Patience);
        signer.Act(() => signer.Find("#tarik-diminta").Change(nameof(WithdrawalAsker.Applicant)));
        signer.Act(() => signer.Find("#tarik-alasan").Change("tidak jadi dipakai"));
        signer.Act(() => signer.Find("#tarik-sandi").Change(DemoAgency.Password));
        await signer.InvokeAsync(() => Button(signer, "Catat penarikan").ClickAsync());

        signer.WaitForAssertion(() => Assert.Equal(LetterStatus.Revoked, Agency.Data.LetterAsync(letter.Id).GetAwaiter().GetResult().Status), Patience);
    }

    [Fact]
    public async Task Merge_Page_PairThenSideBySideThenOneRecord()
    {
        var (first, second) = await PersonMergeServiceTests.TwiceAsync(Agency, again: "Siti Aminnah");
        var list = await MergeAsync("nani", "/orang/gabung");
        Assert.Contains("NIK sama", list.Markup, StringComparison.Ordinal);
        var href = list.Find("a[href*='dengan=']").GetAttribute("href")!;
        Assert.Contains(first.Person.PersonId.ToString()!, href, StringComparison.Ordinal);
        Assert.Contains(second.Person.PersonId.ToString()!, href, StringComparison.Ordinal);

        var page = await MergeAsync("nani", href);
        await page.InvokeAsync(() => Button(page, "Gabungkan").ClickAsync());
        page.WaitForAssertion(() => Assert.Equal("Isi alasan penggabungan.", page.Find("#reason-salah").TextContent), Patience);
        page.Act(() => page.FindAll("input[name='nilai-nama']")[1].Change(true));
        page.Act(() => page.Find("#reason").Input("didaftarkan dua kali"));
        await page.InvokeAsync(() => Button(page, "Gabungkan").ClickAsync());

        page.WaitForAssertion(() => Assert.EndsWith("/orang/gabung", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal), Patience);
        await using var db = Agency.OpenDb();
        var merge = await db.PersonMerges.SingleAsync();
        Assert.Equal((await db.Persons.SingleAsync(p => p.Id == merge.LosingId)).Name, (await db.Persons.SingleAsync(p => p.Id == merge.SurvivorId)).Name);
    }

    [Fact]
    public async Task Merge_DifferentNiks_AsksForTheSecondConfirmation()
    {
        var (first, second) = (await PersonMergeServiceTests.AddAsync(Agency, TestData.Person()), await PersonMergeServiceTests.AddAsync(Agency, TestData.Person()));
        var page = await MergeAsync("dedi", MergePage.CompareHref(first.Person.PersonId!.Value, second.Person.PersonId!.Value));
        page.Act(() => page.Find("#reason").Input("KTP sudah dilihat"));

        await page.InvokeAsync(() => Button(page, "Gabungkan").ClickAsync());

        page.WaitForAssertion(() => Assert.Contains("NIK keduanya berbeda", page.Find("#differentnikconfirmed-salah").TextContent, StringComparison.Ordinal), Patience);
    }

    [Theory]
    [InlineData("nani", "/orang/gabung?orang=bukan-id")]
    [InlineData("nani", "/orang/gabung?orang=00000000-0000-0000-0000-000000000001")]
    [InlineData("nani", "/orang/gabung?orang=00000000-0000-0000-0000-000000000001&dengan=00000000-0000-0000-0000-000000000002")]
    public async Task Merge_UnknownPersons_SaysSo(string viewer, string address) =>
        Assert.Contains("tidak ada, atau tidak untuk Anda", (await MergeAsync(viewer, address)).Markup, StringComparison.Ordinal);

    [Fact]
    public async Task Merge_Official_SeesTheListAndTakesApart()
    {
        var (first, second) = await PersonMergeServiceTests.TwiceAsync(Agency);
        await Agency.Get<PersonMergeService>().MergeAsync(
            new MergePersons { Survivor = first.Person, Losing = second.Person, FromLosing = new HashSet<string>(), Reason = "ganda" }, await Agency.ActAsync("nani"));
        var counter = await MergeAsync("nani", "/orang/gabung");
        Assert.DoesNotContain(counter.FindAll("button"), b => b.TextContent.Contains("Pisahkan", StringComparison.Ordinal));

        var page = await MergeAsync("hendra", "/orang/gabung");
        await page.InvokeAsync(() => Button(page, "Pisahkan lagi").ClickAsync());
        await page.InvokeAsync(() => Button(page, "Pisahkan lagi").ClickAsync());
        page.WaitForAssertion(() => Assert.StartsWith("Isi alasan pemisahan", page.Find("#pisah-alasan-salah").TextContent, StringComparison.Ordinal), Patience);
        page.Act(() => page.Find("#pisah-alasan").Input("ternyata saudara kembar"));
        await page.InvokeAsync(() => Button(page, "Pisahkan lagi").ClickAsync());

        page.WaitForAssertion(() => Assert.Contains("Dipisahkan lagi", page.Markup, StringComparison.Ordinal), Patience);
    }

    private static AngleSharp.Dom.IElement Button<T>(IRenderedComponent<T> page, string text)
        where T : IComponent => page.FindAll("button").Last(b => b.TextContent.Trim() == text);

    private async Task<IRenderedComponent<CorrectionPage>> CorrectionAsync(Guid requestId, string viewer)
    {
        As(viewer);
        var actor = await Agency.ActorAsync(viewer);
        var page = Render<CorrectionPage>(p => p.Add(c => c.Id, requestId).AddCascadingValue(actor));
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".di-badan")), Patience);
        return page;
    }

    private IRenderedComponent<WithdrawDialog> Dialog(Guid requestId, string viewer)
    {
        As(viewer);
        return Render<WithdrawDialog>(p => p.Add(d => d.RequestId, requestId));
    }

    private async Task<IRenderedComponent<MergePage>> MergeAsync(string viewer, string address)
    {
        As(viewer);
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        var actor = await Agency.ActorAsync(viewer);
        var page = Render<MergePage>(p => p.AddCascadingValue(actor));
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".di-panel")), Patience);
        page.WaitForAssertion(() => Assert.DoesNotContain("Memuat…", page.Markup, StringComparison.Ordinal), Patience);
        return page;
    }
}
