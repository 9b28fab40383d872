using DinsosIntranet.Features.Agenda;
using DinsosIntranet.Features.Agenda.Domain;
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
}
