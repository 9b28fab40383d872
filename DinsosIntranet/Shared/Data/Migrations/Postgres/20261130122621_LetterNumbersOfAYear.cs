using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DinsosIntranet.Shared.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class LetterNumbersOfAYear : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Letters_Book_Year_Number",
                table: "Letters");

            migrationBuilder.CreateIndex(
                name: "IX_Letters_Year_Book_Number",
                table: "Letters",
                columns: new[] { "Year", "Book", "Number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Letters_Year_Book_Number",
                table: "Letters");

            migrationBuilder.CreateIndex(
                name: "IX_Letters_Book_Year_Number",
                table: "Letters",
                columns: new[] { "Book", "Year", "Number" },
                unique: true);
        }
    }
}
