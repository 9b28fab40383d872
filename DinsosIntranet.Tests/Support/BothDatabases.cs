using DinsosIntranet.Shared.Data;

namespace DinsosIntranet.Tests.Support;

/// <summary>For <c>[Theory, ClassData(typeof(BothDatabases))]</c>: the test runs once on SQLite and once on PostgreSQL.</summary>
public sealed class BothDatabases : TheoryData<DatabaseProvider>
{
    public BothDatabases()
    {
        Add(DatabaseProvider.Sqlite);
        Add(DatabaseProvider.Postgres);
    }
}
