using System.Text.Json.Nodes;

namespace Attendance.Client.Testing.Internal;

/// <summary>Finds what was asked for and shapes it as Graph does: who may see it, which members, which page.</summary>
internal sealed class GraphAnswers(GraphStore store, AnswerSettings settings, GraphRequest asked, FakeCaller? caller)
{
    private const int MostReportsInAList = 50;

    private string Me => caller?.UserId ?? settings.SignedInUserId;

    /// <exception cref="GraphRefusal">Graph would refuse the request.</exception>
    public JsonObject Answer()
    {
        if (caller is not null)
            AccessRules.CheckPermission(asked, caller);

        return asked.Operation switch
        {
            GraphOperation.ListOnlineMeetings => Page(FindMeetings()),
            GraphOperation.GetOnlineMeeting => Single(FindOwnMeeting(isLookup: true).Entity.Json()),
            GraphOperation.ListCalendarView => Page([.. CalendarWindow.Parse(asked.Query).Select(CalendarOf(CheckedOwner()))]),
            GraphOperation.ListAttendanceReports => Page([.. Reports().Take(MostReportsInAList)], ListedReport),
            GraphOperation.GetAttendanceReport => Single(WithRecords(FindReport())),
            GraphOperation.ListAttendanceRecords => Page(FindReport().Records, record => record()),
            GraphOperation.GetMeetingAttendanceReport =>
                SingularReport(Reports().FirstOrDefault() ?? throw GraphRefusal.NotFound("attendance report")),
            GraphOperation.ListVirtualEvents =>
                Page(Events(held => held.OrganizerId is not { } organizer || !settings.UsersWithoutPolicy.Contains(organizer)), EventJson),
            GraphOperation.ListVirtualEventsByUserRole => Page(EventsOf(Me), EventJson),
            GraphOperation.ListVirtualEventsByUserIdAndRole => Page(EventsOf(asked.RoleUserId!), EventJson),
            GraphOperation.GetVirtualEvent => Single(FindEvent().Entity.Json()),
            GraphOperation.ListSessions => Page([.. FindEvent().Sessions.Values], session => Summary(session.Entity.Json())),
            GraphOperation.GetSession => Single(FindSession().Entity.Json()),
            GraphOperation.ListRegistrations => Page([.. FindEvent().Registrations.Values], registration => registration.Json()),
            GraphOperation.GetRegistration => Single(FindRegistration().Json()),
            _ => throw GraphRefusal.NotFound("resource"),
        };
    }

    private static JsonObject EventJson(StoredEvent held) => held.Entity.Json();

    // A list of sessions says of each no more than this; the rest is null.
    private static JsonObject Summary(JsonObject session)
    {
        foreach (var member in session.Select(member => member.Key).Except(WireMembers.SessionSummary, StringComparer.Ordinal).ToList())
            session[member] = null;

        return session;
    }

    private List<JsonObject> FindMeetings()
    {
        var filter = MeetingFilter.Parse(asked.Query.TryGetValue("$filter", out var text) ? text : null);
        var owner = CheckedOwner();
        var own = MeetingsOf(owner).Where(filter.Matches).ToList();
        if (own.Count == 0 && store.Users.Keys.SelectMany(MeetingsOf).Any(filter.Matches))
            throw AccessRules.NoLookup();
        if (own.Count == 0 && filter.IsByJoinWebUrl)
            throw GraphRefusal.BadRequest("1026: An error has occurred.");

        return own;
    }

    private IEnumerable<JsonObject> MeetingsOf(string userId) =>
        store.Users.TryGetValue(userId, out var user) ? user.Meetings.Values.Select(meeting => meeting.Entity.Json()) : [];

    private List<Stored> CalendarOf(string userId) => store.Users.TryGetValue(userId, out var user) ? user.Calendar : [];

    private StoredPlace FindOwnMeeting(bool isLookup)
    {
        var owner = CheckedOwner();
        var id = asked.MeetingId!;
        if (store.Users.TryGetValue(owner, out var organizer) && organizer.Meetings.TryGetValue(id, out var meeting))
            return meeting;
        if (!store.Users.Values.Any(user => user.Meetings.ContainsKey(id)))
        {
            throw id.StartsWith("19:", StringComparison.Ordinal)
                ? GraphRefusal.BadRequest($"Invalid meeting id {id}.")
                : GraphRefusal.NotFound("online meeting");
        }

        throw asked.UserId is { } user && caller?.UserId is null ? AccessRules.OrganizerMismatch(user)
            : isLookup ? AccessRules.NoLookup()
            : AccessRules.NotOrganizer(Me);
    }

    // The user in the path, or the one who is signed in.
    private string CheckedOwner()
    {
        if (asked.UserId is not { } user)
            return Me;
        if (caller?.UserId is { } signedIn && !signedIn.Equals(user, StringComparison.OrdinalIgnoreCase))
            throw asked.MeetingId is null ? AccessRules.NoLookup() : AccessRules.NotOrganizer(signedIn);

        // Calendars know nothing of Teams' policies.
        if (caller?.UserId is null && asked.Operation != GraphOperation.ListCalendarView)
            CheckPolicy(user);

        return user;
    }

