using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace DinsosIntranet.Shared.Data;

/// <summary>
/// Sets what SQLite keeps per connection. The journal mode (WAL) stays in the file and is set when the database is made.
/// Connections are pooled and keep their settings, so each is set once and not at every use.
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Pragmas = "PRAGMA synchronous=FULL; PRAGMA secure_delete=FAST; PRAGMA cache_size=-16000; PRAGMA temp_store=MEMORY;";

    /// <summary>The connections of SQLite itself that are set; the pool hands them out again under another object.</summary>
    private readonly ConditionalWeakTable<object, object> _set = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (((SqliteConnection)connection).Handle is not { } handle || _set.TryGetValue(handle, out _))
        {
            return;
        }

        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
        _set.AddOrUpdate(handle, handle);
    }

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        // SQLite has no asynchronous commands: its driver runs them at once, whatever they are called.
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
