using System.Globalization;
using Attendance.Client.Archive;

namespace Attendance.Cli;

/// <summary>What an archive holds, in lines.</summary>
internal static class OverviewText
{
    public static void Write(Screen screen, ArchiveOverview overview, IReadOnlyList<HarvestResult> harvests, Zone zone)
    {
        Count("organizers", overview.Organizers);
        Count("meetings", overview.Meetings);
        Count("occurrences", overview.Occurrences);
        Count("webinars", overview.Webinars);
        Count("town halls", overview.Townhalls);
        Count("registrations", overview.Registrations);
        Line("reports", Number(overview.Reports)
            + (overview.ReportsWithoutRecords == 0 ? "" : $", {Number(overview.ReportsWithoutRecords)} of them without records"));
        Count("records", overview.Records);
        Line("from", Time(overview.EarliestStart));
        Line("until", Time(overview.LatestEnd));
        Line("not read", overview.OpenFailures == 0 ? "nothing" : $"{Number(overview.OpenFailures)}, tried again by the next harvests");
        Line("people", (overview.IsPseudonymous ? "by pseudonyms" : "by name") + (overview.OmitsTimes ? ", without times" : ""));
        Line("forgotten", overview.PeopleForgotten == 1 ? "1 person" : $"{Number(overview.PeopleForgotten)} people");
        Line("erased before", overview.ErasedBefore is { } erased ? Time(erased) : "no time");
        foreach (var harvest in harvests)
        {
            Line(
                "harvest",
                $"{Time(harvest.StartedAt)}, {(harvest.EndedAt is null ? "not ended" : $"{Number(harvest.ReportsFound)} found")}, " +
                $"{Number(harvest.ReportsAdded)} new, {Number(harvest.ReportsReplaced)} changed, {Number(harvest.Failures)} not read");
        }

        void Count(string name, int count) => Line(name, Number(count));

        void Line(string name, string value) => screen.Line($"{name + ":",-15}{value}");

        string Time(DateTimeOffset? time) => time is null ? "-" : zone.TextOf(time);
    }

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
