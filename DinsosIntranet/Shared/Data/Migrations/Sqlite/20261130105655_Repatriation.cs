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
                    ChangedByText = table.Column<string>(type: "TEXT", maxLength: 250, nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
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

            migrationBuilder.CreateTable(
                name: "EscortStops",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    TickedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    TickedByText = table.Column<string>(type: "TEXT", maxLength: 250, nullable: true),
                    ClientId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ReceivedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EscortStops", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EscortStops_RepatriationFiles_RequestId",
                        column: x => x.RequestId,
                        principalTable: "RepatriationFiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RepatriationPapers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MigrantId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FileId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AddedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AddedByText = table.Column<string>(type: "TEXT", maxLength: 250, nullable: false),
                    RemovedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RepatriationPapers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RepatriationPapers_RepatriationFiles_RequestId",
                        column: x => x.RequestId,
                        principalTable: "RepatriationFiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RepatriationPapers_StoredFiles_FileId",
                        column: x => x.FileId,
                        principalTable: "StoredFiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RepatriationSightings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserText = table.Column<string>(type: "TEXT", maxLength: 250, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Detail = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RepatriationSightings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RepatriationSightings_RepatriationFiles_RequestId",
                        column: x => x.RequestId,
                        principalTable: "RepatriationFiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RepatriationVisits",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MigrantId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DoneOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DoneByText = table.Column<string>(type: "TEXT", maxLength: 250, nullable: true),
                    Payload = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RepatriationVisits", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RepatriationVisits_RepatriationFiles_RequestId",
                        column: x => x.RequestId,
                        principalTable: "RepatriationFiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_EscortBookings_Day",
                table: "EscortBookings",
                column: "Day");

            migrationBuilder.CreateIndex(
                name: "IX_EscortBookings_Key_Day",
                table: "EscortBookings",
                columns: new[] { "Key", "Day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EscortBookings_RequestId",
                table: "EscortBookings",
                column: "RequestId");

            migrationBuilder.CreateIndex(
                name: "IX_EscortStops_RequestId_Order",
                table: "EscortStops",
                columns: new[] { "RequestId", "Order" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RepatriationFiles_DepartedOn",
                table: "RepatriationFiles",
                column: "DepartedOn");

            migrationBuilder.CreateIndex(
                name: "IX_RepatriationPapers_FileId",
                table: "RepatriationPapers",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_RepatriationPapers_RequestId",
                table: "RepatriationPapers",
                column: "RequestId");

            migrationBuilder.CreateIndex(
                name: "IX_RepatriationSightings_RequestId_UserId",
                table: "RepatriationSightings",
                columns: new[] { "RequestId", "UserId" });

            migrationBuilder.CreateIndex(
                name: "IX_RepatriationVisits_DueOn",
                table: "RepatriationVisits",
                column: "DueOn");

            migrationBuilder.CreateIndex(
                name: "IX_RepatriationVisits_RequestId",
                table: "RepatriationVisits",
                column: "RequestId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "EscortBookings");

            migrationBuilder.DropTable(
                name: "EscortStops");

            migrationBuilder.DropTable(
                name: "RepatriationPapers");

            migrationBuilder.DropTable(
                name: "RepatriationSightings");

            migrationBuilder.DropTable(
                name: "RepatriationVisits");

            migrationBuilder.DropTable(
                name: "RepatriationFiles");
        }
    }
}
