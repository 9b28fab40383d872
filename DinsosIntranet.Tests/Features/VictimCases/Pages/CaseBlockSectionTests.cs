using Bunit;
using DinsosIntranet.Features.VictimCases;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Features.VictimCases.Pages;
using DinsosIntranet.Tests.Support;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Tests.Features.VictimCases.Pages;

/// <summary>The instances of one block: a new one is one form from its first letter until it is closed.</summary>
public sealed class CaseBlockSectionTests : PanelTest
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private Guid _caseId;
    private IRenderedComponent<CaseBlockSection> _section = null!;

    [Fact]
    public async Task NewBlock_FinishedBeforeItSavedItself_StandsThereClosed()
    {
        await ShowAsync(CaseBlocks.Consent);
        Press("Isi persetujuan awal");
        _section.WaitForElement("select", Patience);
        _section.Act(() => _section.Find("select").Change("wali"));

        Press("Simpan dan tutup");

        _section.WaitForAssertion(() => Assert.Empty(_section.FindComponents<BlockForm>()), Patience);
        await RereadAsync();
        Assert.Empty(_section.FindComponents<BlockForm>());
        Assert.Contains("Orang tua atau wali", _section.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("belum diisi", _section.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NewBlock_SavedByItself_SameFieldsUnderTheHands()
    {
        await ShowAsync(CaseBlocks.Victim);
        Press("Tambah korban");
        var form = _section.WaitForComponent<BlockForm>(Patience);
        form.Act(() => form.Find("input[type=text]").Input("K"));
        form.WaitForAssertion(() => Assert.Contains("Tersimpan pukul", form.Markup, StringComparison.Ordinal), Patience);
        form.Act(() => form.Find("input[type=text]").Input("Klara"));

        await RereadAsync();

        Assert.Same(form.Instance, _section.FindComponent<BlockForm>().Instance);
        Assert.Equal("Klara", form.Find("input[type=text]").GetAttribute("value"));
        Assert.Contains("Korban 1", _section.Markup, StringComparison.Ordinal);
        Press("Simpan dan tutup");
        _section.WaitForAssertion(() => Assert.Empty(_section.FindComponents<BlockForm>()), Patience);
    }

    [Fact]
    public async Task Reader_SeesTheAnswersAndNoField_UntilTheyAreSavedAnew()
    {
        await ShowAsync(CaseBlocks.Screening, BlockAccess.Read);
        Assert.DoesNotContain(TestData.Narrative, _section.Markup, StringComparison.Ordinal);
        var values = new Dictionary<string, string> { ["risiko"] = "sedang", ["harapan"] = TestData.Narrative };
        Assert.True((await Agency.Data.SaveAsync(_caseId, CaseBlocks.Screening, values)).IsOk);
        await RereadAsync();

        Press("Tampilkan");
        _section.WaitForAssertion(() => Assert.Contains(TestData.Narrative, _section.Markup, StringComparison.Ordinal), Patience);
        Assert.Empty(_section.FindAll("input, textarea, select"));

        Assert.True((await Agency.Data.SaveAsync(_caseId, CaseBlocks.Screening, new Dictionary<string, string>(values) { ["kewenangan"] = "tangani" })).IsOk);
        await RereadAsync();
        Assert.DoesNotContain(TestData.Narrative, _section.Markup, StringComparison.Ordinal);
    }

    private async Task ShowAsync(string kind, BlockAccess access = BlockAccess.Write)
    {
        As("sari");
        _caseId = (await Agency.Data.OpenedCaseAsync()).Id;
        var content = await ContentAsync();
        _section = Render<CaseBlockSection>(p => p
            .Add(s => s.CaseId, _caseId)
            .Add(s => s.Definition, CaseBlocks.Find(kind)!)
            .Add(s => s.Content, content)
            .Add(s => s.Zone, TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta"))
            .Add(s => s.Access, access)
            .Add(s => s.OnReread, EventCallback.Factory.Create(this, RereadAsync)));
    }

    /// <summary>What the page does with every change of the case.</summary>
    private async Task RereadAsync()
    {
        var content = await ContentAsync();
        await _section.InvokeAsync(() => _section.Render(p => p.Add(s => s.Content, content)));
    }

    private async Task<CaseContent> ContentAsync() =>
        (await Agency.Get<CaseQueries>().FindAsync(_caseId, await Agency.ActorAsync("sari")))!.Content!;

    private void Press(string text) =>
        _section.Act(() => _section.FindAll("button").Single(b => b.TextContent.Trim() == text).Click());
}
