using System.Globalization;

namespace Attendance.Client.Analysis.Internal;

/// <summary>Takes in the reports that a caller gives.</summary>
internal static class ReportList
{
    /// <summary>The reports, one that is given twice counted once: with its records if it has them anywhere, as a meeting and its channel
    /// may both list it.</summary>
    public static List<AttendanceReport> Distinct(IEnumerable<AttendanceReport> reports)
    {
        var distinct = new List<AttendanceReport>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var report in reports ?? throw new ArgumentNullException(nameof(reports)))
        {
            if (report is null)
            {
                throw new ArgumentException(
                    string.Format(
                        CultureInfo.InvariantCulture, "A report is null: the one after {0} others. Leave out what could not be read.",
                        distinct.Count),
                    nameof(reports));
            }

            if (report.Id is null || !places.TryGetValue(report.Id, out var place))
            {
                if (report.Id is not null)
                    places.Add(report.Id, distinct.Count);
                distinct.Add(report);
            }
            else if (distinct[place].Records is null)
            {
                distinct[place] = report;
            }
        }

        return distinct;
    }

    /// <summary>The reports, one that is given twice counted once, all of which have their records.</summary>
    public static List<AttendanceReport> DistinctWithRecords(IEnumerable<AttendanceReport> reports)
    {
        var distinct = Distinct(reports);
        if (distinct.Find(report => report.Records is null) is { } bare)
        {
            throw new ArgumentException(
                string.Format(
                    CultureInfo.InvariantCulture,
                    "The report {0} has no records, as they were not asked for, so it does not tell who attended. " +
                    "Read it with GetReportAsync, or many with BulkOptions.IncludeRecords.",
                    bare.Id is null ? "without id" : $"'{bare.Id}'"),
                nameof(reports));
        }

        return distinct;
    }

    /// <summary>The reports in order of time, each with when its session ran; those without times last.</summary>
    public static List<(AttendanceReport Report, TimeWindow? Window)> InOrder(IEnumerable<AttendanceReport> reports) =>
    [
        .. Distinct(reports)
            .Select(report => (Report: report, Window: TimeWindow.Of(report)))
            .OrderBy(item => item.Window?.Start ?? DateTimeOffset.MaxValue)
            .ThenBy(item => item.Window?.End ?? DateTimeOffset.MaxValue),
    ];
}
