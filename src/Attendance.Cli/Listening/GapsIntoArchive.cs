using System.Globalization;
using Attendance.Client;
using Attendance.Client.Archive;
using Attendance.Client.Notifications;
using Attendance.Client.Notifications.Archive;

namespace Attendance.Cli;

/// <summary>Reads into an archive what was not told of, or says by which command to read it.</summary>
internal sealed class GapsIntoArchive(AttendanceArchive archive, string name, AttendanceClient client, TextWriter notes)
    : ISubscriptionGapHandler
{
    public async Task HandleAsync(SubscriptionGap gap, CancellationToken cancellationToken)
    {
        SubscriptionResource[] resources = [gap.Resource];
        if (resources.ToHarvestScope() is { } scope)
        {
            var added = await FillAsync(scope, cancellationToken).ConfigureAwait(false);
            await notes.WriteLineAsync(
                $"note: It is read: {(added == 1 ? "1 report is" : $"{added.ToString(CultureInfo.InvariantCulture)} reports are")} " +
                "new in the archive.").ConfigureAwait(false);
            return;
        }

        var from = gap.From is { } known
            ? string.Create(CultureInfo.InvariantCulture, $"from {known.UtcDateTime:u} ")
            : "";
        await notes.WriteLineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"note: Graph may have told too little of {gap.Resource.Kind} {from}until {gap.Until.UtcDateTime:u}. ")
            + $"{CommandFor(gap.Resource)} reads what is missing.").ConfigureAwait(false);
    }

    /// <summary>Reads what the archive lacks of all that the subscriptions name.</summary>
    public async Task FillAsync(IEnumerable<SubscriptionResource> resources, CancellationToken cancellationToken)
    {
        if (resources.ToHarvestScope() is { } scope)
            await FillAsync(scope, cancellationToken).ConfigureAwait(false);
    }

    // Who listens as a user may not read registrations, and nobody asked for them.
    private async Task<int> FillAsync(HarvestScope scope, CancellationToken cancellationToken)
    {
        var result = await archive.HarvestAsync(
            client, scope, new HarvestOptions { RetryNow = true, IncludeRegistrations = false }, cancellationToken).ConfigureAwait(false);
        if (result.Failures > 0)
        {
            await notes.WriteLineAsync(
                $"note: {result.Failures.ToString(CultureInfo.InvariantCulture)} of what the archive lacks could not be read. " +
                $"attendance archive show --archive {name} says why.").ConfigureAwait(false);
        }

        return result.ReportsAdded;
    }

    private string CommandFor(SubscriptionResource resource) => resource.Kind is SubscriptionResourceKind.CallRecords
        ? $"attendance harvest --archive {name} --group <id>"
        : $"attendance harvest --archive {name} --webinars --townhalls";
}
