namespace DinsosIntranet.Shared.Data;

public enum DatabaseProvider
{
    Sqlite,
    Postgres,
}

/// <summary>Section "Basisdata". With nothing set, a SQLite file in the data folder.</summary>
public sealed class DatabaseOptions
{
    public const string Section = "Basisdata";

    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    /// <summary>SQLite: path of the file. Empty: dinsos.db in the data folder.</summary>
    public string Path { get; set; } = "";

    /// <summary>PostgreSQL: connection string.</summary>
    public string ConnectionString { get; set; } = "";
}
