namespace Attendance.Client.Testing.Internal;

/// <summary>Puts models of the client into a store, with a lock on its gate.</summary>
/// <remarks>What has no id is refused, as nobody could ask for it, and so is what does not say where it belongs.</remarks>
internal sealed class ModelWriter(GraphStore store, object gate, string signedInUserId)
{
    public void Write(AttendanceSource source, IEnumerable<AttendanceReport> reports)
    {
        var added = reports.ToList();
        if (added.Exists(static report => string.IsNullOrEmpty(report.Id)))
            throw new ArgumentException("A report has no Id, so nobody could ask for it. Give it one.", nameof(reports));

        lock (gate)
        {
            var place = PlaceOf(source);
            foreach (var report in added)
                place.Add(StoredReport.Of(report));
        }
    }

    public void Write(OnlineMeeting meeting, IEnumerable<AttendanceReport> reports)
    {
        if (meeting.Source is not MeetingSource source)
        {
            throw new ArgumentException(
                "The meeting's Source is missing or no meeting, so nobody could say whose it is. Set it to AttendanceSource.Meeting(...).",
                nameof(meeting));
        }

        Write(source, reports);
        lock (gate)
            PlaceOf(source).Entity = new Stored(source.MeetingId, () => WireModels.Meeting(meeting with { Id = source.MeetingId }));
    }

    public void Write(Organizer owner, IEnumerable<CalendarMeeting> meetings)
    {
        lock (gate)
        {
            foreach (var meeting in meetings)
            {
                store.GetOrAddUser(owner.UserId ?? signedInUserId)
                    .Calendar.Add(new Stored(meeting.Id ?? "", () => WireModels.CalendarEvent(meeting)));
            }
        }
    }

    public void Write(string groupId, IEnumerable<Organizer> members)
    {
        var added = members.Select(static member => Stored.Bare(member.UserId!)).ToList();
        lock (gate)
            store.GetOrAddGroup(groupId).AddRange(added);
    }

    public void Write(VirtualEvent virtualEvent)
    {
        var id = IdOf(virtualEvent.Id, "event", nameof(virtualEvent));
        lock (gate)
            store.GetOrAddEvent(virtualEvent.Kind, id).Entity = new Stored(id, () => WireModels.VirtualEvent(virtualEvent));
    }

    public void Write(VirtualEventSession session, IEnumerable<AttendanceReport> reports)
    {
        var id = session.Source switch
        {
            WebinarSource webinar => webinar.SessionId,
            TownhallSource townhall => townhall.SessionId,
            _ => throw new ArgumentException(
                "The session's Source is missing or a meeting, so nobody could say whose session it is. " +
                "Set it to AttendanceSource.Webinar(...) or Townhall(...).",
                nameof(session)),
        };

        Write(session.Source, reports);
        lock (gate)
            PlaceOf(session.Source).Entity = new Stored(id, () => WireModels.Session(session with { Id = id }));
    }

    public void Write(VirtualEventKind kind, string eventId, IEnumerable<Registration> registrations)
    {
        var added = registrations.ToDictionary(
            registration => IdOf(registration.Id, "registration", nameof(registrations)), StringComparer.Ordinal);
        lock (gate)
        {
            var held = store.GetOrAddEvent(kind, eventId).Registrations;
            foreach (var registration in added)
                held[registration.Key] = new Stored(registration.Key, () => WireModels.Registration(registration.Value));
        }
    }

    private static string IdOf(string? id, string what, string parameter) =>
        string.IsNullOrEmpty(id)
            ? throw new ArgumentException($"The {what} has no Id, so nobody could ask for it. Give it one.", parameter)
            : id!;

    private StoredPlace PlaceOf(AttendanceSource source) => source switch
    {
        MeetingSource meeting => store.GetOrAddMeeting(meeting.Organizer.UserId ?? signedInUserId, meeting.MeetingId),
        WebinarSource webinar => store.GetOrAddSession(VirtualEventKind.Webinar, webinar.WebinarId, webinar.SessionId),
        TownhallSource townhall => store.GetOrAddSession(VirtualEventKind.Townhall, townhall.TownhallId, townhall.SessionId),
        _ => throw new NotSupportedException($"Graph has no {source.GetType()}."),
    };
}
