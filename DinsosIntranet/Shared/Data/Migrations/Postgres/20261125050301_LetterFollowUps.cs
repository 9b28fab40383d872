using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DinsosIntranet.Shared.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class LetterFollowUps : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Letters_Book_Year_Sequence",
                table: "Letters");

            migrationBuilder.AddColumn<string>(
                name: "Replacement",
                table: "ServiceRequests",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReplacementReason",
                table: "ServiceRequests",
                type: "character varying(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ReplacesLetterId",
                table: "ServiceRequests",
                type: "uuid",
                nullable: true);

            migrationBuilder.AlterColumn<int>(
                name: "Copy",
                table: "PrintRecords",
                type: "integer",
                nullable: true,
                oldClrType: typeof(int),
                oldType: "integer");

            migrationBuilder.AddColumn<string>(
                name: "Way",
                table: "PrintRecords",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Printed");

            migrationBuilder.AddColumn<string>(
                name: "EndedByText",
                table: "Letters",
                type: "character varying(250)",
                maxLength: 250,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Insertion",
                table: "Letters",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "NumberReason",
                table: "Letters",
                type: "character varying(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ReplacementRequestId",
                table: "Letters",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ReplacesLetterId",
                table: "Letters",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SignedNames",
                table: "Letters",
                type: "character varying(400)",
                maxLength: 400,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "NumberPreparations",
                columns: table => new
                {
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    AfterSequence = table.Column<int>(type: "integer", nullable: true),
                    TypedNumber = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    DatedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    PreparedByText = table.Column<string>(type: "character varying(250)", maxLength: 250, nullable: false),
                    PreparedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NumberPreparations", x => new { x.RequestId, x.Kind });
                    table.ForeignKey(
                        name: "FK_NumberPreparations_ServiceRequests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "ServiceRequests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_PrintRecords_At",
                table: "PrintRecords",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Letters_Book_Year_Number",
                table: "Letters",
                columns: new[] { "Book", "Year", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Letters_Book_Year_Sequence_Insertion",
                table: "Letters",
                columns: new[] { "Book", "Year", "Sequence", "Insertion" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "NumberPreparations");

            migrationBuilder.DropIndex(
                name: "IX_PrintRecords_At",
                table: "PrintRecords");

            migrationBuilder.DropIndex(
                name: "IX_Letters_Book_Year_Number",
                table: "Letters");

            migrationBuilder.DropIndex(
                name: "IX_Letters_Book_Year_Sequence_Insertion",
                table: "Letters");

            migrationBuilder.DropColumn(
                name: "Replacement",
                table: "ServiceRequests");

            migrationBuilder.DropColumn(
                name: "ReplacementReason",
                table: "ServiceRequests");

            migrationBuilder.DropColumn(
                name: "ReplacesLetterId",
                table: "ServiceRequests");

            migrationBuilder.DropColumn(
                name: "Way",
                table: "PrintRecords");

            migrationBuilder.DropColumn(
                name: "EndedByText",
                table: "Letters");

            migrationBuilder.DropColumn(
                name: "Insertion",
                table: "Letters");

            migrationBuilder.DropColumn(
                name: "NumberReason",
                table: "Letters");

            migrationBuilder.DropColumn(
                name: "ReplacementRequestId",
                table: "Letters");

            migrationBuilder.DropColumn(
                name: "ReplacesLetterId",
                table: "Letters");

            migrationBuilder.DropColumn(
                name: "SignedNames",
                table: "Letters");

            migrationBuilder.AlterColumn<int>(
                name: "Copy",
                table: "PrintRecords",
                type: "integer",
                nullable: false,
                defaultValue: 0,
                oldClrType: typeof(int),
                oldType: "integer",
                oldNullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Letters_Book_Year_Sequence",
                table: "Letters",
                columns: new[] { "Book", "Year", "Sequence" },
                unique: true);
        }
    }
}
