using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DinsosIntranet.Shared.Data.Migrations.Postgres
{
    /// <summary>The trail only grows, whoever writes; TRUNCATE asks no row trigger and has one of its own.</summary>
    public partial class AuditAppendOnly : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                CREATE FUNCTION "AuditRecords_Refuse"() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN RAISE EXCEPTION 'AuditRecords is append-only'; END $$;
                """);
            migrationBuilder.Sql(
                """
                CREATE TRIGGER "AuditRecords_NoChange" BEFORE UPDATE OR DELETE ON "AuditRecords"
                FOR EACH ROW EXECUTE FUNCTION "AuditRecords_Refuse"();
                """);
            migrationBuilder.Sql(
                """
                CREATE TRIGGER "AuditRecords_NoTruncate" BEFORE TRUNCATE ON "AuditRecords"
                FOR EACH STATEMENT EXECUTE FUNCTION "AuditRecords_Refuse"();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""DROP TRIGGER "AuditRecords_NoTruncate" ON "AuditRecords";""");
            migrationBuilder.Sql("""DROP TRIGGER "AuditRecords_NoChange" ON "AuditRecords";""");
            migrationBuilder.Sql("""DROP FUNCTION "AuditRecords_Refuse"();""");
        }
    }
}
