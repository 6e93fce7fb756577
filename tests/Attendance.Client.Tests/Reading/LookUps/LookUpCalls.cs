namespace Attendance.Client.Tests.LookUps;

/// <summary>Every look-up of the fragment as a user calls it, by the fragment's own name of the operation.</summary>
internal static class LookUpCalls
{
    public const string Root = "https://graph.microsoft.com/v1.0/";

    public const string CalendarOptions = "&$select=id,iCalUId,subject,start,end,isOrganizer,isCancelled,isOnlineMeeting,onlineMeeting,seriesMasterId,type,organizer,attendees&$top=100";

    private const string Range = "?endDateTime=2026-03-02T00%3A00%3A00Z&startDateTime=2026-03-01T00%3A00%3A00Z" + CalendarOptions;

    private static readonly DateTimeOffset From = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Organizer User = Organizer.User("dc17674c-81d9");

    public static IReadOnlyDictionary<string, LookUpOfMany> OfMany { get; } = new Dictionary<string, LookUpOfMany>(StringComparer.Ordinal)
    {
        ["me.listCalendarView"] = new(
            "GetCalendarMeetings", $"me/calendarView{Range}", (client, token) =>
                client.GetCalendarMeetingsAsync(Organizer.Me, From, From.AddDays(1), token)),
        ["users.listCalendarView"] = new(
            "GetCalendarMeetings", $"users/dc17674c-81d9/calendarView{Range}", (client, token) =>
                client.GetCalendarMeetingsAsync(User, From, From.AddDays(1), token)),
        ["groups.listTransitiveMembers"] = new(
            "GetGroupMembers", "groups/g%2F1/transitiveMembers?$select=id&$top=999", (client, token) =>
                client.GetGroupMembersAsync("g/1", token)),
        ["webinars.list"] = new("GetWebinars", "solutions/virtualEvents/webinars", (client, token) => client.GetWebinarsAsync(token)),
        ["webinars.listByUserRole"] = new(
            "GetWebinars", "solutions/virtualEvents/webinars/getByUserRole(role='organizer')", (client, token) =>
                client.GetWebinarsAsync(Organizer.Me, cancellationToken: token)),
        ["webinars.listByUserIdAndRole"] = new(
            "GetWebinars",
            "solutions/virtualEvents/webinars/getByUserIdAndRole(userId='dc17674c-81d9',role='coOrganizer')",
            (client, token) => client.GetWebinarsAsync(User, VirtualEventRole.CoOrganizer, token)),
        ["webinars.listSessions"] = new(
            "GetSessions", "solutions/virtualEvents/webinars/w%40t/sessions", (client, token) =>
                client.GetSessionsAsync(VirtualEventKind.Webinar, "w@t", token)),
        ["webinars.listRegistrations"] = new(
            "GetRegistrations", "solutions/virtualEvents/webinars/w%40t/registrations", (client, token) =>
                client.GetRegistrationsAsync(VirtualEventKind.Webinar, "w@t", token)),
        ["townhalls.list"] = new("GetTownhalls", "solutions/virtualEvents/townhalls", (client, token) => client.GetTownhallsAsync(token)),
        ["townhalls.listByUserRole"] = new(
            "GetTownhalls",
            "solutions/virtualEvents/townhalls/getByUserRole(role='coOrganizer')",
            (client, token) => client.GetTownhallsAsync(Organizer.Me, VirtualEventRole.CoOrganizer, token)),
        ["townhalls.listByUserIdAndRole"] = new(
            "GetTownhalls",
            "solutions/virtualEvents/townhalls/getByUserIdAndRole(userId='dc17674c-81d9',role='organizer')",
            (client, token) => client.GetTownhallsAsync(User, cancellationToken: token)),
        ["townhalls.listSessions"] = new(
            "GetSessions", "solutions/virtualEvents/townhalls/t%40t/sessions", (client, token) =>
                client.GetSessionsAsync(VirtualEventKind.Townhall, "t@t", token)),
        ["townhalls.listRegistrations"] = new(
            "GetRegistrations", "solutions/virtualEvents/townhalls/t%40t/registrations", (client, token) =>
                client.GetRegistrationsAsync(VirtualEventKind.Townhall, "t@t", token)),
    };

