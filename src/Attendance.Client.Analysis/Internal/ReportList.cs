using System.Globalization;

namespace Attendance.Client.Analysis.Internal;

/// <summary>Takes in the reports that a caller gives.</summary>
internal static class ReportList
{
    /// <summary>The reports, one that is given twice counted once: with its records if it has them anywhere, as a meeting and its channel may both list it.</summary>
    public static List<AttendanceReport> Distinct(IEnumerable<AttendanceReport> reports)
    {
        var distinct = new List<AttendanceReport>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var report in reports ?? throw new ArgumentNullException(nameof(reports)))
        {
            if (report is null)
            {
                throw new ArgumentException(
                    string.Format(CultureInfo.InvariantCulture, "A report is null: the one after {0} others. Leave out what could not be read.", distinct.Count), nameof(reports));
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

    /// <summary>The reports in order of time, each with when its session ran; those without times last.</summary>
    public static List<(AttendanceReport Report, TimeWindow? Window)> InOrder(IEnumerable<AttendanceReport> reports) =>
    [
        .. Distinct(reports)
            .Select(report => (Report: report, Window: TimeWindow.Of(report)))
            .OrderBy(item => item.Window?.Start ?? DateTimeOffset.MaxValue)
            .ThenBy(item => item.Window?.End ?? DateTimeOffset.MaxValue),
    ];
}
