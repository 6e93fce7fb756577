using Microsoft.EntityFrameworkCore;

namespace Attendance.Client.Archive.Internal;

/// <summary>Finds the row of whom or what something belongs to, or makes one.</summary>
internal static class KnownRows
{
    public static async Task<OrganizerRow> OrganizerAsync(ArchiveContext context, Organizer organizer, CancellationToken cancellationToken)
    {
        var name = organizer.ToString();
        var row = context.Organizers.Local.FirstOrDefault(one => one.Name == name)
            ?? await context.Organizers.FirstOrDefaultAsync(one => one.Name == name, cancellationToken).ConfigureAwait(false);
        if (row is null)
        {
            row = new OrganizerRow { Name = name, UserId = organizer.UserId };
            context.Organizers.Add(row);
            await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        }

        return row;
    }

    public static async Task<VirtualEventRow> VirtualEventAsync(
        ArchiveContext context, VirtualEventKind kind, string graphId, CancellationToken cancellationToken)
    {
        var row = await context.VirtualEvents
            .FirstOrDefaultAsync(one => one.Kind == kind && one.GraphId == graphId, cancellationToken).ConfigureAwait(false);
        if (row is null)
        {
            row = new VirtualEventRow { Kind = kind, GraphId = graphId };
            context.VirtualEvents.Add(row);
            await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        }

        return row;
    }

    public static async Task<MeetingRow> MeetingAsync(ArchiveContext context, AttendanceSource source, CancellationToken cancellationToken)
    {
        var text = source.ToString();
        var row = await context.Meetings.FirstOrDefaultAsync(one => one.Source == text, cancellationToken).ConfigureAwait(false);
        if (row is not null)
            return row;

        row = source switch
        {
            MeetingSource meeting => new MeetingRow
            {
                Source = text,
                GraphId = meeting.MeetingId,
                OrganizerId = (await OrganizerAsync(context, meeting.Organizer, cancellationToken).ConfigureAwait(false)).Id,
            },
            WebinarSource webinar => new MeetingRow
            {
                Source = text,
                GraphId = webinar.SessionId,
                VirtualEventId = (await VirtualEventAsync(
                    context, VirtualEventKind.Webinar, webinar.WebinarId, cancellationToken).ConfigureAwait(false)).Id,
            },
            TownhallSource townhall => new MeetingRow
            {
                Source = text,
                GraphId = townhall.SessionId,
                VirtualEventId = (await VirtualEventAsync(
                    context, VirtualEventKind.Townhall, townhall.TownhallId, cancellationToken).ConfigureAwait(false)).Id,
            },
            _ => throw new ArgumentException($"{source} is a source of an unknown kind.", nameof(source)),
        };
        context.Meetings.Add(row);
        await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return row;
    }
}