    public static IReadOnlyDictionary<string, LookUpOfOne> OfOne { get; } = new Dictionary<string, LookUpOfOne>(StringComparer.Ordinal)
    {
        ["me.getOnlineMeeting"] = new(
            "GetMeeting", "me/onlineMeetings/MSpk%3D%2A0", async (client, token) =>
                await client.GetMeetingAsync(AttendanceSource.Meeting(Organizer.Me, "MSpk=*0"), token)),
        ["users.getOnlineMeeting"] = new(
            "GetMeeting", "users/dc17674c-81d9/onlineMeetings/MSpk%3D%2A0", async (client, token) =>
                await client.GetMeetingAsync(AttendanceSource.Meeting(User, "MSpk=*0"), token)),
        ["webinars.get"] = new(
            "GetWebinar", "solutions/virtualEvents/webinars/w%40t", async (client, token) => await client.GetWebinarAsync("w@t", token)),
        ["webinars.getSession"] = new(
            "GetSession", "solutions/virtualEvents/webinars/w%40t/sessions/s%2F1", async (client, token) =>
                await client.GetSessionAsync(AttendanceSource.Webinar("w@t", "s/1"), token)),
        ["webinars.getRegistration"] = new(
            "GetRegistration",
            "solutions/virtualEvents/webinars/w%40t/registrations/r%2F1",
            async (client, token) => await client.GetRegistrationAsync(VirtualEventKind.Webinar, "w@t", "r/1", token)),
        ["townhalls.get"] = new(
            "GetTownhall", "solutions/virtualEvents/townhalls/t%40t", async (client, token) => await client.GetTownhallAsync("t@t", token)),
        ["townhalls.getSession"] = new(
            "GetSession", "solutions/virtualEvents/townhalls/t%40t/sessions/s%2F1", async (client, token) =>
                await client.GetSessionAsync(AttendanceSource.Townhall("t@t", "s/1"), token)),
        ["townhalls.getRegistration"] = new(
            "GetRegistration",
            "solutions/virtualEvents/townhalls/t%40t/registrations/r%2F1",
            async (client, token) => await client.GetRegistrationAsync(VirtualEventKind.Townhall, "t@t", "r/1", token)),
    };

    public static TheoryData<string> NamesOfMany => [.. OfMany.Keys];

    public static TheoryData<string> NamesOfOne => [.. OfOne.Keys];

    public static TheoryData<string, GraphVersion, string> ManyByVersion => ByVersion(OfMany.Keys);

    public static TheoryData<string, GraphVersion, string> OneByVersion => ByVersion(OfOne.Keys);

    private static TheoryData<string, GraphVersion, string> ByVersion(IEnumerable<string> names)
    {
        var data = new TheoryData<string, GraphVersion, string>();
        foreach (var name in names)
        {
            data.Add(name, GraphVersion.V1, Root);
            data.Add(name, GraphVersion.Beta, "https://graph.microsoft.com/beta/");
        }

        return data;
    }
}

/// <summary>A look-up that gives many objects.</summary>
/// <param name="Operation">Its name in the log.</param>
/// <param name="Path">What it asks for, below the version.</param>
/// <param name="List">The call.</param>
internal sealed record LookUpOfMany(
    string Operation, string Path, Func<AttendanceClient, CancellationToken, IAsyncEnumerable<object>> List);

/// <summary>A look-up that gives one object.</summary>
/// <param name="Operation">Its name in the log.</param>
/// <param name="Path">What it asks for, below the version.</param>
/// <param name="Ask">The call.</param>
internal sealed record LookUpOfOne(string Operation, string Path, Func<AttendanceClient, CancellationToken, Task<object>> Ask);
