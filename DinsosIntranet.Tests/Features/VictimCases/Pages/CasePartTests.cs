using Bunit;
using DinsosIntranet.Features.VictimCases;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Features.VictimCases.Pages;
using DinsosIntranet.Tests.Support;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Tests.Features.VictimCases.Pages;

/// <summary>The forms of a case beside its blocks: what is refused stands beside its field, and what was typed stays.</summary>
public sealed class CasePartTests : PanelTest
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly List<string> _done = [];
    private int _needsOpening;

    [Fact]
    public async Task Hearing_HalfFilledIn_EachMissingFieldSaysSoAndTheRestStays()
    {
        As("sari");
        var caseId = (await Agency.Data.OpenedCaseAsync()).Id;
        var view = (await Agency.Get<CaseQueries>().FindAsync(caseId, await Agency.ActorAsync("sari")))!;
        var box = Render<CaseHearingBox>(p => p
            .Add(b => b.CaseId, caseId)
            .Add(b => b.View, view.Content!.FollowUps)
            .Add(b => b.Team, view.Team)
            .Add(b => b.Zone, view.Zone)
            .Add(b => b.OnDone, EventCallback.Factory.Create<string>(this, _done.Add))
            .Add(b => b.OnNeedsOpening, EventCallback.Factory.Create(this, () => _needsOpening++)));

        box.Act(() => box.Find("#jadwal-place").Input("Pengadilan Negeri"));
        Press(box, "Jadwalkan");

        box.WaitForAssertion(() => Assert.Contains("Pilih jenis pendampingan.", box.Markup, StringComparison.Ordinal), Patience);
        Assert.Equal(("true", "Pengadilan Negeri"), (box.Find("#jadwal-companionid").GetAttribute("aria-invalid"), box.Find("#jadwal-place").GetAttribute("value")));
        Assert.Empty(_done);
    }

    [Fact]
    public async Task Closing_OpeningEnded_TypedStaysAndPageIsTold()
    {
        As("sari");
        var caseId = await Agency.Data.VisitedCaseAsync();
        var box = await ClosingAsync(caseId);
        box.Act(() => box.Find("#tutup-umpan-balik").Input(TestData.Feedback));
        Agency.Time.Advance(TimeSpan.FromMinutes(CaseService.OpeningMinutes));

        Press(box, "Ajukan penutupan");

        box.WaitForAssertion(() => Assert.Equal(1, _needsOpening), Patience);
        Assert.Equal(TestData.Feedback, box.Find("#tutup-umpan-balik").GetAttribute("value"));
    }

    [Fact]
    public async Task Closing_NoReasonAndNoFeedback_BesideTheFields()
    {
        As("sari");
        var box = await ClosingAsync(await Agency.Data.VisitedCaseAsync());

        Press(box, "Ajukan penutupan");

        box.WaitForAssertion(() => Assert.Contains("Pilih alasan menutup.", box.Markup, StringComparison.Ordinal), Patience);
        Assert.Contains("atau tandai bahwa korban tidak bersedia", box.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Assessment_SupervisorAsksForRevisionWithoutAWord_BesideTheNote()
    {
        As("lina");
        var (caseId, _) = await Agency.Data.AssessedCaseAsync();
        var view = (await Agency.Get<CaseQueries>().FindAsync(caseId, await Agency.ActorAsync("lina")))!;
        var box = Render<CaseAssessmentBox>(p => p
            .Add(b => b.CaseId, caseId)
            .Add(b => b.View, view.Content!.FollowUps)
            .Add(b => b.OnDone, EventCallback.Factory.Create<string>(this, _done.Add))
            .Add(b => b.OnNeedsOpening, EventCallback.Factory.Create(this, () => _needsOpening++)));

        box.Act(() => box.FindAll("input[type=radio]")[1].Change("on"));
        Press(box, "Simpan putusan");
        box.WaitForAssertion(() => Assert.Contains("Tulis apa yang harus diperbaiki", box.Markup, StringComparison.Ordinal), Patience);
        box.Act(() => box.Find("textarea").Input("lengkapi bagian hukum"));
        Press(box, "Simpan putusan");

        box.WaitForAssertion(() => Assert.Equal(["Putusan disimpan."], _done), Patience);
    }

    [Fact]
    public async Task Victims_NoneWrittenDownYet_SaysWhatComesFirst()
    {
        As("sari");
        var caseId = (await Agency.Data.OpenedCaseAsync()).Id;
        var form = Render<BlockForm>(p => p
            .Add(f => f.CaseId, caseId)
            .Add(f => f.Definition, CaseBlocks.Find(CaseBlocks.Referral)!)
            .Add(f => f.BlockId, Guid.CreateVersion7())
            .Add(f => f.Values, new Dictionary<string, string>())
            .Add(f => f.Zone, TimeZoneInfo.Utc)
            .Add(f => f.OnNeedsOpening, EventCallback.Factory.Create(this, () => _needsOpening++))
            .Add(f => f.OnClose, EventCallback.Factory.Create(this, () => { })));

        Assert.Contains("Isi dulu B1 Korban.", form.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("Data yang boleh dibuka", form.Markup, StringComparison.Ordinal);
    }

    private async Task<IRenderedComponent<CaseClosingBox>> ClosingAsync(Guid caseId)
    {
        var view = (await Agency.Get<CaseQueries>().FindAsync(caseId, await Agency.ActorAsync("sari")))!;
        return Render<CaseClosingBox>(p => p
            .Add(b => b.CaseId, caseId)
            .Add(b => b.View, view.Content!.FollowUps)
            .Add(b => b.IsOpen, true)
            .Add(b => b.OnDone, EventCallback.Factory.Create<string>(this, _done.Add))
            .Add(b => b.OnNeedsOpening, EventCallback.Factory.Create(this, () => _needsOpening++)));
    }

    private static void Press<T>(IRenderedComponent<T> component, string text)
        where T : IComponent =>
        component.Act(() => component.FindAll("button").Single(b => b.TextContent.Trim() == text).Click());
}
