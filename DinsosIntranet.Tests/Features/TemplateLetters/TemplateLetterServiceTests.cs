using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.TemplateLetters;
using DinsosIntranet.Features.TemplateLetters.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Features.TemplateLetters;

/// <summary>The sixth standard that ships as an example: from the counter to its letter in hand, without a line of code of its own.</summary>
public sealed class TemplateLetterServiceTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Example_WalkedToTheEnd_LetterSaysWhatWasTypedAndIsHandedOver(DatabaseProvider provider)
    {
        await using var agency = await TemplateFixtures.StartAsync(provider);
        var request = await agency.AtComposingAsync();
        var letter = await agency.IssuedAsync(request.Id);

        Assert.Equal((LetterStatus.Issued, "Surat rekomendasi reaktivasi PBI-JK", new DateOnly(2026, 12, 23)), (letter.Status, letter.Title, letter.ValidUntil));
        Assert.StartsWith("400.9.14.2/001/", letter.Number);
        var pdf = await agency.Get<PaperArchive>().ReadAsync(letter.IssuedFileId!.Value);
        var text = PdfText.Text(pdf);
        foreach (var expected in (string[])["SURAT REKOMENDASI", letter.Number!, "0001234567890", "1 Oktober 2026", "Desil di luar ketentuan", "RSUD dr. Adjidarmo", "445/1021/RSUD/2026", request.Number, "23 Desember 2026", "diaktifkan kembali"])
        {
            Assert.Contains(expected, text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Keterangan:", text, StringComparison.Ordinal);
        Assert.DoesNotContain("{", text, StringComparison.Ordinal);
        Assert.Equal(1, PdfText.Pages(pdf));

        var nani = await agency.ActorAsync("nani");
        Assert.Equal(letter.Number, Assert.Single(await agency.Get<HandOverQueries>().WaitingAsync(null, nani)).LetterNumber);
        var done = await agency.Get<HandOverService>().HandOverAsync(request.Id, new HandOverInput { IdentityKind = "SIM", IdentityNumber = "850612990001" }, await agency.ActAsync("nani"));
        Assert.True(done.IsOk, done.Message);
        await using var db = agency.OpenDb();
        Assert.Equal(WorkStatus.Done, (await db.WorkItems.SingleAsync(w => w.Id == request.Id)).Status);
        Assert.Equal(letter.Id, (await db.HandOvers.SingleAsync()).LetterId);
        var verified = await agency.Get<VerificationService>().CheckCodeAsync(letter.VerificationCode);
        Assert.Equal(("Surat rekomendasi reaktivasi PBI-JK", VerificationVerdict.Genuine), (verified.Value.Letter!.KindName, verified.Value.Verdict));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Save_FieldsWrong_EachRefusedAndNothingWritten(DatabaseProvider provider)
    {
        await using var agency = await TemplateFixtures.StartAsync(provider);
        var request = await agency.AtComposingAsync();
        var typed = TemplateFixtures.Typed();
        (typed["nomor-kartu"], typed["nonaktif-sejak"], typed["sebab"], typed["fasilitas"]) = ("12a", "31/02/2026", "lain", " ");

        var outcome = await agency.ComposeAsync(request.Id, typed);

        Assert.Equal(["isian-nomor-kartu", "isian-nonaktif-sejak", "isian-sebab", "isian-fasilitas"], outcome.Refusals.Select(r => r.Field));
        await using var db = agency.OpenDb();
        Assert.False(await db.TemplateEntries.AnyAsync());
        Assert.False(await db.Letters.AnyAsync(l => l.Kind == LetterKinds.FromTemplate));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Save_Twice_OneDraftFromTheLater(DatabaseProvider provider)
    {
        await using var agency = await TemplateFixtures.StartAsync(provider);
        var request = await agency.AtComposingAsync();
        TemplateFixtures.Ok(await agency.ComposeAsync(request.Id));
        var first = await agency.TemplateLetterAsync(request.Id);
        var typed = TemplateFixtures.Typed();
        typed["fasilitas"] = "Puskesmas Narimbang";

        TemplateFixtures.Ok(await agency.ComposeAsync(request.Id, typed, await agency.VersionAsync(request.Id)));

        await using var db = agency.OpenDb();
        var draft = await db.Letters.SingleAsync(l => l.Kind == LetterKinds.FromTemplate);
        Assert.NotEqual(first.Id, draft.Id);
        Assert.Equal("Puskesmas Narimbang", (await db.TemplateEntries.SingleAsync()).Answers["fasilitas"]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Save_OnAnswersSomebodyReplaced_ToldWhoAndWhen(DatabaseProvider provider)
    {
        await using var agency = await TemplateFixtures.StartAsync(provider);
        var request = await agency.AtComposingAsync();
        TemplateFixtures.Ok(await agency.ComposeAsync(request.Id));

        var late = await agency.ComposeAsync(request.Id);

        Assert.Equal(OutcomeKind.Conflict, late.Kind);
        Assert.Contains("sudah disimpan", late.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_UnknownField_Refused()
    {
        await using var agency = await TemplateFixtures.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.AtComposingAsync();
        var typed = TemplateFixtures.Typed();
        typed["tanda-tangan"] = "x";

        Assert.Equal(OutcomeKind.Refused, (await agency.ComposeAsync(request.Id, typed)).Kind);
    }

    [Fact]
    public async Task Save_ByAnotherDesk_NotDone()
    {
        await using var agency = await TemplateFixtures.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.AtComposingAsync();

        var outcome = await agency.ComposeAsync(request.Id, by: "nani");

        Assert.False(outcome.IsOk);
        await using var db = agency.OpenDb();
        Assert.False(await db.TemplateEntries.AnyAsync());
    }

    [Fact]
    public async Task Submit_NothingComposed_Refused()
    {
        await using var agency = await TemplateFixtures.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.AtComposingAsync();

        var outcome = await agency.Get<TemplateLetterService>().SubmitAsync(request.Id, await agency.ActAsync("yusup"));

        Assert.Equal(OutcomeKind.Refused, outcome.Kind);
    }

    [Fact]
    public async Task Return_FromSigning_PanelSaysWhyUntilComposedAgain()
    {
        await using var agency = await TemplateFixtures.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.AtComposingAsync();
        TemplateFixtures.Ok(await agency.ComposeAsync(request.Id));
        TemplateFixtures.Ok(await agency.Get<TemplateLetterService>().SubmitAsync(request.Id, await agency.ActAsync("yusup")));
        agency.Time.Advance(TimeSpan.FromMinutes(5));

        TemplateFixtures.Ok(await agency.Get<LetterService>().ReturnAsync((await agency.TemplateLetterAsync(request.Id)).Id, "Nama rumah sakit keliru.", await agency.ActAsync("asep")));

        Assert.Equal("Nama rumah sakit keliru.", (await agency.Get<TemplateLetterQueries>().PanelAsync(request.Id)).Returned?.Reason);
        agency.Time.Advance(TimeSpan.FromMinutes(5));
        TemplateFixtures.Ok(await agency.ComposeAsync(request.Id, seen: await agency.VersionAsync(request.Id)));
        Assert.Null((await agency.Get<TemplateLetterQueries>().PanelAsync(request.Id)).Returned);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Replace_Corrected_BeginsAtComposingWithWhatWasTyped(DatabaseProvider provider)
    {
        await using var agency = await TemplateFixtures.StartAsync(provider);
        var request = await agency.AtComposingAsync();
        var letter = await agency.IssuedAsync(request.Id);
        TemplateFixtures.Ok(await agency.Get<HandOverService>().HandOverAsync(request.Id, new HandOverInput { IdentityKind = "SIM", IdentityNumber = "850612990001" }, await agency.ActAsync("nani")));

        var opened = await agency.Get<ReplacementService>().OpenAsync(
            new OpenReplacement { LetterId = letter.Id, Kind = ReplacementKind.Correction, Reason = "Nama rumah sakit keliru." }, await agency.ActAsync("nani"));

        Assert.True(opened.IsOk, opened.Message);
        await using var db = agency.OpenDb();
        Assert.Equal("4-susun-surat", (await db.WorkItems.SingleAsync(w => w.Id == opened.Value.RequestId)).StepId);
        var view = await agency.Get<TemplateLetterQueries>().PanelAsync(opened.Value.RequestId);
        Assert.Equal("RSUD dr. Adjidarmo", view.Answers!["fasilitas"]);
        var draft = await db.Letters.SingleAsync(l => l.Id == view.DraftLetterId);
        Assert.Equal((letter.Title, "400.9.14.2"), (draft.Title, draft.Classification));
    }

    [Fact]
    public async Task Trail_HoldsNoneOfWhatWasTyped()
    {
        await using var agency = await TemplateFixtures.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.AtComposingAsync();
        TemplateFixtures.Ok(await agency.ComposeAsync(request.Id));

        await using var db = agency.OpenDb();
        var row = await db.AuditRecords.AsNoTracking().SingleAsync(a => a.Act == "surat.susun");
        Assert.DoesNotContain("Adjidarmo", System.Text.Json.JsonSerializer.Serialize(row), StringComparison.Ordinal);
        Assert.Equal(TemplateEntry.ToJson(TemplateRules.Read((await StandardAsync(agency)).Letter!, TemplateFixtures.Typed()).Value), (await db.TemplateEntries.SingleAsync()).AnswersJson);
    }

    private static async Task<DinsosIntranet.Features.Standards.Domain.ServiceStandard> StandardAsync(TestAgency agency) =>
        (await agency.Get<DinsosIntranet.Features.Standards.StandardLibrary>().FindActiveAsync(TemplateFixtures.Code, new DateOnly(2026, 11, 23)))!.Standard;
}
