using System.Text;
using DinsosIntranet.App.Startup;
using DinsosIntranet.Features.VictimCases;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Features.VictimCases;

/// <summary>What is over its term is anonymised by two people and for good; what is held is not.</summary>
public sealed class RetentionServiceTests
{
    [Fact]
    public async Task Anonymise_ByTwoPeople_NothingThatNamesSomebodyIsLeft()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var registered = await agency.Data.OldCaseAsync();
        Assert.True((await agency.Get<ConflictService>().DeclareCaseAsync(registered.Number, await agency.ActAsync("gilang"))).IsOk);
        var conflict = Assert.Single(await agency.Get<ConflictQueries>().WaitingAsync(await agency.ActorAsync("lina")));
        Assert.True((await agency.Get<ConflictService>().DecideAsync(new DecideConflict { Id = conflict.Id, Accept = false, Note = "jauh" }, await agency.ActAsync("lina"))).IsOk);
        var told = await EnvelopesAsync(agency);
        Assert.All(told, text => Assert.Contains(Files(agency), f => f.Contains(text, StringComparison.Ordinal)));
        var files = agency.VaultFiles();
        Assert.Equal(registered.Id, Assert.Single((await agency.Get<RetentionQueries>().DueAsync(1, await agency.ActorAsync("dedi"))).Rows).CaseId);
        var id = await agency.Data.ProposedAsync(registered.Id);

        Assert.True((await agency.Data.ApproveDestructionAsync(id)).IsOk);

        // The attachment's bytes are gone, the berita acara has come.
        Assert.Equal(files, agency.VaultFiles());
        Assert.All(Files(agency), file => Assert.All(told, text => Assert.DoesNotContain(text, file, StringComparison.Ordinal)));
        await using var db = agency.OpenDb();
        var destruction = await db.CaseDestructions.SingleAsync();
        Assert.Equal((DestructionState.Done, "BAP/1/2026", 1), (destruction.State, destruction.Number, destruction.ErasedFiles));
        Assert.NotNull(destruction.FinishedAt);
        Assert.Null((await db.VictimCases.SingleAsync()).WrappedKey);
        Assert.Empty(await db.CaseAttachments.ToListAsync());
        Assert.Equal("Tamu rahasia", (await agency.Get<DinsosIntranet.Features.Intake.GuestBookQueries>().PageAsync(new DateOnly(2026, 11, 23), 1, await agency.ActorAsync("nani"))).Rows.Single().Name);
        Assert.True((await agency.CheckTrailAsync()).IsIntact);
        var view = (await agency.Get<CaseQueries>().FindAsync(registered.Id, await agency.ActorAsync("sari")))!;
        Assert.Equal((registered.Number, true), (view.Number, view.IsErased));

        Assert.Null((await db.CaseConflicts.SingleAsync()).Note);
        Assert.False(await db.CaseBlocks.AnyAsync(b => b.NikIndex != null || b.FamilyIndex != null || b.PhoneIndex != null));

        // What may be counted stays, and nothing else.
        var victim = agency.Get<CaseVault>().ReadKept(await db.CaseBlocks.SingleAsync(b => b.Kind == CaseBlocks.Victim));
        Assert.Equal(("P", "46", "", ""), (victim["kelamin"], victim[CaseBlocks.Age], victim[CaseBlocks.Name], victim[CaseBlocks.BirthDate]));
        Assert.True(agency.Get<CaseVault>().ReadKept(await db.CaseBlocks.SingleAsync(b => b.Kind == CaseBlocks.Event))[CaseBlocks.CaseKind] == "kta");

