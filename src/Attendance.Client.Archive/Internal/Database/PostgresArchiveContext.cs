using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Attendance.Client.Archive.Internal;

/// <summary>An archive in PostgreSQL, whose times have six digits; the seventh stands in a column of its own.</summary>
internal sealed class PostgresArchiveContext(DbContextOptions<PostgresArchiveContext> options) : ArchiveContext(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<WholeMicroseconds>();
        configurationBuilder.Properties<AttendeeKind>().HaveConversion<string>();
    }

    // Npgsql cuts the seventh digit off towards the year 2000, which before it is the next microsecond.
    private sealed class WholeMicroseconds() : ValueConverter<DateTimeOffset, DateTimeOffset>(
        static time => new DateTimeOffset(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero),
        static time => time);
}
