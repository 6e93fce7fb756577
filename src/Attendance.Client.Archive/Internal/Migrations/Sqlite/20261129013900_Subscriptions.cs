using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Attendance.Client.Archive.Internal.Sqlite
{
    /// <inheritdoc />
    internal partial class Subscriptions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "taken_at",
                table: "leases",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "subscriptions",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    application = table.Column<string>(type: "TEXT", nullable: false),
                    resource = table.Column<string>(type: "TEXT", nullable: false),
                    revision = table.Column<long>(type: "INTEGER", nullable: false),
                    graph_id = table.Column<string>(type: "TEXT", nullable: true),
                    expires_at = table.Column<string>(type: "TEXT", nullable: true),
                    settings_hash = table.Column<string>(type: "TEXT", nullable: true),
                    lost_reason = table.Column<string>(type: "TEXT", nullable: true),
                    lost_since = table.Column<string>(type: "TEXT", nullable: true),
                    lost_until = table.Column<string>(type: "TEXT", nullable: true),
                    is_due = table.Column<bool>(type: "INTEGER", nullable: false),
                    write_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_subscriptions", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_subscriptions_graph_id",
                table: "subscriptions",
                column: "graph_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "subscriptions");

            migrationBuilder.DropColumn(
                name: "taken_at",
                table: "leases");
        }
    }
}
