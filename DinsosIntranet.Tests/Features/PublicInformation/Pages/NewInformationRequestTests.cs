using Bunit;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Intake.Pages;
using DinsosIntranet.Features.PublicInformation.Domain;
using DinsosIntranet.Shared.Drafts;
using DinsosIntranet.Tests.Features.Intake.Pages;
using DinsosIntranet.Tests.Support;

namespace DinsosIntranet.Tests.Features.PublicInformation.Pages;

/// <summary>The page of a new request with the application form of public information in it.</summary>
public sealed class NewInformationRequestTests : CounterComponentTest
{
    [Fact]
    public void Choose_Service_FormTakesThePlaceOfForWhom()
    {
        var page = Open();

        page.Act(() => page.Find("#standardcode").Change("informasi"));

        Assert.NotNull(page.Find("#form-detail"));
        Assert.DoesNotContain("Untuk siapa?", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("#purposecode"));
    }

    [Fact]
    public void Save_Empty_EachFieldOfTheFormIsLinked()
    {
        var page = Open();
        page.Act(() => page.Find("#standardcode").Change("informasi"));

        page.Act(() => page.Find("[data-utama]").Click());

        page.WaitForAssertion(() => Assert.Equal(
            ["#search", "#form-kind", "#form-occupation", "#form-detail", "#form-purpose", "#form-obtain", "#requirements"],
            page.FindAll(".di-galat a").Select(a => a.GetAttribute("href"))));
        Assert.Equal("Isi rincian informasi yang diminta.", page.Find("#form-detail-salah").TextContent);
    }

    [Fact]
    public void Type_WordsOfVictims_WarnsAtOnceAndDoesNotRefuse()
    {
        var page = Open();
        page.Act(() => page.Find("#standardcode").Change("informasi"));

        page.Act(() => page.Find("#form-detail").Input("Daftar korban KDRT"));

        page.WaitForAssertion(() => Assert.Contains("memuat kata korban, kdrt", page.Find(".di-pesan-ingat").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Open_WithADraft_BringsTheAnswersBack()
    {
        var draft = new IntakeDraft { StandardCode = "informasi", ChannelCode = "tatap-muka", Answers = TestData.InformationAnswersOfAPerson() };
        await Agency.Get<DraftStore>().SaveAsync(Nani.UserId, DraftKeys.NewRequest, draft);

        var page = Open();

        Assert.Equal(draft.Answers[InformationAnswers.Detail], page.Find("#form-detail").GetAttribute("value"));
        Assert.Equal("softcopy", page.Find("#form-copyform").GetAttribute("value"));
    }

    [Fact]
    public async Task Leave_WhileTyping_TheDraftHoldsTheAnswers()
    {
        var page = Open();
        page.Act(() => page.Find("#standardcode").Change("informasi"));
        page.Act(() => page.Find("#form-occupation").Input("Wartawan"));

        await DisposeComponentsAsync();

        var saved = await Agency.Get<DraftStore>().FindAsync<IntakeDraft>(Nani.UserId, DraftKeys.NewRequest);
        Assert.Equal("Wartawan", saved?.Content.Answers[InformationAnswers.Occupation]);
    }

    [Fact]
    public async Task Save_FromADraft_NumberReceiptAndTheFormToPrint()
    {
        await Agency.Get<DraftStore>().SaveAsync(Nani.UserId, DraftKeys.NewRequest, new IntakeDraft
        {
            StandardCode = "informasi",
            ChannelCode = "tatap-muka",
            Source = ApplicantSource.New,
            Applicant = TestData.Person(),
            Present = ["identitas", "formulir"],
            Answers = TestData.InformationAnswersOfAPerson(),
        });
        var page = Open();

        page.Act(() => page.Find("[data-utama]").Click());

        page.WaitForAssertion(() => Assert.Equal("INFO-2026-0001", page.Find("h2").TextContent), TimeSpan.FromSeconds(10));
        Assert.Contains(page.FindAll("a"), a => a.TextContent.StartsWith("Buka formulir dan tanda bukti", StringComparison.Ordinal));
    }

    private IRenderedComponent<NewRequest> Open()
    {
        var page = Render<NewRequest>();
        page.WaitForElement("#search");
        return page;
    }
}
