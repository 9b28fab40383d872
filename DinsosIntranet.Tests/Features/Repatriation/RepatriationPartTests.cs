using Bunit;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Repatriation;
using DinsosIntranet.Features.Repatriation.Pages;
using DinsosIntranet.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace DinsosIntranet.Tests.Features.Repatriation;

/// <summary>The forms of a journey: what is refused stands beside its field, what was typed stays, and the accused is warned of while the name is typed.</summary>
public sealed class RepatriationPartTests : PanelTest
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly List<string> _done = [];
    private int _needsOpening;

    [Fact]
    public async Task Migrants_HalfFilledIn_EachFieldSaysSo_OpeningEnded_TypedStays()
    {
        var id = await Agency.Data.RepatriationToVerifyAsync();
        await Agency.Data.OpenRepatriationAsync(id, "yayah");
        var journey = await JourneyAsync(id);
        var box = Render<MigrantsBox>(p => Parts(p.Add(b => b.Journey, journey).Add(b => b.Content, journey.View.Content!)));

        box.Act(() => box.Find("[id='migran-0.nama']").Input(TestData.MigrantName));
        Press(box, "Simpan data migran");
        box.WaitForAssertion(() => Assert.Contains("Pilih negara tempat bekerja.", box.Markup, StringComparison.Ordinal), Patience);
        Assert.Equal(("true", TestData.MigrantName), (box.Find("[id='migran-1.nama']").GetAttribute("aria-invalid"), box.Find("[id='migran-0.nama']").GetAttribute("value")));
        Agency.Time.Advance(TimeSpan.FromMinutes(RepatriationFinding.OpeningMinutes));
        Press(box, "Simpan data migran");
        box.WaitForAssertion(() => Assert.Equal(1, _needsOpening), Patience);
        Assert.Equal(TestData.MigrantName, box.Find("[id='migran-0.nama']").GetAttribute("value"));
        Assert.Empty(_done);
    }

    [Fact]
    public async Task HandOver_ToTheAccused_WarnedWhileTyped()
    {
        var id = await Agency.Data.RepatriationUnderWayAsync();
        Assert.True((await Agency.Data.Repatriation.DepartAsync(id, new DateOnly(2026, 11, 23), await Agency.ActAsync("yayah"))).IsOk);
        var journey = await JourneyAsync(id);
        var box = Render<EscortBox>(p => Parts(p.Add(b => b.Journey, journey).Add(b => b.Content, journey.View.Content)));
        Press(box, "Serah terima orang ke-1");

        box.Act(() => box.Find("#serah-penerima").Input("barjo pemangsa"));

        box.WaitForAssertion(() => Assert.Contains("Jangan serahkan kepadanya.", box.Markup, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task Link_Administrator_NoWayIn()
    {
        var id = await Agency.Data.RepatriationToVerifyAsync();

        Assert.Contains($"/pemulangan/{id}", (await ShowAsync<RepatriationLinkPanel>(id, "nani")).Markup, StringComparison.Ordinal);
        Assert.DoesNotContain($"/pemulangan/{id}", (await ShowAsync<RepatriationLinkPanel>(id, "admin")).Markup, StringComparison.Ordinal);
    }

    private async Task<Journey> JourneyAsync(Guid id)
    {
        As("yayah");
        Services.AddSingleton(Agency.Get<RepatriationService>());
        Services.AddSingleton(Agency.Get<RepatriationReference>());
        var viewer = await Agency.ActorAsync("yayah");
        return new Journey((await Agency.Get<RequestQueries>().FindAsync(id, viewer))!, (await Agency.Get<RepatriationQueries>().FindAsync(id, viewer))!, viewer);
    }

    private ComponentParameterCollectionBuilder<T> Parts<T>(ComponentParameterCollectionBuilder<T> parts)
        where T : RepatriationPart =>
        parts.Add(b => b.OnDone, EventCallback.Factory.Create<string>(this, _done.Add)).Add(b => b.OnNeedsOpening, EventCallback.Factory.Create(this, () => _needsOpening++));

    private static void Press<T>(IRenderedComponent<T> component, string text)
        where T : IComponent => component.FindAll("button").First(b => b.TextContent.Trim() == text).Click();
}
