using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DinsosIntranet.Shared.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ComplaintsObjectionsVictimCases : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "OtherBodyAddress",
                table: "InformationRequests",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PublicEntryCode",
                table: "InformationRequests",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PublicEntryWhere",
                table: "InformationRequests",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReferralNote",
                table: "InformationRequests",
                type: "TEXT",
                maxLength: 600,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ReferralSentAt",
                table: "InformationRequests",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReferralWay",
                table: "InformationRequests",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

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
                name: "Objections",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Grounds = table.Column<string>(type: "TEXT", nullable: false),
                    CaseText = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    ProxyName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    ProxyAddress = table.Column<string>(type: "TEXT", maxLength: 250, nullable: true),
                    ProxyIdentity = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    ProxyLetter = table.Column<string>(type: "TEXT", maxLength: 150, nullable: true),
                    PromisedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RegisteredAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RegisteredById = table.Column<Guid>(type: "TEXT", nullable: false),
                    FormLetterId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Decision = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    DecisionReason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    ProvideDays = table.Column<int>(type: "INTEGER", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DecidedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    SuperiorText = table.Column<string>(type: "TEXT", maxLength: 250, nullable: true),
                    IsDecidedOutside = table.Column<bool>(type: "INTEGER", nullable: false),
                    AnswerLetterId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ConveyedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ConveyedWay = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    ProvideBy = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    FollowRequestId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Response = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    ResponseNote = table.Column<string>(type: "TEXT", maxLength: 600, nullable: true),
                    RespondedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    WithdrawnAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    WithdrawnReason = table.Column<string>(type: "TEXT", maxLength: 600, nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Superiors", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "VictimCases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    UnitCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    WrappedKey = table.Column<string>(type: "TEXT", nullable: true),
                    IsLocked = table.Column<bool>(type: "INTEGER", nullable: false),
                    LockedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Risk = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    ReportedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AttendBy = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AttendedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    OpenedById = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VictimCases", x => x.Id);
                    table.ForeignKey(
                        name: "FK_VictimCases_ServiceRequests_Id",
                        column: x => x.Id,
                        principalTable: "ServiceRequests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
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

            migrationBuilder.CreateTable(
                name: "CaseBlocks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    ParentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Payload = table.Column<string>(type: "TEXT", nullable: false),
                    NikIndex = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    PhoneIndex = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    SavedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SavedById = table.Column<Guid>(type: "TEXT", nullable: false),
                    SavedByText = table.Column<string>(type: "TEXT", maxLength: 250, nullable: false),
                    RemovedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseBlocks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CaseBlocks_CaseBlocks_ParentId",
                        column: x => x.ParentId,
                        principalTable: "CaseBlocks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CaseBlocks_VictimCases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "VictimCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CaseEmergencies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserText = table.Column<string>(type: "TEXT", maxLength: 250, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Until = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    ReviewedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReviewedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    ReviewedByText = table.Column<string>(type: "TEXT", maxLength: 250, nullable: true),
                    WasJustified = table.Column<bool>(type: "INTEGER", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseEmergencies", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CaseEmergencies_VictimCases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "VictimCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CaseMembers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserText = table.Column<string>(type: "TEXT", maxLength: 250, nullable: false),
                    IsLead = table.Column<bool>(type: "INTEGER", nullable: false),
                    AddedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AddedById = table.Column<Guid>(type: "TEXT", nullable: false),
                    RemovedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RemovedById = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseMembers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CaseMembers_VictimCases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "VictimCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CaseSightings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserText = table.Column<string>(type: "TEXT", maxLength: 250, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Detail = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseSightings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CaseSightings_VictimCases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "VictimCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_CaseBlocks_CaseId_Kind_ParentId_Ordinal",
                table: "CaseBlocks",
                columns: new[] { "CaseId", "Kind", "ParentId", "Ordinal" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CaseBlocks_NikIndex",
                table: "CaseBlocks",
                column: "NikIndex");

            migrationBuilder.CreateIndex(
                name: "IX_CaseBlocks_Own",
                table: "CaseBlocks",
                columns: new[] { "CaseId", "Kind", "Ordinal" },
                unique: true,
                filter: "\"ParentId\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_CaseBlocks_ParentId",
                table: "CaseBlocks",
                column: "ParentId");

            migrationBuilder.CreateIndex(
                name: "IX_CaseBlocks_PhoneIndex",
                table: "CaseBlocks",
                column: "PhoneIndex");

            migrationBuilder.CreateIndex(
                name: "IX_CaseEmergencies_CaseId",
                table: "CaseEmergencies",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_CaseMembers_Present",
                table: "CaseMembers",
                columns: new[] { "CaseId", "UserId" },
                unique: true,
                filter: "\"RemovedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_CaseMembers_UserId",
                table: "CaseMembers",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_CaseSightings_CaseId_At",
                table: "CaseSightings",
                columns: new[] { "CaseId", "At" });

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

            migrationBuilder.CreateIndex(
                name: "IX_VictimCases_AttendBy",
                table: "VictimCases",
                column: "AttendBy");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CaseBlocks");

            migrationBuilder.DropTable(
                name: "CaseEmergencies");

            migrationBuilder.DropTable(
                name: "CaseMembers");

            migrationBuilder.DropTable(
                name: "CaseSightings");

            migrationBuilder.DropTable(
                name: "ComplaintAccused");

            migrationBuilder.DropTable(
                name: "ComplaintAnswers");

            migrationBuilder.DropTable(
                name: "ComplaintSuperiors");

            migrationBuilder.DropTable(
                name: "ComplaintTransfers");

            migrationBuilder.DropTable(
                name: "Objections");

            migrationBuilder.DropTable(
                name: "Superiors");

            migrationBuilder.DropTable(
                name: "VictimCases");

            migrationBuilder.DropTable(
                name: "Complaints");

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
