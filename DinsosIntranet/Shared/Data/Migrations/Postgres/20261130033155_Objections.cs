using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DinsosIntranet.Shared.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Objections : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "OtherBodyAddress",
                table: "InformationRequests",
                type: "character varying(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PublicEntryCode",
                table: "InformationRequests",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PublicEntryWhere",
                table: "InformationRequests",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReferralNote",
                table: "InformationRequests",
                type: "character varying(600)",
                maxLength: 600,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ReferralSentAt",
                table: "InformationRequests",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReferralWay",
                table: "InformationRequests",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Objections",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Grounds = table.Column<string[]>(type: "text[]", nullable: false),
                    CaseText = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    Purpose = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    ProxyName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    ProxyAddress = table.Column<string>(type: "character varying(250)", maxLength: 250, nullable: true),
                    ProxyIdentity = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    ProxyLetter = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: true),
                    PromisedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    RegisteredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RegisteredById = table.Column<Guid>(type: "uuid", nullable: false),
                    FormLetterId = table.Column<Guid>(type: "uuid", nullable: false),
                    Decision = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    DecisionReason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    ProvideDays = table.Column<int>(type: "integer", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    DecidedById = table.Column<Guid>(type: "uuid", nullable: true),
                    SuperiorText = table.Column<string>(type: "character varying(250)", maxLength: 250, nullable: true),
                    IsDecidedOutside = table.Column<bool>(type: "boolean", nullable: false),
                    AnswerLetterId = table.Column<Guid>(type: "uuid", nullable: true),
                    ConveyedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ConveyedWay = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    ProvideBy = table.Column<DateOnly>(type: "date", nullable: true),
                    FollowRequestId = table.Column<Guid>(type: "uuid", nullable: true),
                    Response = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    ResponseNote = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: true),
                    RespondedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    WithdrawnAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    WithdrawnReason = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Objections", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Objections_InformationRequests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "InformationRequests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Objections_Letters_AnswerLetterId",
                        column: x => x.AnswerLetterId,
                        principalTable: "Letters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Objections_Letters_FormLetterId",
                        column: x => x.FormLetterId,
                        principalTable: "Letters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Objections_ServiceRequests_FollowRequestId",
                        column: x => x.FollowRequestId,
                        principalTable: "ServiceRequests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Superiors",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Place = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Title = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Superiors", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Objections_AnswerLetterId",
                table: "Objections",
                column: "AnswerLetterId");

            migrationBuilder.CreateIndex(
                name: "IX_Objections_FollowRequestId",
                table: "Objections",
                column: "FollowRequestId");

            migrationBuilder.CreateIndex(
                name: "IX_Objections_FormLetterId",
                table: "Objections",
                column: "FormLetterId");

            migrationBuilder.CreateIndex(
                name: "IX_Objections_Number",
                table: "Objections",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Objections_OneOpen",
                table: "Objections",
                column: "RequestId",
                unique: true,
                filter: "\"ClosedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Objections_ReceivedAt",
                table: "Objections",
                column: "ReceivedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Objections_RequestId_ReceivedAt",
                table: "Objections",
                columns: new[] { "RequestId", "ReceivedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Objections");

            migrationBuilder.DropTable(
                name: "Superiors");

            migrationBuilder.DropColumn(
                name: "OtherBodyAddress",
                table: "InformationRequests");

            migrationBuilder.DropColumn(
                name: "PublicEntryCode",
                table: "InformationRequests");

            migrationBuilder.DropColumn(
                name: "PublicEntryWhere",
                table: "InformationRequests");

            migrationBuilder.DropColumn(
                name: "ReferralNote",
                table: "InformationRequests");

            migrationBuilder.DropColumn(
                name: "ReferralSentAt",
                table: "InformationRequests");

            migrationBuilder.DropColumn(
                name: "ReferralWay",
                table: "InformationRequests");
        }
    }
}
