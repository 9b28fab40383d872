using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DinsosIntranet.Shared.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CaseConflicts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "FamilyIndex",
                table: "CaseBlocks",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "CaseConflicts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserText = table.Column<string>(type: "TEXT", maxLength: 250, nullable: false),
                    Ground = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FoundAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DecidedByText = table.Column<string>(type: "TEXT", maxLength: 250, nullable: true),
                    Note = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseConflicts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CaseConflicts_VictimCases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "VictimCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StaffTies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Index = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StaffTies", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_CaseBlocks_FamilyIndex",
                table: "CaseBlocks",
                column: "FamilyIndex");

            migrationBuilder.CreateIndex(
                name: "IX_CaseConflicts_Waiting",
                table: "CaseConflicts",
                columns: new[] { "CaseId", "UserId" },
                unique: true,
                filter: "\"State\" = 'Waiting'");

            migrationBuilder.CreateIndex(
                name: "IX_StaffTies_Index",
                table: "StaffTies",
                column: "Index");

            migrationBuilder.CreateIndex(
                name: "IX_StaffTies_UserId_Kind_Index",
                table: "StaffTies",
                columns: new[] { "UserId", "Kind", "Index" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CaseConflicts");

            migrationBuilder.DropTable(
                name: "StaffTies");

            migrationBuilder.DropIndex(
                name: "IX_CaseBlocks_FamilyIndex",
                table: "CaseBlocks");

            migrationBuilder.DropColumn(
                name: "FamilyIndex",
                table: "CaseBlocks");
        }
    }
}
