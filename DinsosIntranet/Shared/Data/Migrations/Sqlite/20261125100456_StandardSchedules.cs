using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DinsosIntranet.Shared.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class StandardSchedules : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "StandardSchedules",
                columns: table => new
                {
                    Code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StandardSchedules", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "StandardPlans",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    VersionId = table.Column<Guid>(type: "TEXT", nullable: true),
                    VersionNumber = table.Column<int>(type: "INTEGER", nullable: true),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Basis = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DecidedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    DecidedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StandardPlans", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StandardPlans_StandardSchedules_Code",
                        column: x => x.Code,
                        principalTable: "StandardSchedules",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_StandardPlans_StandardVersions_VersionId",
                        column: x => x.VersionId,
                        principalTable: "StandardVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_StandardPlans_Code",
                table: "StandardPlans",
                column: "Code");

            migrationBuilder.CreateIndex(
                name: "IX_StandardPlans_VersionId",
                table: "StandardPlans",
                column: "VersionId");

            // The days stood beside the versions; they become plans before their column goes.
            migrationBuilder.Sql("""
                INSERT INTO "StandardSchedules" ("Code", "ChangedAt", "Version")
                SELECT v."Code", v."ImportedAt", v."Id" FROM "StandardVersions" v
                WHERE v."VersionNumber" = (SELECT MAX(w."VersionNumber") FROM "StandardVersions" w WHERE w."Code" = v."Code")
                """);
            migrationBuilder.Sql("""
                INSERT INTO "StandardPlans" ("Id", "Code", "VersionId", "VersionNumber", "From", "DecidedAt")
                SELECT v."Id", v."Code", v."Id", v."VersionNumber", v."ActiveFrom", v."ImportedAt" FROM "StandardVersions" v
                """);

            migrationBuilder.AddColumn<string>(
                name: "ImportedBy",
                table: "StandardVersions",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ImportedById",
                table: "StandardVersions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "LetterId",
                table: "HandOvers",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "TEXT");

            migrationBuilder.AddColumn<string>(
                name: "DocumentNumber",
                table: "HandOvers",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DocumentTitle",
                table: "HandOvers",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.DropColumn(
                name: "ActiveFrom",
                table: "StandardVersions");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "StandardPlans");

            migrationBuilder.DropTable(
                name: "StandardSchedules");

            migrationBuilder.DropColumn(
                name: "ImportedBy",
                table: "StandardVersions");

            migrationBuilder.DropColumn(
                name: "ImportedById",
                table: "StandardVersions");

            migrationBuilder.DropColumn(
                name: "DocumentNumber",
                table: "HandOvers");

            migrationBuilder.DropColumn(
                name: "DocumentTitle",
                table: "HandOvers");

            migrationBuilder.AddColumn<DateOnly>(
                name: "ActiveFrom",
                table: "StandardVersions",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AlterColumn<Guid>(
                name: "LetterId",
                table: "HandOvers",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "TEXT",
                oldNullable: true);
        }
    }
}
