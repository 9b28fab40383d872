using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DinsosIntranet.Shared.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class DispositionFollowUps : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "DoneAt",
                table: "Dispositions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FromDeskCode",
                table: "Dispositions",
                type: "TEXT",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FromStepId",
                table: "Dispositions",
                type: "TEXT",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "RecalledAt",
                table: "Dispositions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RecalledByText",
                table: "Dispositions",
                type: "TEXT",
                maxLength: 250,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "Version",
                table: "Dispositions",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.CreateIndex(
                name: "IX_Dispositions_FromDeskCode_At",
                table: "Dispositions",
                columns: new[] { "FromDeskCode", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Dispositions_FromUserId_At",
                table: "Dispositions",
                columns: new[] { "FromUserId", "At" });

            // Where each was given, and whether its work is done, follow from what was recorded with it.
            migrationBuilder.Sql("""
                UPDATE "Dispositions" SET "FromStepId" = (
                    SELECT h."StepId" FROM "HistoryEntries" h
                    WHERE h."WorkItemId" = "Dispositions"."RequestId" AND h."At" = "Dispositions"."At"
                        AND h."Title" IN ('Didisposisikan ke ' || "Dispositions"."ToText", 'Ditugaskan ke ' || "Dispositions"."ToText")
                    LIMIT 1);
                UPDATE "Dispositions" SET "FromDeskCode" = (
                    SELECT s."DeskCode" FROM "DeskStays" s
                    WHERE s."WorkItemId" = "Dispositions"."RequestId" AND s."LeftAt" = "Dispositions"."At" AND s."StepId" = "Dispositions"."FromStepId"
                    LIMIT 1);
                UPDATE "Dispositions" SET "DoneAt" = (
                    SELECT COALESCE(w."ClosedAt", w."EnteredDeskAt") FROM "WorkItems" w
                    WHERE w."Id" = "Dispositions"."RequestId"
                        AND (w."ClosedAt" IS NOT NULL OR w."EnteredDeskAt" > (SELECT MAX(d."At") FROM "Dispositions" d WHERE d."RequestId" = w."Id")));
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Dispositions_FromDeskCode_At",
                table: "Dispositions");

            migrationBuilder.DropIndex(
                name: "IX_Dispositions_FromUserId_At",
                table: "Dispositions");

            migrationBuilder.DropColumn(
                name: "DoneAt",
                table: "Dispositions");

            migrationBuilder.DropColumn(
                name: "FromDeskCode",
                table: "Dispositions");

            migrationBuilder.DropColumn(
                name: "FromStepId",
                table: "Dispositions");

            migrationBuilder.DropColumn(
                name: "RecalledAt",
                table: "Dispositions");

            migrationBuilder.DropColumn(
                name: "RecalledByText",
                table: "Dispositions");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "Dispositions");
        }
    }
}
