using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DinsosIntranet.Shared.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class PublicInformation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "InformationRequests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ApplicantKind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    OrganisationName = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: true),
                    OrganisationProof = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: true),
                    Occupation = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Email = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    ProxyName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    ProxyIdentity = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    ProxyLetter = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: true),
                    Detail = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    Purpose = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    Obtain = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    CopyForm = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Delivery = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    DeliveryAddress = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    FlaggedWords = table.Column<string[]>(type: "text[]", nullable: false),
                    Decision = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    DecidedById = table.Column<Guid>(type: "uuid", nullable: true),
                    DecisionReason = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: true),
                    NotHeld = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    OtherBody = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: true),
                    AvailableWhen = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: true),
                    PreparationDays = table.Column<int>(type: "integer", nullable: true),
                    RedactionNote = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: true),
                    RefusalNote = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: true),
                    ExtensionReasonCode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    ExtensionReason = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: true),
                    ExtendedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    NoticeWay = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    NoticeGivenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InformationRequests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_InformationRequests_ServiceRequests_Id",
                        column: x => x.Id,
                        principalTable: "ServiceRequests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ExclusionTests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    Information = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Grounds = table.Column<string[]>(type: "text[]", nullable: false),
                    OtherLaw = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    IfOpened = table.Column<string>(type: "character varying(800)", maxLength: 800, nullable: false),
                    IfClosed = table.Column<string>(type: "character varying(800)", maxLength: 800, nullable: false),
                    Period = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedById = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExclusionTests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ExclusionTests_InformationRequests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "InformationRequests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "InformationHandOvers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    LetterId = table.Column<Guid>(type: "uuid", nullable: false),
                    PreparedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    PreparedById = table.Column<Guid>(type: "uuid", nullable: false),
                    Way = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ReceiverName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    ReceiverIdentity = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    Note = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    CompletedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ReplacedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InformationHandOvers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_InformationHandOvers_InformationRequests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "InformationRequests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_InformationHandOvers_Letters_LetterId",
                        column: x => x.LetterId,
                        principalTable: "Letters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "InformationItems",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Form = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Quantity = table.Column<int>(type: "integer", nullable: false),
                    Redaction = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    AddedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    AddedById = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InformationItems", x => x.Id);
                    table.ForeignKey(
                        name: "FK_InformationItems_InformationRequests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "InformationRequests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ExclusionTests_RequestId",
                table: "ExclusionTests",
                column: "RequestId");

            migrationBuilder.CreateIndex(
                name: "IX_InformationHandOvers_LetterId",
                table: "InformationHandOvers",
                column: "LetterId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_InformationHandOvers_RequestId",
                table: "InformationHandOvers",
                column: "RequestId");

            migrationBuilder.CreateIndex(
                name: "IX_InformationItems_RequestId",
                table: "InformationItems",
                column: "RequestId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ExclusionTests");

            migrationBuilder.DropTable(
                name: "InformationHandOvers");

            migrationBuilder.DropTable(
                name: "InformationItems");

            migrationBuilder.DropTable(
                name: "InformationRequests");
        }
    }
}
