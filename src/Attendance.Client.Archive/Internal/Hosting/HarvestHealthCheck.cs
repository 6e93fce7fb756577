using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Attendance.Client.Archive.Internal;

/// <summary>Whether the archive can be read, and organizers are harvested in time.</summary>
internal sealed class HarvestHealthCheck(AttendanceArchive archive, HarvestServiceOptions options) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var late = archive.Database.TimeProvider.GetUtcNow() - (2 * options.Interval);
        try
        {
            var (behind, failures, oldest) = await archive.Database.ReadAsync(
                async database => (
                    await database.Organizers.CountAsync(row => row.HarvestedAt < late, cancellationToken).ConfigureAwait(false),
                    await database.HarvestFailures.CountAsync(row => row.ResolvedAt == null, cancellationToken).ConfigureAwait(false),
                    await database.Organizers.MinAsync(row => row.HarvestedAt, cancellationToken).ConfigureAwait(false)),
                cancellationToken).ConfigureAwait(false);
            var data = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["organizersBehind"] = behind,
                ["failures"] = failures,
            };
            if (oldest is { } time)
                data["oldestHarvest"] = time;

            return behind > 0
                ? HealthCheckResult.Degraded($"{behind} organizers were not harvested for two intervals.", data: data)
                : HealthCheckResult.Healthy($"Every organizer was harvested in time; {failures} failures are tried again.", data);
        }
        catch (ArchiveException exception)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, exception.Message, exception);
        }
    }
}
