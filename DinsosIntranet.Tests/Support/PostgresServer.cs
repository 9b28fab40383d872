using System.Diagnostics;
using Npgsql;

namespace DinsosIntranet.Tests.Support;

/// <summary>
/// The PostgreSQL the tests use: the server named in DINSOS_TEST_POSTGRES, or a private one started here once per run, on
/// a socket in a temporary folder. The private server ends with this process, even when that is killed: its shell waits
/// for the end of a pipe only this process holds. Without PostgreSQL the tests fail; they never pass unseen.
/// </summary>
internal static class PostgresServer
{
    public const string Variable = "DINSOS_TEST_POSTGRES";

    private const string Script = """
        set -e
        folder=$(mktemp -d /tmp/dinsos-pg.XXXXXX)
        trap 'rm -rf "$folder"' EXIT
        "$1/initdb" -D "$folder/data" -U postgres -A trust -E UTF8 --locale=C --no-sync >"$folder/log" 2>&1 || { cat "$folder/log" >&2; exit 1; }
        "$1/postgres" -D "$folder/data" -k "$folder" -h '' -c fsync=off -c synchronous_commit=off -c full_page_writes=off \
          -c max_connections=300 -c shared_buffers=64MB -c autovacuum=off >>"$folder/log" 2>&1 &
        server=$!
        for i in $(seq 600); do
          "$1/pg_isready" -q -h "$folder" -U postgres && break
          kill -0 $server 2>/dev/null || { cat "$folder/log" >&2; exit 1; }
          sleep 0.1
        done
        echo "$folder"
        cat >/dev/null || true
        kill -INT $server
        wait $server || true
        """;

    private static readonly Lazy<Task<string>> Connection = new(FindOrStartAsync);

    /// <summary>Connection string of one database on the server.</summary>
    public static async Task<string> ConnectionStringAsync(string database) =>
        new NpgsqlConnectionStringBuilder(await Connection.Value) { Database = database, MaxPoolSize = 40, ConnectionIdleLifetime = 5, ConnectionPruningInterval = 5 }.ToString();

    public static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(await Connection.Value) { Database = "postgres", Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<string> FindOrStartAsync() =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } configured ? configured : await StartAsync();

    private static async Task<string> StartAsync()
    {
        var programs = Directory.Exists("/usr/lib/postgresql")
            ? Directory.EnumerateDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin")).Where(d => File.Exists(Path.Combine(d, "initdb"))).OrderDescending().FirstOrDefault()
            : null;
        if (programs is null)
        {
            throw new InvalidOperationException($"PostgreSQL is not installed (/usr/lib/postgresql) and {Variable} is not set. Install it: apt-get install postgresql.");
        }

        // initdb refuses root.
        string[] prefix = Environment.UserName == "root" ? ["runuser", "-u", "postgres", "--"] : [];
        string[] command = [.. prefix, "sh", "-c", Script, "sh", programs];
        var start = new ProcessStartInfo(command[0])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/tmp",
        };
        foreach (var argument in command.Skip(1))
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start)!;
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            process.StandardInput.Close();
            process.WaitForExit(TimeSpan.FromSeconds(10));
        };
        var folder = await process.StandardOutput.ReadLineAsync();
        if (string.IsNullOrEmpty(folder))
        {
            throw new InvalidOperationException("PostgreSQL did not start: " + await process.StandardError.ReadToEndAsync());
        }

        return new NpgsqlConnectionStringBuilder { Host = folder, Username = "postgres", Database = "postgres" }.ToString();
    }
}
