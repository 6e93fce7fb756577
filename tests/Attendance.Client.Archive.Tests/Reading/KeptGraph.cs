using Attendance.Client.Testing;
using Attendance.Client.Tests.Conformance;

namespace Attendance.Client.Archive.Tests;

/// <summary>A graph, what it holds by name, and how all of that gets into an archive.</summary>
internal sealed class KeptGraph
{
    private KeptGraph(FakeGraph graph) => Graph = graph;

    public FakeGraph Graph { get; }

    public AttendanceClient Client => Graph.CreateClient();

    public List<AttendanceSource> Meetings { get; } = [];

    public List<(VirtualEventKind Kind, string Id)> Events { get; } = [];

    public List<AttendanceSource> Sessions { get; } = [];

    public List<(Organizer Owner, DateTimeOffset From, DateTimeOffset Until)> Calendars { get; } = [];

    public List<string> Organizers { get; } = [];

    /// <summary>The graph of this name.</summary>
    public static KeptGraph Of(string name) => name switch
    {
        "samples" => Samples(),
        "rich" => Rich(),
        "tenant" => Tenant(),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "There is no such graph."),
    };

    /// <summary>Reads all of it through a client and saves it.</summary>
    public async Task SaveAsync(AttendanceArchive archive)
    {
        foreach (var source in Meetings)
        {
            await archive.SaveAsync(await Client.GetMeetingAsync(source));
            await SaveReportsAsync(archive, source);
        }

        foreach (var (owner, from, until) in Calendars)
            await archive.SaveAsync(owner, from, until, await Client.GetCalendarMeetingsAsync(owner, from, until).ToListAsync());
        foreach (var (kind, id) in Events)
        {
            await archive.SaveAsync(await (kind == VirtualEventKind.Webinar ? Client.GetWebinarAsync(id) : Client.GetTownhallAsync(id)));
            await archive.SaveAsync(kind, id, await Client.GetRegistrationsAsync(kind, id).ToListAsync());
        }

        foreach (var source in Sessions)
        {
            await archive.SaveAsync(await Client.GetSessionAsync(source));
            await SaveReportsAsync(archive, source);
        }
    }

    private static KeptGraph Samples()
    {
        var kept = new KeptGraph(SampleData.CreateGraph());
        kept.Graph.Add(new OnlineMeeting { Source = SampleData.SmallMeeting });
        kept.Meetings.AddRange([SampleData.Meeting, SampleData.SmallMeeting]);
        kept.AddSession(SampleData.Webinar);
        kept.AddSession(SampleData.Townhall);
        kept.Calendars.Add((Organizer.Me, Utc(2021, 10, 1), Utc(2021, 11, 1)));
        kept.Organizers.Add(kept.Graph.SignedInUserId);
        return kept;
    }

    private static KeptGraph Rich()
    {
        var kept = new KeptGraph(new FakeGraph { SignedInUserId = RichData.Me });
        foreach (var source in RichData.Sources)
            kept.Graph.Add(source, RichData.ReportsOf(source));
        kept.Graph.Add(RichData.MyOnlineMeeting).Add(RichData.TheirOnlineMeeting).Add(Organizer.Me, RichData.Calendar);
        foreach (var virtualEvent in RichData.VirtualEvents)
        {
            kept.Graph.Add(virtualEvent);
            kept.Graph.Add(virtualEvent.Kind, virtualEvent.Id!, virtualEvent == RichData.VirtualEvents[0] ? RichData.Registrations : []);
            kept.Events.Add((virtualEvent.Kind, virtualEvent.Id!));
        }

        foreach (var session in RichData.WebinarSessions.Concat(RichData.TownhallSessions))
        {
            kept.Graph.Add(session);
            kept.Sessions.Add(session.Source!);
        }

        kept.Meetings.AddRange([RichData.MyMeeting, RichData.TheirMeeting]);
        kept.Calendars.Add((Organizer.Me, RichData.CalendarFrom, RichData.CalendarUntil));
        kept.Organizers.AddRange([RichData.Me, RichData.OtherUser]);
        return kept;
    }

    private static KeptGraph Tenant()
    {
        var kept = new KeptGraph(new FakeGraph());
        foreach (var seed in Enumerable.Range(1, 3))
        {
            var generator = new AttendanceGenerator(seed);
            kept.Organizers.Add(generator.Organizer.Id!);
            var owner = Organizer.User(generator.Organizer.Id!);
            foreach (var meeting in new[]
            {
                generator.CreateMeeting(12), generator.CreateMeeting(6, occurrences: 12), generator.CreateMeeting(1),
            })
            {
                kept.Graph.Add(meeting);
                kept.Meetings.Add(meeting.Meeting.Source!);
            }

            foreach (var virtualEvent in new[]
            {
                generator.CreateWebinar(20, sessions: 3), generator.CreateTownhall(30), generator.CreateTownhall(15, hasRegistration: true),
            })
            {
                kept.Graph.Add(virtualEvent);
                kept.Events.Add((virtualEvent.Event.Kind, virtualEvent.Event.Id!));
                kept.Sessions.AddRange(virtualEvent.Sessions.Select(session => session.Session.Source!));
            }

            kept.Calendars.Add((owner, Utc(2026, 1, 1), Utc(2027, 1, 1)));
        }

        return kept;
    }

    private static DateTimeOffset Utc(int year, int month, int day) => new(year, month, day, 0, 0, 0, TimeSpan.Zero);

    private void AddSession(AttendanceSource source)
    {
        Sessions.Add(source);
        Events.Add(source switch
        {
            WebinarSource webinar => (VirtualEventKind.Webinar, webinar.WebinarId),
            TownhallSource townhall => (VirtualEventKind.Townhall, townhall.TownhallId),
            _ => throw new ArgumentException("That is a meeting.", nameof(source)),
        });
    }

    private async Task SaveReportsAsync(AttendanceArchive archive, AttendanceSource source)
    {
        await foreach (var report in Client.GetReportsAsync(source))
            await archive.SaveAsync(source, await Client.GetReportAsync(source, report.Id!));
    }
}
