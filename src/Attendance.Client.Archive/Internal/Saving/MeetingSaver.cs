using Microsoft.EntityFrameworkCore;

namespace Attendance.Client.Archive.Internal;

/// <summary>Saves what leads to reports: meetings and calendars.</summary>
internal sealed class MeetingSaver(ArchiveDatabase database)
{
    public Task<long> SaveAsync(OnlineMeeting meeting, CancellationToken cancellationToken) => database.WriteAsync(
        async context =>
        {
            var rules = await database.ReadRulesAsync(context, cancellationToken).ConfigureAwait(false);
            var kept = rules.Apply(meeting);
            if (rules.IsTooOld(meeting.EndsAt))
                kept = kept with { Organizer = null, Attendees = [] };
            var row = await KnownRows.MeetingAsync(context, meeting.Source!, cancellationToken).ConfigureAwait(false);
            await context.Entry(row).Collection(static one => one.People).LoadAsync(cancellationToken).ConfigureAwait(false);
            if (!row.IsRead || MeetingRows.ToMeeting(row) != kept)
            {
                context.ExpectedPeople.RemoveRange(row.People);
                MeetingRows.Fill(row, kept);
            }

            return row.Id;
        },
        cancellationToken);

    /// <summary>Saves what stands in a calendar within a range, and notes what stands there no more.</summary>
    public Task<IReadOnlyDictionary<string, long>> SaveAsync(
        Organizer owner, DateTimeOffset from, DateTimeOffset until, IReadOnlyList<CalendarMeeting> meetings,
        CancellationToken cancellationToken) => database.WriteAsync(
        async context =>
        {
            var now = database.TimeProvider.GetUtcNow();
            var rules = await database.ReadRulesAsync(context, cancellationToken).ConfigureAwait(false);
            var organizer = await KnownRows.OrganizerAsync(context, owner, cancellationToken).ConfigureAwait(false);
            var ids = meetings.Select(OccurrenceRows.NameOf).ToHashSet(StringComparer.Ordinal);
            var rows = await context.Occurrences.Include(static row => row.People)
                .Where(row => row.OrganizerId == organizer.Id && (ids.Contains(row.Name) || (row.StartsAt < until && row.EndsAt > from)))
                .ToDictionaryAsync(static row => row.Name, StringComparer.Ordinal, cancellationToken).ConfigureAwait(false);
            foreach (var meeting in meetings)
            {
                if (rules.IsTooOld(meeting.End?.At))
                    continue;

                var kept = rules.Apply(meeting);
                var name = OccurrenceRows.NameOf(meeting);
                if (!rows.TryGetValue(name, out var row))
                {
                    row = rows[name] = new OccurrenceRow { OrganizerId = organizer.Id, Name = name };
                    context.Occurrences.Add(row);
                    OccurrenceRows.Fill(row, kept);
                }
                else if (row.RemovedAt is not null || OccurrenceRows.ToMeeting(row) != kept)
                {
                    context.ExpectedPeople.RemoveRange(row.People);
                    OccurrenceRows.Fill(row, kept);
                }

                row.ReadAt = now;
            }

            foreach (var row in rows.Values.Where(row => !ids.Contains(row.Name)))
                Remove(context, row, now);
            organizer.CalendarReadFrom = Least(organizer.CalendarReadFrom, from);
            await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
            return (IReadOnlyDictionary<string, long>)rows.ToDictionary(
                static row => row.Key, static row => row.Value.Id, StringComparer.Ordinal);
        },
        cancellationToken);

    private static DateTimeOffset Least(DateTimeOffset? one, DateTimeOffset other) => one < other ? one.Value : other;

    // What was over when it was last seen took place, whoever cleans up the calendar; anything else was called off or moved.
    private static void Remove(ArchiveContext context, OccurrenceRow row, DateTimeOffset now)
    {
        if (row.EndsAt <= row.ReadAt || row.State == OccurrenceState.Reported)
            row.RemovedAt ??= now;
        else
            context.Occurrences.Remove(row);
    }
}
