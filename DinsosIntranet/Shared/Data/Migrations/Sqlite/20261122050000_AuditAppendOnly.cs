using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DinsosIntranet.Shared.Data.Migrations.Sqlite
{
    /// <summary>
    /// The trail only grows, whoever writes. The third guard is for INSERT OR REPLACE, which deletes without asking the
    /// second. A later migration that rebuilds AuditRecords must make the guards again.
    /// </summary>
    public partial class AuditAppendOnly : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                CREATE TRIGGER "AuditRecords_NoUpdate" BEFORE UPDATE ON "AuditRecords"
                BEGIN SELECT RAISE(ABORT, 'AuditRecords is append-only'); END;
                """);
            migrationBuilder.Sql(
                """
                CREATE TRIGGER "AuditRecords_NoDelete" BEFORE DELETE ON "AuditRecords"
                BEGIN SELECT RAISE(ABORT, 'AuditRecords is append-only'); END;
                """);
            migrationBuilder.Sql(
                """
                CREATE TRIGGER "AuditRecords_NoReplace" BEFORE INSERT ON "AuditRecords"
                WHEN EXISTS (SELECT 1 FROM "AuditRecords" WHERE "Sequence" = NEW."Sequence")
                BEGIN SELECT RAISE(ABORT, 'AuditRecords is append-only'); END;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""DROP TRIGGER "AuditRecords_NoReplace";""");
            migrationBuilder.Sql("""DROP TRIGGER "AuditRecords_NoDelete";""");
            migrationBuilder.Sql("""DROP TRIGGER "AuditRecords_NoUpdate";""");
        }
    }
}
