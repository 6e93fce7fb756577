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
}
