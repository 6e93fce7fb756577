using System.Globalization;
using Attendance.Client.Archive;

namespace Attendance.Cli;

/// <summary>How far a harvest is, on a terminal.</summary>
/// <param name="status">Where it is shown, or null where nobody watches.</param>
internal sealed class HarvestProgressLine(StatusLine? status) : IProgress<HarvestProgress>
{
    public void Report(HarvestProgress value)
    {
        if (status is null)
            return;

        var done = (value.Organizers + value.VirtualEvents).ToString("N0", CultureInfo.InvariantCulture);
        var added = (value.ReportsAdded + value.ReportsReplaced).ToString("N0", CultureInfo.InvariantCulture);
        var failed = value.Failures == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {value.Failures:N0} failed");
        status.Show($"Harvesting: {done} organizers and events done, {added} reports kept{failed}", $"Harvesting: {done} done{failed}");
    }
}
