using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DinsosIntranet.Shared.Data.Migrations.Sqlite
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
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReplacementReason",
                table: "ServiceRequests",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ReplacesLetterId",
                table: "ServiceRequests",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AlterColumn<int>(
                name: "Copy",
                table: "PrintRecords",
                type: "INTEGER",
                nullable: true,
                oldClrType: typeof(int),
                oldType: "INTEGER");

            migrationBuilder.AddColumn<string>(
                name: "Way",
                table: "PrintRecords",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "Printed");

            migrationBuilder.AddColumn<string>(
                name: "EndedByText",
                table: "Letters",
                type: "TEXT",
                maxLength: 250,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Insertion",
                table: "Letters",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "NumberReason",
                table: "Letters",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ReplacementRequestId",
                table: "Letters",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ReplacesLetterId",
                table: "Letters",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SignedNames",
                table: "Letters",
                type: "TEXT",
                maxLength: 400,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "NumberPreparations",
                columns: table => new
                {
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    AfterSequence = table.Column<int>(type: "INTEGER", nullable: true),
                    TypedNumber = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    DatedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    PreparedByText = table.Column<string>(type: "TEXT", maxLength: 250, nullable: false),
                    PreparedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
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
                type: "INTEGER",
                nullable: false,
                defaultValue: 0,
                oldClrType: typeof(int),
                oldType: "INTEGER",
                oldNullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Letters_Book_Year_Sequence",
                table: "Letters",
                columns: new[] { "Book", "Year", "Sequence" },
                unique: true);
        }
    }
}
