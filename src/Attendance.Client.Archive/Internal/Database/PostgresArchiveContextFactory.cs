using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Attendance.Client.Archive.Internal;

/// <summary>What <c>dotnet ef</c> makes migrations of PostgreSQL with.</summary>
internal sealed class PostgresArchiveContextFactory : IDesignTimeDbContextFactory<PostgresArchiveContext>
{
    public PostgresArchiveContext CreateDbContext(string[] args) => new(
        new DbContextOptionsBuilder<PostgresArchiveContext>().UseNpgsql("Host=design").UseSnakeCaseNamingConvention().Options);
}
