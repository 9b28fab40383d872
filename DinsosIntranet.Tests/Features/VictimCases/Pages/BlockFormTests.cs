using Bunit;
using DinsosIntranet.Features.VictimCases;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Features.VictimCases.Pages;
using DinsosIntranet.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Features.VictimCases.Pages;

public sealed class BlockFormTests : PanelTest
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private Guid _caseId;
    private int _closed;
    private int _needsOpening;

    [Fact]
    public async Task Type_NothingPressed_SavedByItselfAndEncrypted()
    {
        var (form, blockId) = await ShowAsync(CaseBlocks.Outreach);

        Input(form, "Tempat").Input("Rumah bibi di Parage");

        form.WaitForAssertion(() => Assert.Contains("Tersimpan pukul", form.Markup, StringComparison.Ordinal), Patience);
        await using var db = Agency.OpenDb();
        var block = await db.CaseBlocks.SingleAsync(b => b.Id == blockId);
        Assert.StartsWith("v1.", block.Payload, StringComparison.Ordinal);
        Assert.Equal("Rumah bibi di Parage", (await Agency.Data.Cases.RevealAsync(_caseId, blockId, await Agency.ActAsync("sari"))).Value.Values["tempat"]);
    }

    [Fact]
    public async Task Finish_WrongAnswer_StaysWithTheWordsBesideTheField()
    {
        var (form, _) = await ShowAsync(CaseBlocks.Victim);

        Input(form, "NIK").Input("3602");
        form.Act(() => form.FindAll("button").Single(b => b.TextContent.Trim() == "Simpan dan tutup").Click());

        form.WaitForAssertion(() => Assert.Contains("NIK harus 16 angka; baru 4 angka", form.Markup, StringComparison.Ordinal), Patience);
        Assert.Equal(("3602", 0), (Input(form, "NIK").GetAttribute("value"), _closed));
    }

    [Fact]
    public async Task Choose_AnswerThatAsksForMore_FieldAppears()
    {
        var (form, _) = await ShowAsync(CaseBlocks.Victim);
        Assert.DoesNotContain("Ragam disabilitas", form.Markup, StringComparison.Ordinal);

        form.Act(() => form.FindAll("input[type=radio]").First(r => r.ParentElement!.TextContent == "Ya").Change("on"));

        Assert.Contains("Ragam disabilitas", form.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_OpeningEnded_TypedStaysAndPageIsTold()
    {
        var (form, _) = await ShowAsync(CaseBlocks.Outreach);
        Agency.Time.Advance(TimeSpan.FromMinutes(CaseService.OpeningMinutes));

        Input(form, "Tempat").Input("Rumah bibi");

        form.WaitForAssertion(() => Assert.Equal(1, _needsOpening), Patience);
        Assert.Equal("Rumah bibi", Input(form, "Tempat").GetAttribute("value"));
        Assert.Contains("Isi kasus tertutup lagi", form.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_ChangedByAColleague_SaysWhoAndKeepsWhatWasTyped()
    {
        var (form, blockId) = await ShowAsync(CaseBlocks.Outreach);
        Input(form, "Tempat").Input("Balai desa");
        form.WaitForAssertion(() => Assert.Contains("Tersimpan pukul", form.Markup, StringComparison.Ordinal), Patience);
        var version = (await Agency.Data.Cases.RevealAsync(_caseId, blockId, await Agency.ActAsync("sari"))).Value.Version;
        await Agency.Data.Cases.AddMemberAsync(_caseId, Agency.UserId("gilang"), await Agency.ActAsync("sari"));
        await Agency.Data.OpenCaseAsync(_caseId, "gilang");
        await Agency.Data.Cases.SaveBlockAsync(
            new SaveBlock { CaseId = _caseId, BlockId = blockId, Kind = CaseBlocks.Outreach, Version = version, Values = new Dictionary<string, string> { ["tempat"] = "Sekolah" } }, await Agency.ActAsync("gilang"));

        Input(form, "Petugas").Input("Sari");

        form.WaitForAssertion(() => Assert.Contains("Sudah diubah Gilang Ramadhan", form.Markup, StringComparison.Ordinal), Patience);
        Assert.Equal("Balai desa", Input(form, "Tempat").GetAttribute("value"));
    }

    private async Task<(IRenderedComponent<BlockForm> Form, Guid BlockId)> ShowAsync(string kind)
    {
        As("sari");
        _caseId = (await Agency.Data.OpenedCaseAsync()).Id;
        var blockId = Guid.CreateVersion7();
        var form = Render<BlockForm>(p => p
            .Add(f => f.CaseId, _caseId)
            .Add(f => f.Definition, CaseBlocks.Find(kind)!)
            .Add(f => f.BlockId, blockId)
            .Add(f => f.Values, new Dictionary<string, string>())
            .Add(f => f.Zone, TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta"))
            .Add(f => f.OnNeedsOpening, EventCallback.Factory.Create(this, () => _needsOpening++))
            .Add(f => f.OnClose, EventCallback.Factory.Create(this, () => _closed++)));
        return (form, blockId);
    }

    private static AngleSharp.Dom.IElement Input(IRenderedComponent<BlockForm> form, string label) =>
        form.Find("#" + form.FindAll("label").First(l => l.TextContent.StartsWith(label, StringComparison.Ordinal)).GetAttribute("for"));
}
