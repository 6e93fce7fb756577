using System.Globalization;
using Attendance.Client.Archive;

namespace Attendance.Cli;

/// <summary>What came of a harvest, as people read it.</summary>
internal static class HarvestText
{
    private const int MostFailures = 10;

    public static void Write(Screen screen, string archive, HarvestResult result, IReadOnlyList<HarvestFailure> failures)
    {
        var took = result.EndedAt is { } end
            ? $" in {SpanText.Of(TimeSpan.FromSeconds(Math.Ceiling((end - result.StartedAt).TotalSeconds)))}"
            : "";
        (string Name, string Value)[] facts =
        [
            ("Harvested into", $"{CellText.Of(archive)}{took}"),
            ("Read", WhatWasRead(result)),
            ("Reports",
                $"{Number(result.ReportsFound)} found: {Number(result.ReportsAdded)} new, {Number(result.ReportsReplaced)} changed"),
            ("Sessions", $"{Number(result.Occurrences)} over, {Number(result.OccurrencesMissing)} without a report{ReasonsOf(result)}"),
            ("Failures", result.Failures == 0 ? "none" : $"{Number(result.Failures)}, tried again by the next harvest"),
        ];
        var width = facts.Max(static fact => fact.Name.Length);
        foreach (var (name, value) in facts)
            screen.Line($"{name.PadRight(width)}  {value}");

        foreach (var failure in failures.Take(MostFailures))
        {
            screen.Line();
            screen.Line($"failed: {CellText.Of(failure.Message)}");
            if (failure.Remedy is { } remedy)
                screen.Line($"what to do: {CellText.Of(remedy)}");
        }

        if (failures.Count > MostFailures)
        {
            screen.Line();
            screen.Line($"{Number(failures.Count - MostFailures)} more failures are in the table harvest_failures, and in --json.");
        }
    }

    private static string WhatWasRead(HarvestResult result) => result.VirtualEvents == 0
        ? Count(result.Organizers, "organizer or meeting", "organizers and meetings")
        : $"{Count(result.Organizers, "organizer or meeting", "organizers and meetings")}, " +
            Count(result.VirtualEvents, "webinar or town hall", "webinars and town halls");

    private static string ReasonsOf(HarvestResult result) => result.Missing is not { Count: > 0 } missing
        ? ""
        : ": " + string.Join(
            ", ", missing.OrderByDescending(static one => one.Value).Select(static one => $"{Number(one.Value)} {NameOf(one.Key)}"));

    private static string NameOf(MissingReason reason) => reason switch
    {
        MissingReason.NotYet => "not there yet",
        MissingReason.NoReport => "with none in Graph",
        MissingReason.ReportLimit => "beyond the 50 that Graph lists",
        MissingReason.Expired => "older than a year",
        MissingReason.ChannelMeeting => "of a channel",
        MissingReason.MeetingNotFound => "whose meeting is not found",
        MissingReason.NoAccessPolicy => "without an access policy",
        MissingReason.Refused => "refused",
        _ => "that could not be read",
    };

    private static string Count(int count, string one, string many) => $"{Number(count)} {(count == 1 ? one : many)}";

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
