using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Attendance.Client.Archive.Internal;

/// <summary>What <c>dotnet ef</c> makes migrations of SQLite with.</summary>
internal sealed class SqliteArchiveContextFactory : IDesignTimeDbContextFactory<SqliteArchiveContext>
{
    public SqliteArchiveContext CreateDbContext(string[] args) => new(
        new DbContextOptionsBuilder<SqliteArchiveContext>().UseSqlite("Data Source=design.db").UseSnakeCaseNamingConvention().Options);
}
