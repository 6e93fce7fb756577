using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Attendance.Client.Archive.Internal.Sqlite
{
    /// <inheritdoc />
    internal partial class Views : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "failures",
                table: "erasures",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "hosts",
                table: "erasures",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "occurrences",
                table: "erasures",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "runs",
                table: "erasures",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateIndex(
                name: "ix_meetings_thread_id",
                table: "meetings",
                column: "thread_id");

            AnalystViews.Create(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            AnalystViews.Drop(migrationBuilder);

            migrationBuilder.DropIndex(
                name: "ix_meetings_thread_id",
                table: "meetings");

            migrationBuilder.DropColumn(
                name: "failures",
                table: "erasures");

            migrationBuilder.DropColumn(
                name: "hosts",
                table: "erasures");

            migrationBuilder.DropColumn(
                name: "occurrences",
                table: "erasures");

            migrationBuilder.DropColumn(
                name: "runs",
                table: "erasures");
        }
    }
}
