using Attendance.Client.Archive;

namespace Attendance.Cli.Json;

/// <summary>What a harvest could not read.</summary>
internal sealed record HarvestFailureJson(
    string Step, string? Organizer, string? Subject, string? ReportId, string Reason, int? Status, string Message, string? Remedy,
    DateTimeOffset FirstFailedAt, DateTimeOffset LastFailedAt, int Attempts, DateTimeOffset NextAttemptAt)
{
    public static HarvestFailureJson Of(HarvestFailure failure) => new(
        failure.Step.ToString(), failure.Organizer?.ToString(), failure.Subject, failure.ReportId, failure.Reason, failure.Status,
        failure.Message, failure.Remedy, failure.FirstFailedAt, failure.LastFailedAt, failure.Attempts, failure.NextAttemptAt);
}