        var report = (await agency.Get<RetentionQueries>().ReportAsync(id, await agency.ActAsync("dedi")))!;
        var text = PdfText.Text(report.Content);
        Assert.All(["BAP/1/2026", registered.Number, "Dedi", "Ratna", TestData.ApprovalLetter], word => Assert.Contains(word, text, StringComparison.Ordinal));
        using var sheet = new MemoryStream();
        await agency.Get<DestructionExport>().WriteAsync(sheet, await agency.ActorAsync("dedi"));
        Assert.True(sheet.Length > 1000);
    }

    [Fact]
    public async Task OldDatabaseAndInterruptedWork_AtTheNextStart_ErasedAndFinishedAgain()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var registered = await agency.Data.OldCaseAsync();
        VictimCase before;
        CaseBlock block;
        await using (var db = agency.OpenDb())
        {
            before = await db.VictimCases.AsNoTracking().SingleAsync();
            block = await db.CaseBlocks.AsNoTracking().SingleAsync(b => b.Kind == CaseBlocks.Victim);
        }

        var id = await agency.Data.ProposedAsync(registered.Id);
        Assert.True((await agency.Data.ApproveDestructionAsync(id)).IsOk);

        // An older copy of the database comes back, and the program had stopped between the commit and the files.
        await agency.SqlAsync($"""UPDATE "VictimCases" SET "WrappedKey" = {before.WrappedKey}""");
        await agency.SqlAsync($"""UPDATE "CaseBlocks" SET "Payload" = {block.Payload}, "NikIndex" = {block.NikIndex} WHERE "Id" = {block.Id}""");
        var name = new string('a', 32);
        var left = Path.Combine(agency.DataFolder, "berkas", "aa", "aa", name);
        Directory.CreateDirectory(Path.GetDirectoryName(left)!);
        await File.WriteAllTextAsync(left, "sisa");
        await agency.SqlAsync($"""UPDATE "CaseDestructions" SET "FinishedAt" = NULL, "PendingFiles" = {"aa/aa/" + name}""");
        Assert.Null(agency.Get<CaseVault>().Open(before));

        await agency.Get<RahasiaUpkeep>().RunAsync();

        Assert.False(File.Exists(left));
        await using var after = agency.OpenDb();
        Assert.Null((await after.VictimCases.SingleAsync()).WrappedKey);
        Assert.Equal(("", null), (await after.CaseBlocks.Where(b => b.Id == block.Id).Select(b => new ValueTuple<string, string?>(b.Payload, b.NikIndex)).SingleAsync()));
        Assert.NotNull((await after.CaseDestructions.SingleAsync()).FinishedAt);
        Assert.Contains(await agency.TrailAsync(), r => r.Act == "kasus.musnah-ulang");
    }

    [Fact]
    public async Task HeldOrTooYoungOrOwnProposal_EachIsStopped()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var child = await agency.Data.OldCaseAsync(ofAge: false);
        Assert.StartsWith("Masa simpan kasus ini belum habis", (await agency.Data.Retention.ProposeAsync(new ProposeDestruction { CaseId = child.Id, ApprovalLetter = "x" }, await agency.ActAsync("dedi"))).Message, StringComparison.Ordinal);

        var old = await agency.Data.OldCaseAsync();
        Assert.Equal(nameof(ProposeDestruction.ApprovalLetter), Assert.Single((await agency.Data.Retention.ProposeAsync(new ProposeDestruction { CaseId = old.Id }, await agency.ActAsync("dedi"))).Refusals).Field);
        var id = await agency.Data.ProposedAsync(old.Id);
        Assert.Equal(OutcomeKind.Forbidden, (await agency.Data.ApproveDestructionAsync(id, "dedi")).Kind);
        Assert.True((await agency.Data.Retention.HoldAsync(new PlaceHold { Number = old.Number, Reason = "sidang" }, await agency.ActAsync("lina"))).IsOk);
        Assert.Equal(OutcomeKind.Conflict, (await agency.Data.Retention.HoldAsync(new PlaceHold { Number = old.Number, Reason = "sidang" }, await agency.ActAsync("dedi"))).Kind);

        Assert.Equal(RetentionRules.Held, (await agency.Data.ApproveDestructionAsync(id)).Message);

        var hold = Assert.Single(await agency.Get<RetentionQueries>().HoldsAsync(await agency.ActorAsync("hendra")));
        Assert.True((await agency.Data.Retention.LiftAsync(hold.Id, "perkara-selesai", await agency.ActAsync("hendra"))).IsOk);
        Assert.True((await agency.Data.ApproveDestructionAsync(id)).IsOk);
        Assert.StartsWith("Sudah diputus Ratna", (await agency.Data.ApproveDestructionAsync(id, "hendra")).Message, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Approve_TwoAtOnce_OneDoes(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var id = await agency.Data.ProposedAsync((await agency.Data.OldCaseAsync()).Id);

        var outcomes = await Task.WhenAll(agency.Data.ApproveDestructionAsync(id), agency.Data.ApproveDestructionAsync(id, "hendra"));

        Assert.Single(outcomes, o => o.IsOk);
        Assert.StartsWith("Sudah diputus ", Assert.Single(outcomes, o => o.Kind == OutcomeKind.Conflict).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LockedCase_OfOthers_NotListedAndNotFound()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var old = await agency.Data.OldCaseAsync();
        await agency.SqlAsync($"""UPDATE "VictimCases" SET "IsLocked" = {true}""");
        var dedi = await agency.ActorAsync("dedi");

        Assert.Equal(0, (await agency.Get<RetentionQueries>().DueAsync(1, dedi)).Total);
        Assert.Equal(OutcomeKind.NotFound, (await agency.Data.Retention.ProposeAsync(new ProposeDestruction { CaseId = old.Id, ApprovalLetter = "x" }, await agency.ActAsync("dedi"))).Kind);
        Assert.Equal(nameof(PlaceHold.Number), Assert.Single((await agency.Data.Retention.HoldAsync(new PlaceHold { Number = old.Number, Reason = "sidang" }, await agency.ActAsync("dedi"))).Refusals).Field);
    }

    [Fact]
    public async Task GuestBook_LinesWrittenBeforeItWasEncrypted_EncryptedAtStart()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var guest = (await agency.Get<DinsosIntranet.Features.Intake.GuestBookService>().AddAsync(
            new DinsosIntranet.Features.Intake.AddGuest { Name = "Sementara", Purpose = "Sementara" }, await agency.ActAsync("nani"))).Value;
        await agency.SqlAsync($"""UPDATE "GuestBookEntries" SET "Name" = {TestData.VictimName}, "Purpose" = {TestData.Narrative} WHERE "Id" = {guest.Id}""");

        await agency.Get<RahasiaUpkeep>().RunAsync();

        Assert.All(Files(agency), file => Assert.All([TestData.VictimName, TestData.Narrative], text => Assert.DoesNotContain(text, file, StringComparison.Ordinal)));
        var row = (await agency.Get<DinsosIntranet.Features.Intake.GuestBookQueries>().PageAsync(new DateOnly(2026, 11, 23), 1, await agency.ActorAsync("nani"))).Rows.Single();
        Assert.Equal((TestData.VictimName, TestData.Narrative), (row.Name, row.Purpose));
    }

    /// <summary>Everything that opens, or finds, what was told, as the rows have it: key, notes, lines of the guest book, indexes.</summary>
    private static async Task<IReadOnlyList<string>> EnvelopesAsync(TestAgency agency)
    {
        await using var db = agency.OpenDb();
        var history = await db.HistoryEntries.Where(h => h.Detail != null && h.Detail.StartsWith("v1.")).Select(h => h.Detail!).ToListAsync();
        var withdrawal = await db.Withdrawals.AsNoTracking().SingleAsync();
        var victim = await db.CaseBlocks.AsNoTracking().SingleAsync(b => b.Kind == CaseBlocks.Victim);
        Assert.NotEmpty(history);
        return [.. history, withdrawal.Reason, victim.NikIndex!, victim.FamilyIndex!, victim.PhoneIndex!, (await db.VictimCases.AsNoTracking().SingleAsync()).WrappedKey!, (await db.GuestBookEntries.AsNoTracking().SingleAsync()).Name];
    }

    private static IReadOnlyList<string> Files(TestAgency agency) =>
    [
        .. Directory.EnumerateFiles(agency.DataFolder, "dinsos*", SearchOption.AllDirectories).Select(file =>
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            return reader.ReadToEnd();
        }),
    ];
}
