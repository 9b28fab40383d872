using System.Text;
using System.Text.Json;
using DinsosIntranet.Features.Audit;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Dispositions;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.VictimCases;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RequestReader = DinsosIntranet.Features.Desks.RequestQueries;

namespace DinsosIntranet.Tests.Features.VictimCases;

/// <summary>
/// Every road of both standards walked by people who write the victim's name wherever somebody can write: afterwards it is looked for
/// wherever somebody could look.
/// </summary>
public sealed class CaseLeakTests
{
    private static readonly string[] Told =
        [TestData.VictimName, TestData.VictimNik, TestData.SafePhone, TestData.AccusedName, TestData.Narrative, "Melati", "Kenanga", "Rahasia Sunyi", "korban di UGD", "Polres Manggarai", "B/117/XI"];

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task EveryRoad_Afterwards_NothingThatWasToldIsFound(DatabaseProvider provider)
    {
        using var log = new LogLines();
        await using var agency = await TestAgency.StartAsync(provider, configure: services => services.AddLogging(l => l.AddProvider(log).SetMinimumLevel(LogLevel.Trace)));
        var cases = new[] { await GenderCaseAsync(agency), await FaceToFaceAsync(agency), await PoliceLetterAsync(agency) };

        agency.Get<ILoggerFactory>().CreateLogger("tes").LogInformation("Didengar.");
        Assert.Contains("Didengar.", log.Lines);
        Clean("log", log.Lines);
        Clean("database", provider == DatabaseProvider.Sqlite ? SqliteFiles(agency) : await ColumnsAsync(agency));
        Clean("trail", (await agency.TrailAsync()).Select(r => r.Text));
        Clean("file names", Directory.EnumerateFileSystemEntries(agency.DataFolder, "*", SearchOption.AllDirectories));
        Clean("trail, file", [await TrailFileAsync(agency)]);
        var reader = agency.Get<BoardReader>();
        var board = await reader.MakeAsync(await reader.ReadAsync(default), null, agency.Time.Now, null, default);
        Clean("board", [JsonSerializer.Serialize(board.View(BoardFilter.All)), JsonSerializer.Serialize(board.Wall(BoardFilter.All))]);
        foreach (var user in (string[])["nani", "dedi", "asep", "wahyu", "lilis", "opik", "maman", "yusup"])
        {
            Clean(user, await MetAsync(agency, user, cases));
        }

        Assert.True((await agency.CheckTrailAsync()).IsIntact);
    }

    private static async Task<Guid> GenderCaseAsync(TestAgency agency)
    {
        var registered = await agency.Data.FilledCaseAsync();
        await agency.Data.BreakGlassAsync(registered.Id);
        await agency.Get<CaseSearch>().FindAsync(TestData.VictimNik, await agency.ActAsync("sari"));
        await agency.Get<CaseSearch>().FindAsync(TestData.VictimName, await agency.ActAsync("sari"));
        await agency.Get<RequestReader>().FindAsync(registered.Id, await agency.ActorAsync("sari"));
        Ok(await agency.Data.LeaveAsync(registered.Id, TestData.CaseReporting, "tercatat", "sari"));
        Ok(await agency.Get<DeskService>().PauseAsync(registered.Id, PauseReason.All[0].Code, "menunggu " + TestData.VictimName, await agency.ActAsync("sari")));
        Ok(await agency.Get<DeskService>().ResumeAsync(registered.Id, await agency.ActAsync("sari")));
        Ok(await agency.Get<DeskService>().ReleaseAsync(registered.Id, await agency.ActAsync("sari", TestData.CarelessNote)));
        Ok(await agency.Get<WithdrawalService>().WithdrawAsync(
            registered.Id,
            TestData.Withdrawal(TestData.CarelessNote) with { AskedBy = DinsosIntranet.Features.Intake.Domain.WithdrawalAsker.Proxy, ProxyName = "Melati Kenanga", ProxyRelation = "Kenanga", IdentityKind = "KTP", IdentityNumber = TestData.VictimNik },
            await agency.ActAsync("nani")));
        return registered.Id;
    }

    private static async Task<Guid> FaceToFaceAsync(TestAgency agency)
    {
        var guest = (await agency.Get<GuestBookService>().AddAsync(
            new AddGuest { Name = TestData.VictimName, Origin = "Kenanga", Phone = TestData.SafePhone, Purpose = TestData.CarelessNote }, await agency.ActAsync("nani"))).Value;
        var registered = await agency.Data.CaseAsync(TestData.FaceToFace() with { GuestBookEntryId = guest.Id });
        Ok(await agency.Data.DirectAsync(registered.Id, note: TestData.CarelessNote));
        await agency.Get<DispositionSheetWriter>().PrintAsync(registered.Id, false, await agency.ActAsync("dedi"));
        var exclusion = (await agency.Get<RequestExclusions>().AddAsync(
            new AddExclusion { RequestId = registered.Id, UserId = agency.UserId("euis"), Reason = ExclusionReason.Related }, await agency.ActAsync("ratna"))).Value;
        Ok(await agency.Get<RequestExclusions>().LiftAsync(exclusion.Id, TestData.CarelessNote, await agency.ActAsync("ratna")));
        Ok(await agency.Data.LeadInAsync(registered.Id, TestData.CarelessNote));
        Ok(await agency.Data.OpenCaseAsync(registered.Id, "gilang"));
        await agency.Data.FillAsync(registered.Id);
        Ok(await agency.Data.LeaveAsync(registered.Id, TestData.Assessing, "asesmen-selesai"));
        Ok(await agency.Data.SaveAsync(registered.Id, CaseBlocks.Service, TestData.ServiceValues(), by: "gilang"));
        Assert.True((await agency.Data.Cases.PrintAsync(registered.Id, "B", "sidang", await agency.ActAsync("gilang"))).IsOk);
        await agency.Data.ApprovedRehabilitationAsync(registered.Id);
        Ok(await agency.Data.LeaveAsync(registered.Id, "a5-pendampingan", "tutup"));
        return registered.Id;
    }

