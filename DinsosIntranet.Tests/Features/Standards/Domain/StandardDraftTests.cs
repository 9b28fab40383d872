using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Tests.Features.TemplateLetters;

namespace DinsosIntranet.Tests.Features.Standards.Domain;

public sealed class StandardDraftTests
{
    public static TheoryData<string> Files =>
        [.. Directory.GetFiles(Path.Combine(StandardFixtures.DataFolder, "standards"), "*.json").Where(f => !f.EndsWith("schema.json", StringComparison.Ordinal)).Select(f => Path.GetFileName(f))];

    [Theory, MemberData(nameof(Files))]
    public void Of_RealStandard_ComesOutAsItWentIn(string file) => Same(File.ReadAllText(Path.Combine(StandardFixtures.DataFolder, "standards", file)));

    [Fact]
    public void Of_StandardWithALetter_ComesOutAsItWentIn() => Same(TemplateFixtures.Json);

    [Fact]
    public void Blank_FilledIn_PassesTheCheck()
    {
        var draft = StandardDraft.Blank("Kabupaten Lebak", "Dinas Sosial", "linjamsos", "front-office", null);
        (draft.Title, draft.ShortTitle, draft.Code, draft.NumberPrefix, draft.Promise.Published) = ("Layanan Contoh", "Contoh", "contoh", "CTH", "1 hari kerja");
        (draft.Complaints.Address, draft.Complaints.Phone, draft.Complaints.Channels[0].Text) = ("Jl. Contoh 1", "0252", "Datang langsung");
        draft.Products = ["Surat"];
        draft.Requirements.Add(new RequirementDraft { Code = "syarat-1", Number = "1", Text = "KTP" });
        draft.Channels[0].Requirements.Add("syarat-1");
        (draft.Steps[0].Title, draft.Steps[0].ShortTitle) = ("Loket menerima", "Diterima");

        Assert.Empty(StandardDraftRules.Check(draft));
        Assert.Empty(StandardFile.Check(draft.ToJson(), "contoh.json", StandardFixtures.Known).Problems);
    }

    [Fact]
    public void Check_Blank_EachMissingThingBesideItsField()
    {
        var fields = StandardDraftRules.Check(StandardDraft.Blank("", "", "linjamsos", "front-office", null)).Select(r => r.Field).ToList();

        Assert.Equal(
            [
                "Title", "ShortTitle", "Regency", "Agency", "Published", "Code", "NumberPrefix", "produk-0-isi", "langkah-0-judul", "langkah-0-pendek", "syarat",
                "Complaints.Address", "Complaints.Phone", "pengaduan-0-isi",
            ],
            fields);
    }

    [Theory]
    [InlineData("Huruf-Besar"), InlineData("dua kata"), InlineData("-tepi"), InlineData("")]
    public void Check_CodeOfAnotherShape_Refused(string code) =>
        Assert.Contains(StandardDraftRules.Check(new StandardDraft { Code = code }), r => r.Field == nameof(StandardDraft.Code));

    [Fact]
    public void Remove_Step_WhatLedToItLeadsOn()
    {
        var draft = StandardDraft.Of(TemplateFixtures.Json);

        draft.Remove(draft.Steps.First(s => s.Id == "4-susun-surat"));

        Assert.Equal("5-tanda-tangan", draft.Steps.First(s => s.Id == "2-verifikasi").Outcomes[0].To);
        Assert.DoesNotContain(draft.Steps.SelectMany(s => s.Outcomes), o => o.To == "4-susun-surat");
    }

    [Fact]
    public void Act_Dispose_ProposesSomething_AndAnythingElseNothing()
    {
        var step = StepDraft.New("langkah-1", 1, "kepala-dinas", StepActions.Dispose, "selesai");
        Assert.NotNull(step.Proposal);

        step.Act(StepActions.Sign, "selesai");

        Assert.Null(step.Proposal);
        Assert.Equal(["tanda-tangani", "kembalikan"], step.Outcomes.Select(o => o.Code));
    }

    private static void Same(string json)
    {
        var again = StandardDraft.Of(json).ToJson();
        var root = System.Text.Json.Nodes.JsonNode.Parse(json)!.AsObject();
        root.Remove("$schema");
        Assert.True(StandardFile.SaySame(root.ToJsonString(), again), again);
    }
}
