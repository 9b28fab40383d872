using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Architecture;

public sealed class ModelTests
{
    [Fact]
    public void SqliteModel_HasNoChangesWithoutMigration()
    {
        using var db = new SqliteDesignTimeFactory().CreateDbContext([]);

        Assert.False(db.Database.HasPendingModelChanges(), "Make a migration; see CONTRIBUTING.md.");
    }

    [Fact]
    public void PostgresModel_HasNoChangesWithoutMigration()
    {
        using var db = new PostgresDesignTimeFactory().CreateDbContext([]);

        Assert.False(db.Database.HasPendingModelChanges(), "Make a migration; see CONTRIBUTING.md.");
    }

    [Theory]
    [InlineData("Development")]
    [InlineData("Production")]
    public async Task Services_InEachEnvironment_CanAllBeMade(string environment)
    {
        // The composition validates every registration when it is built.
        using var folder = new DinsosIntranet.Tests.Shared.Files.TemporaryFolder();
        await using var app = TestComposition.Build(new Dictionary<string, string?> { ["Data:Folder"] = folder.Root }, new FakeTime(), [], null, environment);

        Assert.NotNull(app.Services);
    }
}
