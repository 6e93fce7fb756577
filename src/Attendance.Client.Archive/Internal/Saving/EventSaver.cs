using Microsoft.EntityFrameworkCore;

namespace Attendance.Client.Archive.Internal;

/// <summary>Saves webinars and town halls, their sessions, and who registered.</summary>
internal sealed class EventSaver(ArchiveDatabase database)
{
    public Task<bool> SaveAsync(VirtualEvent virtualEvent, CancellationToken cancellationToken) => database.WriteAsync(
        async context =>
        {
            var rules = await database.ReadRulesAsync(context, cancellationToken).ConfigureAwait(false);
            var kept = rules.Apply(virtualEvent);
            if (rules.IsTooOld(virtualEvent.End?.At))
                kept = kept with { CreatedBy = null, CoOrganizers = [] };
            var row = await KnownRows.VirtualEventAsync(
                context, virtualEvent.Kind, virtualEvent.Id!, cancellationToken).ConfigureAwait(false);
            await context.Entry(row).Collection(static one => one.Hosts).LoadAsync(cancellationToken).ConfigureAwait(false);
            await context.Entry(row).Collection(static one => one.ExternalEvents).LoadAsync(cancellationToken).ConfigureAwait(false);
            if (row.IsRead && EventRows.ToEvent(row) == kept)
                return false;

            // Removed before rows with the same keys are added.
            context.Hosts.RemoveRange(row.Hosts);
            context.ExternalEvents.RemoveRange(row.ExternalEvents);
            await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
            EventRows.Fill(row, kept);
            return true;
        },
        cancellationToken);

    public Task<bool> SaveAsync(VirtualEventSession session, CancellationToken cancellationToken) => database.WriteAsync(
        async context =>
        {
            var row = await KnownRows.MeetingAsync(context, session.Source!, cancellationToken).ConfigureAwait(false);
            if (row.IsRead && MeetingRows.ToSession(row) == session)
                return false;

            MeetingRows.Fill(row, session);
            return true;
        },
        cancellationToken);

    public Task<bool> SaveAsync(
        VirtualEventKind kind, string eventId, IReadOnlyList<Registration> registrations, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async context =>
            {
                var rules = await database.ReadRulesAsync(context, cancellationToken).ConfigureAwait(false);
                var kept = rules.Apply(registrations).ToList();
                var row = await KnownRows.VirtualEventAsync(context, kind, eventId, cancellationToken).ConfigureAwait(false);
                if (rules.IsTooOld(row.EndsAt))
                    return false;

                row.RegistrationsReadAt = database.TimeProvider.GetUtcNow();
                var before = await context.Registrations.Include(static one => one.Answers).AsNoTracking()
                    .Where(one => one.VirtualEventId == row.Id).OrderBy(static one => one.Position)
                    .ToListAsync(cancellationToken).ConfigureAwait(false);
                if (before.Select(EventRows.ToRegistration).SequenceEqual(kept))
                    return false;

                await context.Registrations.Where(one => one.VirtualEventId == row.Id)
                    .ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
                row.Registrations = [.. kept.Select(EventRows.ToRow)];
                return true;
            },
            cancellationToken);
}
