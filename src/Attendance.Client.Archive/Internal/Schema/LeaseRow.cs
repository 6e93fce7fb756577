using Microsoft.EntityFrameworkCore;

namespace Attendance.Client.Archive.Internal;

/// <summary>Who is at work on something, so that nobody else is.</summary>
internal sealed class LeaseRow
{
    /// <summary>What is worked on, such as the harvest of an organizer.</summary>
    public required string Name { get; set; }

    public Guid HolderId { get; set; }

    /// <summary>When it is free again, unless its holder asks for more.</summary>
    public DateTimeOffset EndsAt { get; set; }

    /// <summary>Takes it for a time, or says by its end when to ask again where somebody else has it.</summary>
    /// <returns>Whether it was taken, and when it ends, or would have ended, for whoever had it before; null where nobody had.</returns>
    public static async Task<(bool IsTaken, DateTimeOffset? PreviousEnd)> TryTakeAsync(
        ArchiveContext context, string name, Guid holderId, DateTimeOffset now, TimeSpan length, CancellationToken cancellationToken)
    {
        var row = await context.Leases.FirstOrDefaultAsync(one => one.Name == name, cancellationToken).ConfigureAwait(false);
        var previousEnd = row?.EndsAt;
        if (row is not null && row.HolderId != holderId && row.EndsAt > now)
            return (false, previousEnd);

        if (row is null)
            context.Leases.Add(row = new LeaseRow { Name = name });
        row.HolderId = holderId;
        row.EndsAt = now + length;
        return (true, previousEnd);
    }
}
