using DinsosIntranet.Features.Agenda;
using DinsosIntranet.Features.Agenda.Domain;
using DinsosIntranet.Features.Dispositions;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Features.Agenda;

public sealed class AgendaServiceTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Register_AfterARequestOfTheSameBook_NextNumberHistoryAndTrail(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        await agency.Data.RequestAtAsync(TestData.Disposing);

        var entry = await agency.Data.RegisterLetterAsync();

        Assert.Equal("2/2026", entry.Label);
        await using var db = agency.OpenDb();
        var saved = await db.AgendaEntries.AsNoTracking().SingleAsync(a => a.Id == entry.Id);
        Assert.Equal(("Sekretariat Daerah", "Undangan rapat koordinasi", (Guid?)null), (saved.Letter!.Sender, saved.Letter.Subject, saved.RequestId));
        Assert.Equal("Dicatat agenda nomor 2/2026", (await db.AgendaEvents.SingleAsync()).Title);
        var record = (await agency.TrailAsync())[^1];
        Assert.Equal("agenda.catat", record.Act);
        Assert.DoesNotContain("Sekretariat Daerah", record.Text, StringComparison.Ordinal);
        Assert.True((await agency.CheckTrailAsync()).IsIntact);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Register_TwoAtOnce_TwoNumbersWithoutAGap(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var (service, act) = (agency.Get<AgendaService>(), await agency.ActAsync("dedi"));

        var outcomes = await Task.WhenAll(new[] { "Kecamatan Satu", "Kecamatan Dua", "Kecamatan Tiga" }.Select(s => Task.Run(() => service.RegisterAsync(Guid.CreateVersion7(), TestData.Letter(s), act))));

        Assert.Equal([1, 2, 3], outcomes.Select(o => o.Value.Number).Order());
    }

    [Fact]
    public async Task Register_RefusedAndAgain_NumberIsNotLost()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var service = agency.Get<AgendaService>();
        var records = (await agency.TrailAsync()).Count;

        var refused = await service.RegisterAsync(Guid.CreateVersion7(), new LetterInput(), await agency.ActAsync("dedi"));

        Assert.Equal(3, refused.Refusals.Count);
        Assert.Equal(records, (await agency.TrailAsync()).Count);
        Assert.Equal(1, (await agency.Data.RegisterLetterAsync()).Number);
    }

    [Fact]
    public async Task Register_SameForm_SaysWhichNumberItHas()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var entry = await agency.Data.RegisterLetterAsync();

        var again = await agency.Get<AgendaService>().RegisterAsync(entry.Id, TestData.Letter(), await agency.ActAsync("dedi"));

        Assert.Equal((OutcomeKind.Conflict, "Surat ini sudah dicatat dengan nomor agenda 1/2026."), (again.Kind, again.Message));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Register_SameLetterTwice_RefusedAtItsNumber(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        await agency.Data.RegisterLetterAsync();

        var twin = await agency.Get<AgendaService>().RegisterAsync(Guid.CreateVersion7(), TestData.Letter("sekretariat  daerah"), await agency.ActAsync("dedi"));

        var refusal = Assert.Single(twin.Refusals);
        Assert.Equal((nameof(LetterInput.Number), "Surat dengan nomor dan pengirim ini sudah dicatat, agenda 1/2026."), (refusal.Field, refusal.Message));
    }

    [Theory, DemoStaff(except: ["dedi"])]
    public async Task RegisterAndCorrect_BySomebodyElse_ForbiddenAndRecorded(string userName)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var entry = await agency.Data.RegisterLetterAsync();
        var service = agency.Get<AgendaService>();

        Assert.Equal(OutcomeKind.Forbidden, (await service.RegisterAsync(Guid.CreateVersion7(), TestData.Letter("Lain"), await agency.ActAsync(userName))).Kind);
        Assert.Equal(OutcomeKind.Forbidden, (await service.CorrectAsync(entry.Id, TestData.Letter("Lain"), "salah", await agency.ActAsync(userName))).Kind);
        Assert.Equal("ditolak:agenda.perbaiki", (await agency.TrailAsync())[^1].Act);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Correct_WithReason_OldWordsInHistoryNotInTheTrail(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var entry = await agency.Data.RegisterLetterAsync();

        var outcome = await agency.Get<AgendaService>().CorrectAsync(entry.Id, TestData.Letter("Kecamatan Rangkas"), "salah baca", await agency.ActAsync("dedi"));

        Assert.True(outcome.IsOk, outcome.Message);
        await using var db = agency.OpenDb();
        Assert.Equal("Kecamatan Rangkas", (await db.AgendaEntries.AsNoTracking().SingleAsync()).Letter!.Sender);
        var line = await db.AgendaEvents.OrderByDescending(e => e.Id).FirstAsync();
        Assert.Equal("Pengirim: semula “Sekretariat Daerah”, menjadi “Kecamatan Rangkas”. Alasan: salah baca", line.Detail);
        Assert.DoesNotContain("Rangkas", (await agency.TrailAsync())[^1].Text, StringComparison.Ordinal);
        Assert.Equal(1, (await agency.Get<AgendaQueries>().BookAsync(new AgendaFilter("rangkas"), 1, await agency.ActorAsync("dedi"))).Total);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public async Task Correct_WithoutReason_RefusedAtItsField(string? reason)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var entry = await agency.Data.RegisterLetterAsync();

        var outcome = await agency.Get<AgendaService>().CorrectAsync(entry.Id, TestData.Letter("Lain"), reason, await agency.ActAsync("dedi"));

        Assert.Equal("reason", Assert.Single(outcome.Refusals).Field);
        await using var db = agency.OpenDb();
        Assert.Equal("Sekretariat Daerah", (await db.AgendaEntries.AsNoTracking().SingleAsync()).Letter!.Sender);
    }

    [Fact]
    public async Task Correct_NothingChangedOrMissingOrARequest_Refused()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        await agency.Data.RequestAtAsync(TestData.Disposing);
        var entry = await agency.Data.RegisterLetterAsync();
        var (service, act) = (agency.Get<AgendaService>(), await agency.ActAsync("dedi"));
        await using var db = agency.OpenDb();
        var ofRequest = await db.AgendaEntries.Where(a => a.RequestId != null).Select(a => a.Id).SingleAsync();

        Assert.StartsWith("Tidak ada yang berubah", (await service.CorrectAsync(entry.Id, TestData.Letter(), "coba", act)).Message, StringComparison.Ordinal);
        Assert.Equal(OutcomeKind.NotFound, (await service.CorrectAsync(Guid.CreateVersion7(), TestData.Letter(), "coba", act)).Kind);
        Assert.Equal(OutcomeKind.NotFound, (await service.CorrectAsync(ofRequest, TestData.Letter(), "coba", act)).Kind);
    }

    [Fact]
    public async Task Archive_ByTheHead_ClosedWithWhyAndOnlyOnce()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var entry = await agency.Data.RegisterLetterAsync();
        var service = agency.Get<AgendaService>();

        Assert.Equal("note", Assert.Single((await service.ArchiveAsync(entry.Id, " ", await agency.ActAsync("ratna"))).Refusals).Field);
        Assert.True((await service.ArchiveAsync(entry.Id, "untuk diketahui", await agency.ActAsync("ratna"))).IsOk);

        Assert.Equal(OutcomeKind.Conflict, (await service.ArchiveAsync(entry.Id, "lagi", await agency.ActAsync("dedi"))).Kind);
        Assert.Equal(OutcomeKind.Forbidden, (await service.ArchiveAsync(entry.Id, "lagi", await agency.ActAsync("asep"))).Kind);
        var view = await agency.Get<AgendaQueries>().FindAsync(entry.Id, await agency.ActorAsync("asep"));
        Assert.Equal((AgendaState.Closed, "Diarsipkan: untuk diketahui. Ditutup Ratna Kusumawardani, Kepala Dinas pukul 09.00."), (view!.State, view.Content!.ClosedText));
    }

    [Fact]
    public async Task Archive_DisposedAlready_Refused()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var entry = await agency.Data.RegisterLetterAsync();
        await agency.Data.LetterToDivisionAsync(entry.Id);

        Assert.Contains("sudah didisposisikan", (await agency.Get<AgendaService>().ArchiveAsync(entry.Id, "arsip", await agency.ActAsync("dedi"))).Message, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Scans_UploadedBeforeSaving_BelongToTheLetterAndFollowItsSecrecy(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var (files, id) = (agency.Get<AttachmentService>(), Guid.CreateVersion7());
        var scan = await files.AddAsync(id, "surat", "pindai.pdf", TestData.Scan(), await agency.ActAsync("dedi"));
        Assert.True(scan.IsOk, scan.Message);
        await agency.Get<AgendaService>().RegisterAsync(id, TestData.Letter(isSecret: true), await agency.ActAsync("dedi"));

        Assert.Single(await files.ListAsync(id, await agency.ActorAsync("ratna")));
        Assert.Empty(await files.ListAsync(id, await agency.ActorAsync("asep")));
        Assert.Equal(OutcomeKind.Forbidden, (await files.OpenAsync(scan.Value.Id, await agency.ActAsync("maman"))).Kind);
        Assert.Equal(OutcomeKind.Forbidden, (await files.AddAsync(id, "lampiran-1", "x.pdf", TestData.Scan(), await agency.ActAsync("nani"))).Kind);

        await agency.Data.LetterToDivisionAsync(id);
        var opened = await files.OpenAsync(scan.Value.Id, await agency.ActAsync("asep"));
        Assert.True(opened.IsOk, opened.Message);
        await opened.Value.Content.DisposeAsync();
        Assert.Equal(OutcomeKind.Forbidden, (await files.RemoveAsync(scan.Value.Id, await agency.ActAsync("asep"))).Kind);
    }

    [Fact]
    public async Task Secret_PoliceLetter_StoredEncryptedAndWorkedWithAsBefore()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var service = agency.Get<AgendaService>();
        var input = TestData.Letter("Polres Rangkas Unit PPA", isSecret: true);
        input.Subject = "Pendampingan Melati Kenanga";
        var letter = await agency.Data.RegisterLetterAsync(input);
        var twin = await service.RegisterAsync(Guid.CreateVersion7(), input, await agency.ActAsync("dedi"));
        Assert.Equal(nameof(LetterInput.Number), Assert.Single(twin.Refusals).Field);
        var given = (await agency.Get<DispositionService>().GiveOnLetterAsync(
            new GiveOnLetter(letter.Id, null, new DispositionContent("kabid-rehsos", null, ["proses-lanjut"], "Temui Melati", null)), await agency.ActAsync("ratna"))).Value;
        var corrected = input.Copy();
        corrected.Subject = "Pendampingan Melati Kenanga Putri";
        Assert.True((await service.CorrectAsync(letter.Id, corrected, "nama kurang", await agency.ActAsync("dedi"))).IsOk);
        Assert.True((await agency.Get<DispositionService>().FinishAsync(given.Id, LetterEnd.Done, "Melati sudah didampingi", await agency.ActAsync("imas"))).IsOk);

        Assert.All(await StoredAsync(agency), text => Assert.All(["Melati", "MELATI", "Polres", "POLRES", "Unit PPA"], word => Assert.DoesNotContain(word, text, StringComparison.Ordinal)));
        var (queries, imas) = (agency.Get<AgendaQueries>(), await agency.ActorAsync("imas"));
        Assert.All(["melati", "kenanga pendampingan", "400.9/87", "1/2026"], text => Assert.Equal(corrected.Subject, Assert.Single(queries.BookAsync(new AgendaFilter(text), 1, imas).Result.Rows).Subject));
        Assert.Equal(0, (await queries.BookAsync(new AgendaFilter("melati bandung"), 1, imas)).Total);
        var content = (await queries.FindAsync(letter.Id, imas))!.Content!;
        Assert.Contains("“Temui Melati”", content.Dispositions[0].Content, StringComparison.Ordinal);
        Assert.Equal("Selesai: Melati sudah didampingi", content.Dispositions[0].DoneNote);
        Assert.Contains(content.History, e => e.Detail?.Contains("semula “Pendampingan Melati Kenanga”", StringComparison.Ordinal) == true);
        Assert.True((await agency.Get<DispositionSheetWriter>().PrintAsync(letter.Id, false, await agency.ActAsync("dedi"))).IsOk);

        // As it was stored before: put right at the next start.
        await agency.SqlAsync($"""UPDATE "AgendaEntries" SET "Sender" = {"Polres Rangkas"}, "Subject" = {"Melati"}, "SearchKey" = {"POLRES RANGKAS MELATI"}""");
        await agency.Get<DinsosIntranet.App.Startup.RahasiaUpkeep>().RunAsync();
        Assert.All(await StoredAsync(agency), text => Assert.DoesNotContain("Polres", text, StringComparison.OrdinalIgnoreCase));
        Assert.Equal("Melati", Assert.Single((await queries.BookAsync(new AgendaFilter("polres"), 1, imas)).Rows).Subject);
    }

    /// <summary>All that the rows of the book, its story and its dispositions hold.</summary>
    private static async Task<IReadOnlyList<string>> StoredAsync(TestAgency agency)
    {
        await using var db = agency.OpenDb();
        var entries = await db.AgendaEntries.AsNoTracking().Select(a => new { a.Letter!.Sender, a.Letter.Subject, a.Letter.SearchKey, a.ClosedNote }).ToListAsync();
        var events = await db.AgendaEvents.Select(e => e.Title + e.Detail).ToListAsync();
        var dispositions = await db.Dispositions.Select(d => d.Note + d.DoneNote).ToListAsync();
        return [.. entries.SelectMany(e => new[] { e.Sender, e.Subject, e.SearchKey, e.ClosedNote ?? "" }), .. events, .. dispositions, .. (await agency.TrailAsync()).Select(r => r.Text)];
    }
}
