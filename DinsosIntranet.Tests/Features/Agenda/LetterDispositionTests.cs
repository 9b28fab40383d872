using DinsosIntranet.Features.Agenda;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Dispositions;
using DinsosIntranet.Features.Dispositions.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Features.Agenda;

/// <summary>A letter's way from the head to whoever deals with it, and back to the book.</summary>
public sealed class LetterDispositionTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Give_ThenPassOn_ThenFinish_LetterIsClosedWithTheNote(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var letter = await agency.Data.RegisterLetterAsync();
        var (service, queries) = (agency.Get<DispositionService>(), agency.Get<DispositionQueries>());
        Assert.Equal(1, (await queries.CountAsync(await agency.ActorAsync("ratna"))).Waiting);

        var given = await agency.Data.LetterToDivisionAsync(letter.Id);
        Assert.Equal(0, (await queries.CountAsync(await agency.ActorAsync("ratna"))).Waiting);
        var received = Assert.Single((await queries.ReceivedAsync(await agency.ActorAsync("asep"), ReceivedFilter.Pressing, 1)).Rows);
        Assert.Equal(("Agenda 1/2026", "Sekretariat Daerah: Undangan rapat koordinasi", $"/agenda/{letter.Id}"), (received.Subject.Number, received.Subject.Title, received.Subject.Href));
        Assert.Equal(1, (await agency.Get<WaitingWork>().CountAsync(await agency.ActorAsync("asep"))).Dispositions);

        agency.Time.Advance(TimeSpan.FromMinutes(10));
        await service.MarkOpenedAsync(letter.Id, await agency.ActAsync("asep"));
        var passed = await agency.Data.LetterToEuisAsync(letter.Id, given.Id);
        Assert.Equal(given.Id, passed.ParentId);
        await service.MarkOpenedAsync(letter.Id, await agency.ActAsync("euis"));
        var outcome = await service.FinishAsync(passed.Id, LetterEnd.Done, "sudah dihadiri", await agency.ActAsync("euis"));

        Assert.True(outcome.IsOk, outcome.Message);
        await using var db = agency.OpenDb();
        var entry = await db.AgendaEntries.AsNoTracking().SingleAsync();
        Assert.Equal((agency.Time.Now, "Selesai: sudah dihadiri", "Euis Nurhayati, Operator SIKS-NG"), (entry.ClosedAt, entry.ClosedNote, entry.ClosedByText));
        Assert.All(await db.Dispositions.AsNoTracking().ToListAsync(), d => Assert.NotNull(d.DoneAt));
        var sent = Assert.Single((await queries.SentAsync(await agency.ActorAsync("ratna"), SentFilter.All, 1)).Rows);
        Assert.Equal(("dibaca Kabid Linjamsos pukul 09.10", "selesai pukul 09.10"), (sent.Receipt, sent.Ended));
        Assert.Equal(
            ["Dicatat agenda nomor 1/2026", "Didisposisikan ke Kabid Linjamsos", "Diteruskan ke Euis Nurhayati, Operator SIKS-NG", "Selesai oleh Euis Nurhayati, Operator SIKS-NG"],
            await db.AgendaEvents.OrderBy(e => e.Id).Select(e => e.Title).ToListAsync());
        Assert.True((await agency.CheckTrailAsync()).IsIntact);
    }

    [Fact]
    public async Task Give_ToTwo_ClosedOnlyWhenBothAreDone()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var letter = await agency.Data.RegisterLetterAsync();
        var service = agency.Get<DispositionService>();
        var first = await agency.Data.LetterToDivisionAsync(letter.Id);
        var second = (await service.GiveOnLetterAsync(new GiveOnLetter(letter.Id, null, TestData.Content("kabid-rehsos")), await agency.ActAsync("ratna"))).Value;

        await service.FinishAsync(first.Id, LetterEnd.Archived, null, await agency.ActAsync("asep"));
        await using var db = agency.OpenDb();
        Assert.Null((await db.AgendaEntries.AsNoTracking().SingleAsync()).ClosedAt);
        await service.FinishAsync(second.Id, LetterEnd.Done, null, await agency.ActAsync("imas"));

        Assert.Equal("Selesai", (await db.AgendaEntries.AsNoTracking().SingleAsync()).ClosedNote);
    }

    [Fact]
    public async Task Give_ByTheStandIn_WithTheActingTitle()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var letter = await agency.Data.RegisterLetterAsync();
        await agency.StandInAsync("hendra", "ratna");

        var given = await agency.Get<DispositionService>().GiveOnLetterAsync(new GiveOnLetter(letter.Id, null, TestData.Content("kabid-linjamsos")), await agency.ActAsync("hendra"));

        Assert.Equal("Hendra Gunawan, Plh. Kepala Dinas Sosial", given.Value.FromText);
    }

    [Theory, DemoStaff(except: ["ratna"])]
    public async Task Give_BySomebodyElse_ForbiddenAndRecorded(string userName)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var letter = await agency.Data.RegisterLetterAsync();

        var outcome = await agency.Get<DispositionService>().GiveOnLetterAsync(new GiveOnLetter(letter.Id, null, TestData.Content("kabid-rehsos")), await agency.ActAsync(userName));

        Assert.Equal(OutcomeKind.Forbidden, outcome.Kind);
        Assert.Equal("ditolak:disposisi.beri", (await agency.TrailAsync())[^1].Act);
    }

    [Theory, DemoStaff(except: ["asep"])]
    public async Task PassOnAndFinish_BySomebodyItWasNotGivenTo_Forbidden(string userName)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var letter = await agency.Data.RegisterLetterAsync();
        var given = await agency.Data.LetterToDivisionAsync(letter.Id);
        var (service, act) = (agency.Get<DispositionService>(), await agency.ActAsync(userName));

        Assert.Equal(OutcomeKind.Forbidden, (await service.GiveOnLetterAsync(new GiveOnLetter(letter.Id, given.Id, TestData.Content("operator-siks-ng")), act)).Kind);
        Assert.Equal(OutcomeKind.Forbidden, (await service.FinishAsync(given.Id, LetterEnd.Done, null, act)).Kind);
        Assert.Equal(OutcomeKind.Forbidden, (await service.MarkReadAsync(given.Id, act)).Kind);
    }

    [Theory]
    [InlineData("tidak-ada", "ToDeskCode")]
    [InlineData("kepala-dinas", "ToDeskCode")]
    public async Task Give_NoTarget_RefusedAtItsFieldAndNothingWritten(string desk, string field)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var letter = await agency.Data.RegisterLetterAsync();

        var outcome = await agency.Get<DispositionService>().GiveOnLetterAsync(new GiveOnLetter(letter.Id, null, TestData.Content(desk)), await agency.ActAsync("ratna"));

        Assert.Equal(field, Assert.Single(outcome.Refusals).Field);
        await using var db = agency.OpenDb();
        Assert.Equal(0, await db.Dispositions.CountAsync());
    }

    [Fact]
    public async Task Give_WithoutInstructionOrInThePast_RefusedAtTheirFields()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var letter = await agency.Data.RegisterLetterAsync();
        var content = new DispositionContent("kabid-linjamsos", null, [], new string('x', Disposition.NoteMaxLength + 1), new DateOnly(2026, 11, 22));

        var outcome = await agency.Get<DispositionService>().GiveOnLetterAsync(new GiveOnLetter(letter.Id, null, content), await agency.ActAsync("ratna"));

        Assert.Equal(["DueOn", "Note"], outcome.Refusals.Select(r => r.Field));
    }

    [Fact]
    public async Task Give_SameTargetTwiceOrClosed_Refused()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var letter = await agency.Data.RegisterLetterAsync();
        var given = await agency.Data.LetterToDivisionAsync(letter.Id);
        var (service, ratna) = (agency.Get<DispositionService>(), await agency.ActAsync("ratna"));
        var again = new GiveOnLetter(letter.Id, null, TestData.Content("kabid-linjamsos"));

        Assert.Contains("sudah didisposisikan ke Kabid Linjamsos", (await service.GiveOnLetterAsync(again, ratna)).Message, StringComparison.Ordinal);
        await service.FinishAsync(given.Id, LetterEnd.Done, null, await agency.ActAsync("asep"));
        Assert.Equal(OutcomeKind.Conflict, (await service.GiveOnLetterAsync(again, ratna)).Kind);
        Assert.Equal(OutcomeKind.Conflict, (await service.FinishAsync(given.Id, LetterEnd.Done, null, await agency.ActAsync("asep"))).Kind);
        Assert.Equal(OutcomeKind.NotFound, (await service.GiveOnLetterAsync(again with { AgendaId = Guid.CreateVersion7() }, ratna)).Kind);
    }

    [Fact]
    public async Task Finish_NoteTooLong_RefusedAtItsField()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var letter = await agency.Data.RegisterLetterAsync();
        var given = await agency.Data.LetterToDivisionAsync(letter.Id);

        var outcome = await agency.Get<DispositionService>().FinishAsync(given.Id, LetterEnd.Done, new string('x', 301), await agency.ActAsync("asep"));

        Assert.Equal("note", Assert.Single(outcome.Refusals).Field);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Recall_UnreadThenRead_FirstGoesBackSecondIsRefused(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var letter = await agency.Data.RegisterLetterAsync();
        var service = agency.Get<DispositionService>();
        var given = await agency.Data.LetterToDivisionAsync(letter.Id);

        Assert.True((await service.RecallAsync(given.Id, "salah bidang", await agency.ActAsync("ratna"))).IsOk);
        Assert.Equal(1, (await agency.Get<AgendaQueries>().WaitingAsync(await agency.ActorAsync("ratna"))).Total);
        Assert.Equal(0, (await agency.Get<DispositionQueries>().ReceivedAsync(await agency.ActorAsync("asep"), ReceivedFilter.All, 1)).Total);

        var again = await agency.Data.LetterToDivisionAsync(letter.Id);
        await service.MarkOpenedAsync(letter.Id, await agency.ActAsync("asep"));
        var refused = await service.RecallAsync(again.Id, null, await agency.ActAsync("ratna"));
        Assert.Equal("Sudah dibaca Kabid Linjamsos pukul 09.00. Disposisi tidak dapat ditarik lagi.", refused.Message);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Remind_OfALetter_ReceiverSeesItInItsHistoryToo(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var letter = await agency.Data.RegisterLetterAsync();
        var given = await agency.Data.LetterToDivisionAsync(letter.Id, new DateOnly(2026, 11, 24));
        await agency.Get<DispositionService>().MarkOpenedAsync(letter.Id, await agency.ActAsync("asep"));

        Assert.True((await agency.Get<DispositionService>().RemindAsync(given.Id, await agency.ActAsync("ratna"))).IsOk);

        var asep = await agency.ActorAsync("asep");
        var row = Assert.Single((await agency.Get<DispositionQueries>().ReceivedAsync(asep, ReceivedFilter.Pressing, 1)).Rows);
        Assert.Equal(("Batas besok", "Diingatkan oleh Ratna Kusumawardani, Kepala Dinas pada pukul 09.00"), (row.Signs.DueText, row.Signs.Reminder));
        var desk = await agency.Get<DeskQueries>().MyDeskAsync(asep, new DeskView());
        Assert.Equal(("Agenda 1/2026", $"/agenda/{letter.Id}"), (Assert.Single(desk.Dispositions.Rows).Number, desk.Dispositions.Rows[0].Href));
        Assert.Equal("Kabid Linjamsos diingatkan", (await agency.Get<AgendaQueries>().FindAsync(letter.Id, asep))!.Content!.History[0].Title);
    }

    [Fact]
    public async Task Sheet_OfALetterToTwo_PrintedAndCountedForThoseWhoMayReadIt()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var letter = await agency.Data.RegisterLetterAsync(TestData.Letter(isSecret: true));
        await agency.Data.LetterToDivisionAsync(letter.Id, new DateOnly(2026, 11, 27));
        await agency.Get<DispositionService>().GiveOnLetterAsync(new GiveOnLetter(letter.Id, null, TestData.Content("operator-siks-ng")), await agency.ActAsync("ratna"));
        var sheets = agency.Get<DispositionSheetWriter>();

        var sheet = await sheets.PrintAsync(letter.Id, small: false, await agency.ActAsync("dedi"));
        var small = await sheets.PrintAsync(letter.Id, small: true, await agency.ActAsync("asep"));

        Assert.Equal("lembar-disposisi-agenda-2026-1.pdf", sheet.Value.FileName);
        var text = PdfText.Text(sheet.Value.Pdf);
        Assert.Contains("Sekretariat Daerah", text, StringComparison.Ordinal);
        Assert.Contains("Operator SIKS-NG", text, StringComparison.Ordinal);
        Assert.Contains("27/11/2026", text, StringComparison.Ordinal);
        Assert.Contains("cetakan ke-2", PdfText.Text(small.Value.Pdf), StringComparison.Ordinal);
        Assert.Equal(OutcomeKind.Forbidden, (await sheets.PrintAsync(letter.Id, small: false, await agency.ActAsync("imas"))).Kind);
        Assert.Equal(OutcomeKind.NotFound, (await sheets.PrintAsync(Guid.CreateVersion7(), small: false, await agency.ActAsync("dedi"))).Kind);
    }
}
