using Microsoft.EntityFrameworkCore;

namespace Attendance.Client.Archive.Internal;

/// <summary>Who is at work on something, so that nobody else is.</summary>
internal sealed class LeaseRow
{
    /// <summary>What is worked on, such as the harvest of an organizer.</summary>
    public required string Name { get; set; }

    public Guid HolderId { get; set; }

    /// <summary>When it was taken last.</summary>
    public DateTimeOffset? TakenAt { get; set; }

    /// <summary>When it is free again, unless its holder asks for more.</summary>
    public DateTimeOffset EndsAt { get; set; }

    /// <summary>Takes it for a time, unless somebody else has it.</summary>
    /// <returns>Whether it was taken, and the end and the time of the last taking: by somebody else, or before; null where it never
    /// was.</returns>
    public static async Task<(bool IsTaken, DateTimeOffset? End, DateTimeOffset? LastTakenAt)> TryTakeAsync(
        ArchiveContext context, string name, Guid holderId, DateTimeOffset now, TimeSpan length, CancellationToken cancellationToken)
    {
        var row = await context.Leases.FirstOrDefaultAsync(one => one.Name == name, cancellationToken).ConfigureAwait(false);
        var (end, lastTakenAt) = (row?.EndsAt, row?.TakenAt);
        if (row is not null && row.HolderId != holderId && row.EndsAt > now)
            return (false, end, lastTakenAt);

        if (row is null)
            context.Leases.Add(row = new LeaseRow { Name = name });
        (row.HolderId, row.TakenAt, row.EndsAt) = (holderId, now, now + length);
        return (true, end, lastTakenAt);
    }
}
