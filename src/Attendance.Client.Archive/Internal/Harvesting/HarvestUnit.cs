using Microsoft.EntityFrameworkCore;

namespace Attendance.Client.Archive.Internal;

/// <summary>A part of a harvest that one process does at a time.</summary>
/// <param name="Name">What it is held by.</param>
/// <param name="RunAsync">Does it.</param>
/// <param name="IsDoneAsync">Whether another harvest has done it since this one began.</param>
/// <param name="Count">Counts it when it is done.</param>
internal sealed record HarvestUnit(
    string Name, Func<CancellationToken, Task> RunAsync, Func<CancellationToken, Task<bool>> IsDoneAsync,
    Action<HarvestTally> Count)
{
    public static HarvestUnit Of(HarvestWork work, Organizer organizer)
    {
        var name = organizer.ToString();
        return new HarvestUnit(
            $"harvest {name}",
            new OrganizerHarvest(work, organizer).RunAsync,
            stop => work.Database.ReadAsync(
                context => context.Organizers.AnyAsync(row => row.Name == name && row.HarvestedAt > work.StartedAt, stop), stop),
            static tally => tally.AddOrganizer());
    }

    public static HarvestUnit Of(HarvestWork work, HarvestMeeting meeting) => new(
        $"harvest {meeting.Organizer} {meeting.Link}",
        new MeetingHarvest(work, meeting).RunAsync,
        static _ => Task.FromResult(false),
        static tally => tally.AddOrganizer());

    public static HarvestUnit Of(HarvestWork work, VirtualEvent virtualEvent) => new(
        $"harvest {virtualEvent.Kind}/{virtualEvent.Id}",
        new EventHarvest(work, virtualEvent).RunAsync,
        static _ => Task.FromResult(false),
        static tally => tally.AddVirtualEvent());

    public static HarvestUnit Of(HarvestWork work, HarvestEvent known) => new(
        $"harvest {known.Kind}/{known.Id}",
        stop => ReadAsync(work, known, stop),
        static _ => Task.FromResult(false),
        static tally => tally.AddVirtualEvent());

    public static HarvestUnit Of(HarvestWork work, AttendanceSource source) =>
        Of($"harvest {source}", new SourceHarvest(work, source).RunAsync);

    public static HarvestUnit Of(HarvestWork work, AttendanceSource source, string reportId) =>
        Of($"harvest {source} {reportId}", stop => new SourceHarvest(work, source).RunAsync(reportId, stop));

    public static HarvestUnit Of(HarvestWork work, AttendanceSource source, AttendanceReport report) =>
        Of($"harvest {source} {report.Id}", stop => new SourceHarvest(work, source).RunAsync(report, stop));

    private static HarvestUnit Of(string name, Func<CancellationToken, Task> runAsync) =>
        new(name, runAsync, static _ => Task.FromResult(false), static _ => { });

    private static async Task ReadAsync(HarvestWork work, HarvestEvent known, CancellationToken cancellationToken)
    {
        var task = HarvestTask.Sessions(known.Kind, known.Id);
        if (!await work.Failures.IsDueAsync(task, work, cancellationToken).ConfigureAwait(false))
            return;

        VirtualEvent read;
        try
        {
            read = await work.ReadEventAsync(known.Kind, known.Id, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (HarvestFailures.IsOfOne(exception))
        {
            await work.Failures.NoteAsync(task, exception, cancellationToken).ConfigureAwait(false);
            return;
        }

        await new EventHarvest(work, read, isNamed: true).RunAsync(cancellationToken).ConfigureAwait(false);
    }
}
