using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace DinsosIntranet.Tests.Support;

/// <summary>Counts the commands sent to the database, so that a page that queries once per row is noticed.</summary>
public sealed class CommandCounter : DbCommandInterceptor
{
    private readonly List<string> _texts = [];

    /// <summary>What was sent while <paramref name="act"/> ran.</summary>
    public async Task<IReadOnlyList<string>> DuringAsync(Func<Task> act)
    {
        lock (_texts)
        {
            _texts.Clear();
        }

        await act();
        lock (_texts)
        {
            return [.. _texts];
        }
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Record(command);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Record(command);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        Record(command);
        return ValueTask.FromResult(result);
    }

    private void Record(DbCommand command)
    {
        lock (_texts)
        {
            _texts.Add(command.CommandText);
        }
    }
}
