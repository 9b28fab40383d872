using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DinsosIntranet.Shared.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Complaints : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Complaints",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChannelCode = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Ticket = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    Anonymity = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ComplainantCipher = table.Column<string>(type: "TEXT", nullable: true),
                    AnswerWayCode = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    LinkedRequestId = table.Column<Guid>(type: "TEXT", nullable: true),
                    LinkedStandardCode = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    UnitCode = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    OtherAccused = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    IsAboutHead = table.Column<bool>(type: "INTEGER", nullable: false),
                    EventWhen = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    EventPlace = table.Column<string>(type: "TEXT", maxLength: 150, nullable: true),
                    Description = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Loss = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Demand = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    ClassCode = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    ReviewedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReviewerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ReviewerText = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ReviewNote = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Complaints", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Complaints_ServiceRequests_Id",
                        column: x => x.Id,
                        principalTable: "ServiceRequests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Complaints_ServiceRequests_LinkedRequestId",
                        column: x => x.LinkedRequestId,
                        principalTable: "ServiceRequests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ComplaintSuperiors",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Office = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ComplaintSuperiors", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ComplaintAccused",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ComplaintId = table.Column<Guid>(type: "TEXT", nullable: false),
                    StaffId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ComplaintAccused", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ComplaintAccused_Complaints_ComplaintId",
                        column: x => x.ComplaintId,
                        principalTable: "Complaints",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ComplaintAnswers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ComplaintId = table.Column<Guid>(type: "TEXT", nullable: false),
                    IsAtOnce = table.Column<bool>(type: "INTEGER", nullable: false),
                    ById = table.Column<Guid>(type: "TEXT", nullable: false),
                    ByText = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    WayCode = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Reaction = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ReactionNote = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ComplaintAnswers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ComplaintAnswers_Complaints_ComplaintId",
                        column: x => x.ComplaintId,
                        principalTable: "Complaints",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ComplaintTransfers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    IsToSuperior = table.Column<bool>(type: "INTEGER", nullable: false),
                    GroundCode = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Body = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    ConveyedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ToldWayCode = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ComplaintTransfers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ComplaintTransfers_Complaints_Id",
                        column: x => x.Id,
                        principalTable: "Complaints",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ComplaintAccused_ComplaintId_StaffId",
                table: "ComplaintAccused",
                columns: new[] { "ComplaintId", "StaffId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ComplaintAnswers_ComplaintId",
                table: "ComplaintAnswers",
                column: "ComplaintId");

            migrationBuilder.CreateIndex(
                name: "IX_Complaints_LinkedRequestId",
                table: "Complaints",
                column: "LinkedRequestId");

            migrationBuilder.CreateIndex(
                name: "IX_Complaints_Ticket",
                table: "Complaints",
                column: "Ticket",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ComplaintAccused");

            migrationBuilder.DropTable(
                name: "ComplaintAnswers");

            migrationBuilder.DropTable(
                name: "ComplaintSuperiors");

            migrationBuilder.DropTable(
                name: "ComplaintTransfers");

            migrationBuilder.DropTable(
                name: "Complaints");
        }
    }
}
