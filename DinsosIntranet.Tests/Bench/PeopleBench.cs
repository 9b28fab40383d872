using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Intake.Domain;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Bench;

/// <summary>The search for persons as the counter types it, in a register of a million; beside the bare look-up in the index.</summary>
internal static class PeopleBench
{
    private const int Persons = 1_000_000;
    private const int PerRound = 40;

    public static async Task RunAsync(BenchHost host)
    {
        await using var db = host.OpenDb();
        await BenchRows.PersonsAsync(db, Persons);
        var queries = host.Service<PersonQueries>();
        var counter = await host.ActorAsync("nani");
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        var byNik = Prepared(connection, "SELECT \"Name\", \"LastSeenAt\" FROM \"Persons\" WHERE \"Nik\" = $a");
        var byWord = Prepared(connection, "SELECT p.\"Name\", p.\"LastSeenAt\" FROM \"PersonWords\" w JOIN \"Persons\" p ON p.\"Id\" = w.\"PersonId\" WHERE w.\"Word\" >= $a AND w.\"Word\" < $b LIMIT 10");
        var measured = await Timing.MeasureAsync(
            PerRound,
            n => FindAsync($"3602990101{n * 811 % Persons:000000}", 1),
            n => LookUpAsync(byNik, $"3602990101{n * 811 % Persons:000000}"),
            _ => FindAsync(BenchRows.RareName[..8], 1),
            _ => FindAsync("siti amin", PersonQueries.MaxHits),
            _ => FindAsync("siti", PersonQueries.MaxHits),
            _ => FindAsync("081200012", PersonQueries.MaxHits),
            _ => LookUpAsync(byWord, BenchRows.RareName[..8].ToUpperInvariant()));
        string[] names = ["nik", "bare", "rare-word", "two-common-words", "common-word", "phone"];
        for (var i = 0; i < names.Length; i++)
        {
            if (i != 1)
            {
                var bare = measured[i == 0 ? 1 : ^1];
                BenchOutput.Write($"people.{names[i]}.p95", Timing.Percentile(measured[i].Milliseconds, 95), "ms", Timing.Percentile(bare.Milliseconds, 95));
                BenchOutput.Write($"people.{names[i]}.cpu", measured[i].ProcessorMilliseconds, "ms of processor each", bare.ProcessorMilliseconds);
            }
        }

        async Task FindAsync(string typed, int expected)
        {
            if ((await queries.SearchAsync(typed, counter)).Count != expected)
            {
                throw new InvalidOperationException($"'{typed}' does not find {expected}.");
            }
        }
    }

    private static SqliteCommand Prepared(SqliteConnection connection, string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$a", "");
        if (sql.Contains("$b", StringComparison.Ordinal))
        {
            command.Parameters.AddWithValue("$b", "");
        }

        command.Prepare();
        return command;
    }

    private static async Task LookUpAsync(SqliteCommand command, string text)
    {
        command.Parameters[0].Value = text;
        if (command.Parameters.Count > 1)
        {
            command.Parameters[1].Value = PersonWord.After(text);
        }

        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            _ = reader.GetString(0);
        }
    }
}
