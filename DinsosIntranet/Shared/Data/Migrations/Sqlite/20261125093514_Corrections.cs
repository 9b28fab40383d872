using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DinsosIntranet.Shared.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Corrections : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "LetterDataChangedAt",
                table: "ServiceRequests",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ReceiptDataChangedAt",
                table: "ServiceRequests",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "MergedIntoId",
                table: "Persons",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "PersonMerges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SurvivorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LosingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MergedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    MergedById = table.Column<Guid>(type: "TEXT", nullable: false),
                    MergedByText = table.Column<string>(type: "TEXT", maxLength: 250, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Moved = table.Column<string>(type: "TEXT", nullable: false),
                    UndoneAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    UndoneByText = table.Column<string>(type: "TEXT", maxLength: 250, nullable: true),
                    UndoneReason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PersonMerges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PersonMerges_Persons_LosingId",
                        column: x => x.LosingId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PersonMerges_Persons_SurvivorId",
                        column: x => x.SurvivorId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Withdrawals",
                columns: table => new
                {
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ByUserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AskedBy = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    ProxyName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    ProxyRelation = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    IdentityKind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    IdentityNumber = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Withdrawals", x => x.RequestId);
                    table.ForeignKey(
                        name: "FK_Withdrawals_ServiceRequests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "ServiceRequests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Persons_MergedIntoId",
                table: "Persons",
                column: "MergedIntoId");

            migrationBuilder.CreateIndex(
                name: "IX_PersonMerges_LosingId",
                table: "PersonMerges",
                column: "LosingId");

            migrationBuilder.CreateIndex(
                name: "IX_PersonMerges_MergedAt",
                table: "PersonMerges",
                column: "MergedAt");

            migrationBuilder.CreateIndex(
                name: "IX_PersonMerges_SurvivorId",
                table: "PersonMerges",
                column: "SurvivorId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PersonMerges");

            migrationBuilder.DropTable(
                name: "Withdrawals");

            migrationBuilder.DropIndex(
                name: "IX_Persons_MergedIntoId",
                table: "Persons");

            migrationBuilder.DropColumn(
                name: "LetterDataChangedAt",
                table: "ServiceRequests");

            migrationBuilder.DropColumn(
                name: "ReceiptDataChangedAt",
                table: "ServiceRequests");

            migrationBuilder.DropColumn(
                name: "MergedIntoId",
                table: "Persons");
        }
    }
}