    private static async Task<Guid> PoliceLetterAsync(TestAgency agency)
    {
        var registered = await agency.Data.CaseAsync(TestData.PoliceLetter());
        Ok(await agency.Data.DirectAsync(registered.Id, "ratna", note: TestData.CarelessNote));
        Ok(await agency.Data.OpenCaseAsync(registered.Id, "gilang"));
        Ok(await agency.Data.SaveAsync(registered.Id, CaseBlocks.Victim, TestData.VictimValues(), by: "gilang"));
        return registered.Id;
    }

    /// <summary>Whatever of the cases somebody outside meets: pages, lists, the desk, papers.</summary>
    private static async Task<IReadOnlyList<string>> MetAsync(TestAgency agency, string user, Guid[] cases)
    {
        var actor = await agency.ActorAsync(user);
        var met = new List<string>();
        foreach (var id in cases)
        {
            met.Add(JsonSerializer.Serialize(await agency.Get<CaseQueries>().FindAsync(id, actor) is { } view ? new { view.Number, view.Place, view.Team, view.Emergencies, view.Content } : null));
            if (await agency.Get<RequestReader>().FindAsync(id, actor) is { } request)
            {
                met.Add(JsonSerializer.Serialize(new { request.Number, request.Place, request.History, request.Dispositions, request.People, request.Requirements, request.Answers }));
            }

            var sheet = await agency.Get<DispositionSheetWriter>().PrintAsync(id, false, await agency.ActAsync(user));
            met.Add(sheet.IsOk ? PdfText.Text(sheet.Value.Pdf) + sheet.Value.FileName : "");
        }

        met.Add(JsonSerializer.Serialize(await agency.Get<DispositionQueries>().ReceivedAsync(actor, ReceivedFilter.All, 1)));
        met.Add(JsonSerializer.Serialize(await agency.Get<GuestBookQueries>().PageAsync(new DateOnly(2026, 11, 23), 1, actor)));
        met.Add(JsonSerializer.Serialize(await agency.Get<DinsosIntranet.Features.Intake.PersonQueries>().SearchAsync("melati kenanga", actor)));
        return met;
    }

    private static IEnumerable<string> SqliteFiles(TestAgency agency)
    {
        var files = Directory.EnumerateFiles(agency.DataFolder, "*", SearchOption.AllDirectories).Where(f => Path.GetFileName(f).StartsWith("dinsos", StringComparison.Ordinal)).ToList();
        Assert.Contains(files, f => f.EndsWith("-wal", StringComparison.Ordinal));
        foreach (var file in files)
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            yield return reader.ReadToEnd();
        }
    }

    /// <summary>Every text the PostgreSQL database holds, column by column.</summary>
    private static async Task<IReadOnlyList<string>> ColumnsAsync(TestAgency agency)
    {
        await using var db = agency.OpenDb();
        var columns = await db.Database.SqlQueryRaw<string>(
            """
            SELECT quote_ident(table_name) || '|' || quote_ident(column_name) AS "Value" FROM information_schema.columns
            WHERE table_schema = current_schema() AND (data_type IN ('text', 'character varying', 'jsonb', 'json') OR data_type = 'ARRAY')
            """).ToListAsync();
        Assert.Contains("\"CaseBlocks\"|\"Payload\"", columns);
        var texts = new List<string>();
        foreach (var column in columns.Select(c => c.Split('|')))
        {
            // Both names come from the database's own catalogue, quoted by it.
            var sql = string.Concat("SELECT coalesce(", column[1], "::text, '') AS \"Value\" FROM ", column[0]);
            texts.AddRange(await db.Database.SqlQueryRaw<string>(sql).ToListAsync());
        }

        return texts;
    }

    private static async Task<string> TrailFileAsync(TestAgency agency)
    {
        using var file = new MemoryStream();
        await agency.Get<AuditExport>().WriteAsync(file, new AuditFilter(), await agency.ActorAsync("maman"));
        var text = Encoding.UTF8.GetString(file.ToArray());
        Assert.Contains("KTK-2026-0001", text, StringComparison.Ordinal);
        return text;
    }

    private static void Clean(string where, IEnumerable<string> texts)
    {
        var found = texts.SelectMany(text => Told.Where(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)).Select(word => (word, Around(text, word)))).Distinct().ToList();
        Assert.True(found.Count == 0, $"{where}: {string.Join(" | ", found)}");
    }

    private static string Around(string text, string word)
    {
        var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase);
        return text[Math.Max(0, at - 80)..Math.Min(text.Length, at + 80)];
    }

    private static void Ok(Outcome outcome) => Assert.True(outcome.IsOk, $"{outcome.Kind}: {outcome.Message}");

    private static void Ok<T>(Outcome<T> outcome) => Assert.True(outcome.IsOk, $"{outcome.Kind}: {outcome.Message}");
}
