using Attendance.Client.Archive;

namespace Attendance.Cli.Json;

/// <summary>What was erased.</summary>
internal sealed record ErasureJson(
    int Reports, int Records, int ExpectedPeople, int Registrations, int Hosts, int Occurrences, int Failures, int Runs,
    bool OrganizerIdStays)
{
    public static ErasureJson Of(ErasureResult result) => new(
        result.Reports, result.Records, result.ExpectedPeople, result.Registrations, result.Hosts, result.Occurrences, result.Failures,
        result.Runs, result.OrganizerIdStays);
}
