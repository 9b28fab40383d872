using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DinsosIntranet.Shared.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Repatriation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "RepatriationFiles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Payload = table.Column<string>(type: "TEXT", nullable: false),
                    People = table.Column<int>(type: "INTEGER", nullable: false),
                    Point = table.Column<string>(type: "TEXT", maxLength: 150, nullable: true),
                    MeetOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ReferralReason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    ReferralBody = table.Column<string>(type: "TEXT", maxLength: 150, nullable: true),
                    ReferralAddress = table.Column<string>(type: "TEXT", maxLength: 250, nullable: true),
                    SlipReturnedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DepartedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ArrivedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RepatriationFiles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RepatriationFiles_ServiceRequests_Id",
                        column: x => x.Id,
                        principalTable: "ServiceRequests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EscortBookings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EscortBookings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EscortBookings_RepatriationFiles_RequestId",
                        column: x => x.RequestId,
                        principalTable: "RepatriationFiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_EscortBookings_Key_Day",
                table: "EscortBookings",
                columns: new[] { "Key", "Day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EscortBookings_RequestId",
                table: "EscortBookings",
                column: "RequestId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "EscortBookings");

            migrationBuilder.DropTable(
                name: "RepatriationFiles");
        }
    }
}
