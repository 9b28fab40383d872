using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DinsosIntranet.Shared.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class LargeRegisters : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Persons_MergedIntoId",
                table: "Persons");

            migrationBuilder.DropIndex(
                name: "IX_Persons_NameSearch",
                table: "Persons");

            migrationBuilder.DropIndex(
                name: "IX_Persons_Nik",
                table: "Persons");

            migrationBuilder.CreateTable(
                name: "PersonWords",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Word = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PersonWords", x => new { x.PersonId, x.Word });
                    table.ForeignKey(
                        name: "FK_PersonWords_Persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            // The words of the names that are there already.
            migrationBuilder.Sql("""
                INSERT INTO "PersonWords" ("PersonId", "Word")
                SELECT DISTINCT p."Id", w."Word" FROM "Persons" p, unnest(string_to_array(p."NameSearch", ' ')) AS w("Word") WHERE w."Word" <> '';
                """);

            migrationBuilder.CreateIndex(
                name: "IX_VictimCases_Locked",
                table: "VictimCases",
                column: "LockedAt",
                filter: "\"IsLocked\"");

            migrationBuilder.CreateIndex(
                name: "IX_PrintRecords_ByUserId",
                table: "PrintRecords",
                column: "ByUserId");

            migrationBuilder.CreateIndex(
                name: "IX_Persons_LastSeenAt",
                table: "Persons",
                column: "LastSeenAt");

            migrationBuilder.CreateIndex(
                name: "IX_Persons_MergedIntoId",
                table: "Persons",
                column: "MergedIntoId",
                filter: "\"MergedIntoId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Persons_NameSearch_BirthDate_MergedIntoId",
                table: "Persons",
                columns: new[] { "NameSearch", "BirthDate", "MergedIntoId" });

            migrationBuilder.CreateIndex(
                name: "IX_Persons_Nik_MergedIntoId",
                table: "Persons",
                columns: new[] { "Nik", "MergedIntoId" });

            migrationBuilder.CreateIndex(
                name: "IX_Persons_VillageCode",
                table: "Persons",
                column: "VillageCode");

            migrationBuilder.CreateIndex(
                name: "IX_Letters_DatedOn",
                table: "Letters",
                column: "DatedOn");

            migrationBuilder.CreateIndex(
                name: "IX_Letters_Unsigned",
                table: "Letters",
                column: "RequestId",
                filter: "\"Status\" IN ('Draft', 'AwaitingSignature')");

            migrationBuilder.CreateIndex(
                name: "IX_Dispositions_ParentId",
                table: "Dispositions",
                column: "ParentId",
                filter: "\"ParentId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Dispositions_Waiting_FromDesk",
                table: "Dispositions",
                column: "FromDeskCode",
                filter: "\"RecalledAt\" IS NULL AND \"DoneAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Dispositions_Waiting_FromUser",
                table: "Dispositions",
                column: "FromUserId",
                filter: "\"RecalledAt\" IS NULL AND \"DoneAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Dispositions_Waiting_To",
                table: "Dispositions",
                columns: new[] { "ToUserId", "ToDeskCode" },
                filter: "\"RecalledAt\" IS NULL AND (\"ReadAt\" IS NULL OR \"DoneAt\" IS NULL)");

            migrationBuilder.CreateIndex(
                name: "IX_AgendaEntries_Open",
                table: "AgendaEntries",
                columns: new[] { "RequestId", "ClosedAt" },
                filter: "\"ClosedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_PersonWords_Word_PersonId",
                table: "PersonWords",
                columns: new[] { "Word", "PersonId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PersonWords");

            migrationBuilder.DropIndex(
                name: "IX_VictimCases_Locked",
                table: "VictimCases");

            migrationBuilder.DropIndex(
                name: "IX_PrintRecords_ByUserId",
                table: "PrintRecords");

            migrationBuilder.DropIndex(
                name: "IX_Persons_LastSeenAt",
                table: "Persons");

            migrationBuilder.DropIndex(
                name: "IX_Persons_MergedIntoId",
                table: "Persons");

            migrationBuilder.DropIndex(
                name: "IX_Persons_NameSearch_BirthDate_MergedIntoId",
                table: "Persons");

            migrationBuilder.DropIndex(
                name: "IX_Persons_Nik_MergedIntoId",
                table: "Persons");

            migrationBuilder.DropIndex(
                name: "IX_Persons_VillageCode",
                table: "Persons");

            migrationBuilder.DropIndex(
                name: "IX_Letters_DatedOn",
                table: "Letters");

            migrationBuilder.DropIndex(
                name: "IX_Letters_Unsigned",
                table: "Letters");

            migrationBuilder.DropIndex(
                name: "IX_Dispositions_ParentId",
                table: "Dispositions");

            migrationBuilder.DropIndex(
                name: "IX_Dispositions_Waiting_FromDesk",
                table: "Dispositions");

            migrationBuilder.DropIndex(
                name: "IX_Dispositions_Waiting_FromUser",
                table: "Dispositions");

            migrationBuilder.DropIndex(
                name: "IX_Dispositions_Waiting_To",
                table: "Dispositions");

            migrationBuilder.DropIndex(
                name: "IX_AgendaEntries_Open",
                table: "AgendaEntries");

            migrationBuilder.CreateIndex(
                name: "IX_Persons_MergedIntoId",
                table: "Persons",
                column: "MergedIntoId");

            migrationBuilder.CreateIndex(
                name: "IX_Persons_NameSearch",
                table: "Persons",
                column: "NameSearch");

            migrationBuilder.CreateIndex(
                name: "IX_Persons_Nik",
                table: "Persons",
                column: "Nik");
        }
    }
}
