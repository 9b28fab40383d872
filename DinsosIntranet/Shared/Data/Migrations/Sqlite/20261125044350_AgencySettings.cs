using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DinsosIntranet.Shared.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AgencySettings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "RetiredAt",
                table: "Units",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "RetiredAt",
                table: "DispositionInstructions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "RetiredAt",
                table: "Desks",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "RetiredAt",
                table: "CertificatePurposes",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "RetiredAt",
                table: "AidProgrammes",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FontFamily",
                table: "AgencyProfiles",
                type: "TEXT",
                maxLength: 60,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<double>(
                name: "FontSize",
                table: "AgencyProfiles",
                type: "REAL",
                nullable: false,
                defaultValue: 12.0);

            migrationBuilder.AddColumn<double>(
                name: "LineSpacing",
                table: "AgencyProfiles",
                type: "REAL",
                nullable: false,
                defaultValue: 1.35);

            migrationBuilder.AddColumn<Guid>(
                name: "LogoFileId",
                table: "AgencyProfiles",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "MarginBottom",
                table: "AgencyProfiles",
                type: "REAL",
                nullable: false,
                defaultValue: 25.0);

            migrationBuilder.AddColumn<double>(
                name: "MarginLeft",
                table: "AgencyProfiles",
                type: "REAL",
                nullable: false,
                defaultValue: 30.0);

            migrationBuilder.AddColumn<double>(
                name: "MarginRight",
                table: "AgencyProfiles",
                type: "REAL",
                nullable: false,
                defaultValue: 20.0);

            migrationBuilder.AddColumn<double>(
                name: "MarginTop",
                table: "AgencyProfiles",
                type: "REAL",
                nullable: false,
                defaultValue: 20.0);

            migrationBuilder.AddColumn<bool>(
                name: "NipWithStop",
                table: "AgencyProfiles",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Paper",
                table: "AgencyProfiles",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "A4");

            migrationBuilder.CreateTable(
                name: "LetterClassifications",
                columns: table => new
                {
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LetterClassifications", x => x.Kind);
                });

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
                name: "IX_AgencyProfiles_LogoFileId",
                table: "AgencyProfiles",
                column: "LogoFileId");

            migrationBuilder.CreateIndex(
                name: "IX_WorkPauses_WorkItemId",
                table: "WorkPauses",
                column: "WorkItemId");

            migrationBuilder.AddForeignKey(
                name: "FK_AgencyProfiles_StoredFiles_LogoFileId",
                table: "AgencyProfiles",
                column: "LogoFileId",
                principalTable: "StoredFiles",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            // Pauses were known only to the history until now; due times cannot be worked out again without them.
            migrationBuilder.Sql(
                """
                INSERT INTO "WorkPauses" ("Id", "WorkItemId", "From", "Until")
                SELECT p."Id", p."WorkItemId", p."At",
                    (SELECT MIN(r."At") FROM "HistoryEntries" r
                     WHERE r."WorkItemId" = p."WorkItemId" AND r."Title" = 'Jam dilanjutkan' AND r."At" >= p."At")
                FROM "HistoryEntries" p WHERE p."Title" LIKE 'Jam dijeda: %';
                """);

            // Three digits were what {urut} meant until now; the pattern says so itself from here on.
            migrationBuilder.Sql(
                """
                UPDATE "AgencyProfiles" SET "LetterNumberPattern" = replace("LetterNumberPattern", '{urut}', '{urut:000}');
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_AgencyProfiles_StoredFiles_LogoFileId",
                table: "AgencyProfiles");

            migrationBuilder.DropTable(
                name: "LetterClassifications");

            migrationBuilder.DropTable(
                name: "SettingsRevisions");

            migrationBuilder.DropTable(
                name: "WorkPauses");

            migrationBuilder.DropIndex(
                name: "IX_AgencyProfiles_LogoFileId",
                table: "AgencyProfiles");

            migrationBuilder.DropColumn(
                name: "RetiredAt",
                table: "Units");

            migrationBuilder.DropColumn(
                name: "RetiredAt",
                table: "DispositionInstructions");

            migrationBuilder.DropColumn(
                name: "RetiredAt",
                table: "Desks");

            migrationBuilder.DropColumn(
                name: "RetiredAt",
                table: "CertificatePurposes");

            migrationBuilder.DropColumn(
                name: "RetiredAt",
                table: "AidProgrammes");

            migrationBuilder.DropColumn(
                name: "FontFamily",
                table: "AgencyProfiles");

            migrationBuilder.DropColumn(
                name: "FontSize",
                table: "AgencyProfiles");

            migrationBuilder.DropColumn(
                name: "LineSpacing",
                table: "AgencyProfiles");

            migrationBuilder.DropColumn(
                name: "LogoFileId",
                table: "AgencyProfiles");

            migrationBuilder.DropColumn(
                name: "MarginBottom",
                table: "AgencyProfiles");

            migrationBuilder.DropColumn(
                name: "MarginLeft",
                table: "AgencyProfiles");

            migrationBuilder.DropColumn(
                name: "MarginRight",
                table: "AgencyProfiles");

            migrationBuilder.DropColumn(
                name: "MarginTop",
                table: "AgencyProfiles");

            migrationBuilder.DropColumn(
                name: "NipWithStop",
                table: "AgencyProfiles");

            migrationBuilder.DropColumn(
                name: "Paper",
                table: "AgencyProfiles");
        }
    }
}