    private void CheckPolicy(string userId)
    {
        if (settings.UsersWithoutPolicy.Contains(userId))
            throw AccessRules.NoPolicy(caller?.ApplicationId ?? FakeCaller.SomeApplicationId, userId);
    }

    private List<StoredEvent> EventsOf(string userId) => asked.Role is "organizer" or "coOrganizer"
        ? Events(held => held.HasRole(userId, asked.Role))
        : throw GraphRefusal.BadRequest($"The value '{asked.Role}' is not valid for the parameter 'role'.");

    private List<StoredEvent> Events(Func<StoredEvent, bool> isMeant) =>
        [.. store.Events.Where(held => held.Kind == asked.Kind && isMeant(held))];

    private StoredEvent FindEvent()
    {
        var found = store.FindEvent(asked.Kind!.Value, asked.EventId!) ?? throw GraphRefusal.NotFound("virtual event");
        if (found.OrganizerId is not { } organizer)
            return found;
        if (caller?.UserId is not { } user)
            CheckPolicy(organizer);
        else if (!found.HasRole(user, "organizer") && !found.HasRole(user, "coOrganizer"))
            throw AccessRules.NotOrganizer(user);

        return found;
    }

    private StoredPlace FindSession() =>
        store.FindEvent(asked.Kind!.Value, asked.EventId!) is not null
            && FindEvent().Sessions.TryGetValue(asked.SessionId!, out var session)
            ? session
            : throw GraphRefusal.NotFound("virtual event session");

    private Stored FindRegistration() =>
        FindEvent().Registrations.TryGetValue(asked.RegistrationId!, out var registration)
            ? registration
            : throw GraphRefusal.NotFound("registration");

    private IEnumerable<StoredReport> Reports() => (asked.IsOfEvents ? FindSession() : FindOwnMeeting(isLookup: false)).Reports;

    private StoredReport FindReport() =>
        Reports().FirstOrDefault(report => report.Id == asked.ReportId) ?? throw GraphRefusal.NotFound("attendance report");

    // Graph sends no records in a list, whether they are asked for or not.
    private JsonObject ListedReport(StoredReport report)
    {
        var json = report.Json();
        if (asked.ExpandsRecords)
            json["attendanceRecords"] = new JsonArray();

        return json;
    }

    private JsonObject WithRecords(StoredReport report)
    {
        var json = report.Json();
        if (asked.ExpandsRecords)
            InsertRecords(json, json.Count, report);

        return json;
    }

    // The deprecated path sends neither id nor times, and first of all records, without being asked.
    private JsonObject SingularReport(StoredReport report)
    {
        var json = report.Json();
        foreach (var member in new[] { "id", "meetingStartDateTime", "meetingEndDateTime", "externalEventInformation" })
            json.Remove(member);
        InsertRecords(json, 0, report);
        return Single(json);
    }

    private void InsertRecords(JsonObject json, int index, StoredReport report)
    {
        var inLine = Math.Min(settings.ExpansionSize ?? report.Records.Count, report.Records.Count);
        json.Insert(
            index, "attendanceRecords", new JsonArray([.. report.Records.Take(inLine).Select(record => (JsonNode)Shaped(record()))]));
        if (inLine < report.Records.Count)
            json.Insert(index + 1, "attendanceRecords@odata.nextLink", asked.LinkToRecords(report.Id, inLine));
    }

    private JsonObject Single(JsonObject entity)
    {
        Select(Shaped(entity), keep: "attendanceRecords");
        QuirkyJson.Apply(settings.Quirks, asked.Operation, entity);
        entity.Insert(0, "@odata.context", asked.ContextFor(Me));
        return settings.Quirks.HasFlag(GraphQuirks.WrappedEntities) ? QuirkyJson.Wrap(entity) : entity;
    }

    private JsonObject Page(IReadOnlyList<JsonObject> items) => Page(items, item => item);

    private JsonObject Page<T>(IReadOnlyList<T> items, Func<T, JsonObject> toJson)
    {
        var page = items.Skip(asked.Skip).Take(Math.Min(asked.Top ?? settings.PageSize, settings.PageSize)).ToList();
        var end = asked.Skip + page.Count;
        var json = new JsonObject { ["@odata.context"] = asked.ContextFor(Me) };
        if (asked.Counts)
            json["@odata.count"] = items.Count;
        if (end < items.Count && page.Count > 0)
            json["@odata.nextLink"] = asked.LinkTo(end);
        json["value"] = new JsonArray([.. page.Select(item => (JsonNode)Item(toJson(item)))]);
        return json;
    }

    private JsonObject Item(JsonObject entity)
    {
        Select(Shaped(entity), keep: asked.ExpandsRecords ? "attendanceRecords" : null);
        QuirkyJson.Apply(settings.Quirks, asked.Operation, entity);
        return entity;
    }

    private JsonObject Shaped(JsonObject entity)
    {
        foreach (var member in asked.IsBeta ? [] : WireMembers.BetaOnly)
            entity.Remove(member);

        return entity;
    }

    private void Select(JsonObject entity, string? keep)
    {
        var left = entity.Select(member => member.Key).Where(member => !asked.Selects(member) && member.Split('@')[0] != keep);
        foreach (var member in left.ToList())
            entity.Remove(member);
    }
}
