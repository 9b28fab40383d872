using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DinsosIntranet.Shared.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CaseRetention : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "CaseDestructions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ItemCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ItemTitle = table.Column<string>(type: "TEXT", nullable: false),
                    KeptUntil = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ApprovalLetter = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ProposedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ProposedById = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProposedByText = table.Column<string>(type: "TEXT", maxLength: 250, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DecidedByText = table.Column<string>(type: "TEXT", maxLength: 250, nullable: true),
                    DeclineReason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Year = table.Column<int>(type: "INTEGER", nullable: true),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: true),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    ErasedBlocks = table.Column<int>(type: "INTEGER", nullable: false),
                    ErasedFiles = table.Column<int>(type: "INTEGER", nullable: false),
                    ErasedTexts = table.Column<int>(type: "INTEGER", nullable: false),
                    ReportFileId = table.Column<Guid>(type: "TEXT", nullable: true),
                    PendingFiles = table.Column<string>(type: "TEXT", nullable: false),
                    FinishedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseDestructions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CaseDestructions_StoredFiles_ReportFileId",
                        column: x => x.ReportFileId,
                        principalTable: "StoredFiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CaseDestructions_VictimCases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "VictimCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CaseHolds",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    PlacedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    PlacedById = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlacedByText = table.Column<string>(type: "TEXT", maxLength: 250, nullable: false),
                    LiftedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LiftedByText = table.Column<string>(type: "TEXT", maxLength: 250, nullable: true),
                    LiftReason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseHolds", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CaseHolds_VictimCases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "VictimCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_CaseDestructions_ReportFileId",
                table: "CaseDestructions",
                column: "ReportFileId");

            migrationBuilder.CreateIndex(
                name: "IX_CaseDestructions_Waiting",
                table: "CaseDestructions",
                column: "CaseId",
                unique: true,
                filter: "\"State\" = 'Waiting'");

            migrationBuilder.CreateIndex(
                name: "IX_CaseDestructions_Year_Sequence",
                table: "CaseDestructions",
                columns: new[] { "Year", "Sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CaseHolds_CaseId",
                table: "CaseHolds",
                column: "CaseId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CaseDestructions");

            migrationBuilder.DropTable(
                name: "CaseHolds");
        }
    }
}
