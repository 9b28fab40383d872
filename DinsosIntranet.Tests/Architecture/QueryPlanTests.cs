using System.Text.RegularExpressions;
using DinsosIntranet.Features.Agenda;
using DinsosIntranet.Features.Audit;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Complaints;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Dispositions;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.PublicInformation;
using DinsosIntranet.Features.VictimCases;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Architecture;

/// <summary>
/// The pages everybody opens find their rows by an index, however many there are. SQLite is asked how it would go about each
/// command; it answers the same for an empty database as for a full one.
/// </summary>
public sealed partial class QueryPlanTests
{
    /// <summary>Tables that only grow. The trail is not among them: it is read along its primary key, which is the table itself.</summary>
    private static readonly HashSet<string> Growing =
        ["Persons", "PersonWords", "ServiceRequests", "WorkItems", "WorkClocks", "DeskStays", "HistoryEntries", "Letters", "Dispositions", "AgendaEntries", "Complaints", "VictimCases", "PrintRecords"];

    private static readonly Dictionary<string, Func<TestAgency, Actor, Task>> Pages = new()
    {
        ["menu"] = (agency, actor) => agency.Get<WaitingWork>().CountAsync(actor),
        ["desk"] = (agency, actor) => agency.Get<DeskQueries>().MyDeskAsync(actor, new DeskView()),
        ["dispositions"] = (agency, actor) => agency.Get<DispositionQueries>().InboxAsync(actor, 1),
        ["received"] = (agency, actor) => agency.Get<DispositionQueries>().ReceivedAsync(actor, ReceivedFilter.Pressing, 1),
        ["sent"] = (agency, actor) => agency.Get<DispositionQueries>().SentAsync(actor, SentFilter.Late, 1),
        ["requests"] = (agency, actor) => agency.Get<DinsosIntranet.Features.Intake.RequestQueries>().SearchAsync(new RequestFilter(), 0, 25, actor),
        ["agenda"] = (agency, actor) => agency.Get<AgendaQueries>().BookAsync(new AgendaFilter(), 1, actor),
        ["agenda that waits"] = (agency, actor) => agency.Get<AgendaQueries>().WaitingAsync(actor),
        ["letters"] = (agency, actor) => agency.Get<LetterQueries>().BookAsync(new LetterFilter(null, null, null, null), 1, new DateOnly(2026, 11, 23), actor),
        ["complaints"] = (agency, actor) => agency.Get<ComplaintBook>().PageAsync(new BookFilter(), 1, actor),
        ["information"] = (agency, actor) => agency.Get<InformationRegister>().PageAsync(new RegisterFilter(), 1, actor),
        ["cases"] = (agency, actor) => agency.Get<CaseQueries>().ListAsync(actor, CaseFilter.Running, 1),
        ["trail"] = (agency, actor) => agency.Get<AuditQueries>().PageAsync(new AuditFilter(), AuditSight.Of(actor)),
        ["persons by name"] = (agency, actor) => agency.Get<PersonQueries>().SearchAsync("siti amin", actor),
        ["persons by phone"] = (agency, actor) => agency.Get<PersonQueries>().SearchAsync("0812345", actor),
        ["doubles"] = (agency, actor) => agency.Get<PersonMergeQueries>().PairsAsync(actor),
    };

    [Fact]
    public async Task Pages_OfLongTables_ScanNoneOfThem()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        await agency.Data.RegisterAsync();
        await agency.Data.RequestAtAsync(TestData.Disposing);
        Actor[] actors = [await agency.ActorAsync("ratna"), await agency.ActorAsync("nani")];
        await using var db = agency.OpenDb();
        await db.Database.OpenConnectionAsync();
        var scans = new List<string>();
        foreach (var (name, read) in Pages)
        {
            foreach (var actor in actors)
            {
                foreach (var sql in await agency.Commands.DuringAsync(() => read(agency, actor)))
                {
                    scans.AddRange((await PlanAsync(db, sql)).Where(step => IsScan(step, sql)).Select(step => $"{name}: {step}: {sql}"));
                    scans.AddRange(sql.Contains("ROW_NUMBER", StringComparison.Ordinal) ? [$"{name} numbers a whole table: {sql}"] : []);
                }
            }
        }

        Assert.True(scans.Count == 0, string.Join(Environment.NewLine, scans));
    }

    /// <summary>"SCAN d" reads the table; "SCAN d USING INDEX" walks along an index until the page is full.</summary>
    private static bool IsScan(string step, string sql) =>
        TableScan().Match(step) is { Success: true } scan
        && Aliases().Matches(sql).Any(a => a.Groups["alias"].Value == scan.Groups["alias"].Value && Growing.Contains(a.Groups["table"].Value));

    private static async Task<IReadOnlyList<string>> PlanAsync(DinsosDbContext db, string sql)
    {
        // "WHERE 0" asks for none of an empty list: nothing is read.
        if (!sql.StartsWith("SELECT", StringComparison.Ordinal) || sql.Contains("WHERE 0", StringComparison.Ordinal))
        {
            return [];
        }

        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + sql;
        foreach (var name in Parameters().Matches(sql).Select(m => m.Value).Distinct())
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, DBNull.Value);
            command.Parameters.Add(parameter);
        }

        await using var reader = await command.ExecuteReaderAsync();
        var steps = new List<string>();
        while (await reader.ReadAsync())
        {
            steps.Add(reader.GetString(3));
        }

        return steps;
    }

    [GeneratedRegex("^SCAN (?<alias>\\w+)$", RegexOptions.ExplicitCapture)]
    private static partial Regex TableScan();

    [GeneratedRegex("\"(?<table>\\w+)\" AS \"(?<alias>\\w+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Aliases();

    [GeneratedRegex("@\\w+")]
    private static partial Regex Parameters();
}
