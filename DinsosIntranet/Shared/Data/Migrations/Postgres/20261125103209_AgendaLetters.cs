using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DinsosIntranet.Shared.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AgendaLetters : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<Guid>(
                name: "RequestId",
                table: "Dispositions",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AddColumn<Guid>(
                name: "AgendaId",
                table: "Dispositions",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DoneNote",
                table: "Dispositions",
                type: "character varying(320)",
                maxLength: 320,
                nullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "RequestId",
                table: "AgendaEntries",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AddColumn<int>(
                name: "AttachmentCount",
                table: "AgendaEntries",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ClosedAt",
                table: "AgendaEntries",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ClosedByText",
                table: "AgendaEntries",
                type: "character varying(250)",
                maxLength: 250,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ClosedNote",
                table: "AgendaEntries",
                type: "character varying(320)",
                maxLength: 320,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsSecret",
                table: "AgendaEntries",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "LetterDate",
                table: "AgendaEntries",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "LetterNumber",
                table: "AgendaEntries",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ReceivedOn",
                table: "AgendaEntries",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SearchKey",
                table: "AgendaEntries",
                type: "character varying(900)",
                maxLength: 900,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Sender",
                table: "AgendaEntries",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Subject",
                table: "AgendaEntries",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "Version",
                table: "AgendaEntries",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.CreateTable(
                name: "AgendaEvents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    EntryId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Title = table.Column<string>(type: "character varying(350)", maxLength: 350, nullable: false),
                    Detail = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    ActorId = table.Column<Guid>(type: "uuid", nullable: false),
                    ActorText = table.Column<string>(type: "character varying(250)", maxLength: 250, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgendaEvents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AgendaEvents_AgendaEntries_EntryId",
                        column: x => x.EntryId,
                        principalTable: "AgendaEntries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Dispositions_AgendaId",
                table: "Dispositions",
                column: "AgendaId");

            migrationBuilder.CreateIndex(
                name: "IX_Dispositions_ToDeskCode_ReadAt",
                table: "Dispositions",
                columns: new[] { "ToDeskCode", "ReadAt" });

            migrationBuilder.AddCheckConstraint(
                name: "CK_Dispositions_OneSubject",
                table: "Dispositions",
                sql: "(\"RequestId\" IS NULL) <> (\"AgendaId\" IS NULL)");

            migrationBuilder.AddCheckConstraint(
                name: "CK_AgendaEntries_OneSubject",
                table: "AgendaEntries",
                sql: "(\"RequestId\" IS NULL) <> (\"Sender\" IS NULL)");

            migrationBuilder.CreateIndex(
                name: "IX_AgendaEvents_EntryId_At",
                table: "AgendaEvents",
                columns: new[] { "EntryId", "At" });

            migrationBuilder.AddForeignKey(
                name: "FK_Dispositions_AgendaEntries_AgendaId",
                table: "Dispositions",
                column: "AgendaId",
                principalTable: "AgendaEntries",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Dispositions_AgendaEntries_AgendaId",
                table: "Dispositions");

            migrationBuilder.DropTable(
                name: "AgendaEvents");

            migrationBuilder.DropIndex(
                name: "IX_Dispositions_AgendaId",
                table: "Dispositions");

            migrationBuilder.DropIndex(
                name: "IX_Dispositions_ToDeskCode_ReadAt",
                table: "Dispositions");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Dispositions_OneSubject",
                table: "Dispositions");

            migrationBuilder.DropCheckConstraint(
                name: "CK_AgendaEntries_OneSubject",
                table: "AgendaEntries");

            migrationBuilder.DropColumn(
                name: "AgendaId",
                table: "Dispositions");

            migrationBuilder.DropColumn(
                name: "DoneNote",
                table: "Dispositions");

            migrationBuilder.DropColumn(
                name: "AttachmentCount",
                table: "AgendaEntries");

            migrationBuilder.DropColumn(
                name: "ClosedAt",
                table: "AgendaEntries");

            migrationBuilder.DropColumn(
                name: "ClosedByText",
                table: "AgendaEntries");

            migrationBuilder.DropColumn(
                name: "ClosedNote",
                table: "AgendaEntries");

            migrationBuilder.DropColumn(
                name: "IsSecret",
                table: "AgendaEntries");

            migrationBuilder.DropColumn(
                name: "LetterDate",
                table: "AgendaEntries");

            migrationBuilder.DropColumn(
                name: "LetterNumber",
                table: "AgendaEntries");

            migrationBuilder.DropColumn(
                name: "ReceivedOn",
                table: "AgendaEntries");

            migrationBuilder.DropColumn(
                name: "SearchKey",
                table: "AgendaEntries");

            migrationBuilder.DropColumn(
                name: "Sender",
                table: "AgendaEntries");

            migrationBuilder.DropColumn(
                name: "Subject",
                table: "AgendaEntries");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "AgendaEntries");

            migrationBuilder.AlterColumn<Guid>(
                name: "RequestId",
                table: "Dispositions",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "RequestId",
                table: "AgendaEntries",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);
        }
    }
}
