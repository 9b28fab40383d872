using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DinsosIntranet.Shared.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SettingsAndPauses : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "SettingsRevisions",
                columns: table => new
                {
                    Part = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SettingsRevisions", x => x.Part);
                });

            migrationBuilder.CreateTable(
                name: "WorkPauses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    WorkItemId = table.Column<Guid>(type: "TEXT", nullable: false),
                    From = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Until = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WorkPauses", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WorkPauses_WorkItems_WorkItemId",
                        column: x => x.WorkItemId,
                        principalTable: "WorkItems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_WorkPauses_WorkItemId",
                table: "WorkPauses",
                column: "WorkItemId");

            // Pauses were known only to the history until now; due times cannot be worked out again without them.
            migrationBuilder.Sql(
                """
                INSERT INTO "WorkPauses" ("Id", "WorkItemId", "From", "Until")
                SELECT p."Id", p."WorkItemId", p."At",
                    (SELECT MIN(r."At") FROM "HistoryEntries" r
                     WHERE r."WorkItemId" = p."WorkItemId" AND r."Title" = 'Jam dilanjutkan' AND r."At" >= p."At")
                FROM "HistoryEntries" p WHERE p."Title" LIKE 'Jam dijeda: %';
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SettingsRevisions");

            migrationBuilder.DropTable(
                name: "WorkPauses");
        }
    }
}
