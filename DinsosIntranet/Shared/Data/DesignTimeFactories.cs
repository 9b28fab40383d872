using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace DinsosIntranet.Shared.Data;

/// <summary>For "dotnet ef" only: no connection is opened.</summary>
internal sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteDinsosDbContext>
{
    public SqliteDinsosDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteDinsosDbContext>().UseSqlite("Data Source=:memory:").Options);
}

/// <summary>For "dotnet ef" only: no connection is opened.</summary>
internal sealed class PostgresDesignTimeFactory : IDesignTimeDbContextFactory<PostgresDinsosDbContext>
{
    public PostgresDinsosDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresDinsosDbContext>().UseNpgsql("Host=localhost").Options);
}
