using System.Text.Json.Nodes;

namespace Attendance.Client.Testing.Internal;

/// <summary>Finds what was asked for and shapes it as Graph does: who may see it, which members, which page.</summary>
/// <param name="store">What there is to answer with.</param>
/// <param name="settings">How to answer.</param>
/// <param name="asked">The request.</param>
/// <param name="caller">Who asks, or null for somebody who may do everything.</param>
/// <param name="zone">The zone in which the times of a calendar are wanted, or null for their own.</param>
internal sealed class GraphAnswers(
    GraphStore store, AnswerSettings settings, GraphRequest asked, FakeCaller? caller, TimeZoneInfo? zone)
{
    private const int MostReportsInAList = 50;

    private readonly EntityQuery _query = QueryOf(store, asked);

    private string Me => caller?.UserId ?? settings.SignedInUserId;

    private bool ExpandsRecords => _query.Expanded.ContainsKey("attendanceRecords");

    /// <summary>The answer: an object, or a number where items are only counted.</summary>
    /// <exception cref="GraphRefusal">Graph would refuse the request.</exception>
    public JsonNode Answer()
    {
        if (caller is not null)
            AccessRules.CheckPermission(asked, caller);

        return asked.Operation switch
        {
            GraphOperation.ListOnlineMeetings => Page(FindMeetings(), WithReports),
            GraphOperation.GetOnlineMeeting => Single(WithReports(FindOwnMeeting(isLookup: true).Entity.Json())),
            GraphOperation.ListCalendarView => Page(
                [.. CalendarWindow.Parse(asked.Query).Select(CalendarOf(CheckedCalendarOwner()))], CalendarEvent),
            GraphOperation.ListEvents => Page(
                CalendarOf(CheckedCalendarOwner()), calendarEvent => CalendarEvent(calendarEvent.Json())),
            GraphOperation.ListUsers => Page([.. store.Profiles(Me)]),
            GraphOperation.GetUser => Single(store.FindProfile(asked.UserId ?? Me, Me) ?? throw GraphRefusal.NoObject(asked.UserId!)),
            GraphOperation.ListGroupMembers => Page(store.FindGroup(asked.GroupId!) ?? throw GraphRefusal.NoObject(asked.GroupId!), Member),
            GraphOperation.ListAttendanceReports => Page([.. Reports().Take(MostReportsInAList)], ListedReport),
            GraphOperation.GetAttendanceReport => Single(WithRecords(FindReport())),
            GraphOperation.ListAttendanceRecords => Page(FindReport().Records, record => record()),
            GraphOperation.GetMeetingAttendanceReport =>
                SingularReport(Reports().FirstOrDefault() ?? throw GraphRefusal.NotFound("attendance report")),
            GraphOperation.ListVirtualEvents =>
                Page(Events(held => held.OrganizerId is not { } organizer || !settings.UsersWithoutPolicy.Contains(organizer)), EventJson),
            GraphOperation.ListVirtualEventsByUserRole => Page(EventsOf(Me), EventJson),
            GraphOperation.ListVirtualEventsByUserIdAndRole => Page(EventsOf(asked.NamedUserId!), EventJson),
            GraphOperation.GetVirtualEvent => Single(FindEvent().Entity.Json()),
            GraphOperation.ListSessions => Page(SessionsToList(), session => Summary(session.Entity.Json())),
            GraphOperation.GetSession => Single(FindSession().Entity.Json()),
            GraphOperation.ListRegistrations => Page([.. FindEvent().Registrations.Values], registration => registration.Json()),
            GraphOperation.GetRegistration => Single(WithSessions(FindRegistration().Json())),
            _ => throw GraphRefusal.NotFound("resource"),
        };
    }

    private static EntityQuery QueryOf(GraphStore store, GraphRequest asked)
    {
        var type = OperationQuery.Of(asked.Operation, asked.Kind).Type;

        // The filter of a look-up is no filter of OData's, but a parameter in its clothes.
        return EntityQuery.Parse(
            type, asked.Query, hasFilter: asked.Operation != GraphOperation.ListOnlineMeetings, name => store.FindMember(type, name));
    }

    private static JsonObject Member(Stored member)
    {
        var json = member.Json();
        if (!json.ContainsKey("@odata.type"))
            json.Insert(0, "@odata.type", "#microsoft.graph.user");

        return json;
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
        if (asked.IsOfCommunications)
            return [.. store.Users.Keys.SelectMany(MeetingsOf).Where(filter.Matches)];

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

    private bool IsSame(string signedInUserId, string user) =>
        signedInUserId.Equals(user, StringComparison.OrdinalIgnoreCase)
            || (user.Contains('@') && (string?)store.FindProfile(user, Me)?["id"] == signedInUserId);

    // The user in the path, or the one who is signed in.
    private string CheckedOwner()
    {
        if (asked.UserId is not { } user)
            return Me;
        if (caller?.UserId is { } signedIn && !IsSame(signedIn, user))
            throw asked.MeetingId is null ? AccessRules.NoLookup() : AccessRules.NotOrganizer(signedIn);

        // Calendars know nothing of Teams' policies.
        if (caller?.UserId is null && asked.Operation is not (GraphOperation.ListCalendarView or GraphOperation.ListEvents))
            CheckPolicy(user);

        return user;
    }

    // The address of a user will do for a calendar. Who is known by no address may still have one.
    private string CheckedCalendarOwner()
    {
        var owner = CheckedOwner();
        if (store.Users.ContainsKey(owner))
            return owner;
        if ((string?)store.FindProfile(owner, Me)?["id"] is { } id)
            return id;

        return owner.Contains('@') ? throw GraphRefusal.InvalidMailbox(owner) : owner;
    }

    private JsonObject CalendarEvent(JsonObject calendarEvent)
    {
        if (settings.Quirks.HasFlag(GraphQuirks.OnlineMeetingsNeedFlag)
            && _query.Selection is { } selection && selection.Has("onlineMeeting") && !selection.Has("isOnlineMeeting"))
        {
            calendarEvent["onlineMeeting"] = null;
        }

        return zone is null ? calendarEvent : CalendarWindow.InZone(calendarEvent, zone);
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

    private Stored FindRegistration()
    {
        var registrations = FindEvent().Registrations;
        var found = asked.RegistrationId is { } id
            ? registrations.TryGetValue(id, out var registration) ? registration : null
            : registrations.Values.FirstOrDefault(IsNamed);
        return found ?? throw GraphRefusal.NotFound("registration");
    }

    private bool IsNamed(Stored registration)
    {
        var (member, value) = asked.RegistrationEmail is { } email ? ("email", email) : ("userId", asked.NamedUserId);
        return string.Equals((string?)registration.Json()[member], value, StringComparison.OrdinalIgnoreCase);
    }

    private List<StoredPlace> SessionsToList()
    {
        if (asked.RegistrationId is not null)
            _ = FindRegistration();

        return [.. FindEvent().Sessions.Values];
    }

    private IEnumerable<StoredReport> Reports() => (asked.IsOfEvents ? FindSession() : FindOwnMeeting(isLookup: false)).Reports;

    private StoredReport FindReport() =>
        Reports().FirstOrDefault(report => report.Id == asked.ReportId) ?? throw GraphRefusal.NotFound("attendance report");

    // Graph sends no records in a list, whether they are asked for or not: of a meeting an empty list, as its documentation shows.
    private JsonObject ListedReport(StoredReport report)
    {
        var json = report.Json();
        if (!asked.IsOfEvents || ExpandsRecords)
            json["attendanceRecords"] = new JsonArray();

        return json;
    }

    private JsonObject WithRecords(StoredReport report)
    {
        var json = report.Json();
        if (ExpandsRecords)
            InsertRecords(json, json.Count, report);

        return json;
    }

    private JsonObject WithReports(JsonObject meeting)
    {
        if (_query.Expanded.TryGetValue("attendanceReports", out var query))
        {
            var id = (string?)meeting["id"] ?? "";
            var place = store.Users.Values.Select(user => user.Meetings.TryGetValue(id, out var held) ? held : null)
                .FirstOrDefault(static held => held is not null);
            meeting["attendanceReports"] = Expansion(
                query, [.. (place?.Reports ?? []).Take(MostReportsInAList).Select(static report => report.Json())]);
        }

        return WithEmptyExpansions(meeting);
    }

    private JsonObject WithSessions(JsonObject registration)
    {
        if (_query.Expanded.TryGetValue("sessions", out var query))
        {
            registration["sessions"] = Expansion(
                query, [.. FindEvent().Sessions.Values.Select(static held => Summary(held.Entity.Json()))]);
        }

        return registration;
    }

    // Of all else that Graph's entities refer to the graph holds nothing.
    private JsonObject WithEmptyExpansions(JsonObject entity)
    {
        foreach (var name in _query.Expanded.Keys.Where(name => !entity.ContainsKey(name)))
            entity[name] = new JsonArray();

        return entity;
    }

    private JsonArray Expansion(EntityQuery query, IEnumerable<JsonObject> items)
    {
        var wanted = query.Apply(items, settings.TimeProvider.GetUtcNow()).Skip(query.Skip);
        if (query.Top is { } top)
            wanted = wanted.Take(top);

        var expanded = wanted.Select(Shaped).ToList();
        foreach (var item in expanded)
            query.Selection?.Apply(item);

        return new JsonArray([.. expanded]);
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
        var records = report.Records.Take(inLine).Select(static record => record());
        json.Insert(
            index, "attendanceRecords",
            _query.Expanded.TryGetValue("attendanceRecords", out var query)
                ? Expansion(query, records)
                : new JsonArray([.. records.Select(record => (JsonNode)Shaped(record))]));
        if (inLine < report.Records.Count)
            json.Insert(index + 1, "attendanceRecords@odata.nextLink", asked.LinkToRecords(report.Id, inLine));
    }

    private JsonObject Single(JsonObject entity)
    {
        // The deprecated path carries the records without being asked, and keeps them.
        _query.Selection?.Apply(Shaped(entity), member => member == "attendanceRecords" || _query.Expanded.ContainsKey(member));
        Shaped(entity);
        QuirkyJson.Apply(settings.Quirks, asked.Operation, entity);
        entity.Insert(0, "@odata.context", asked.ContextFor(Me));
        return settings.Quirks.HasFlag(GraphQuirks.WrappedEntities) ? QuirkyJson.Wrap(entity) : entity;
    }

    private JsonNode Page(IReadOnlyList<JsonObject> items) => Page(items, item => item);

    private JsonNode Page<T>(IReadOnlyList<T> items, Func<T, JsonObject> toJson)
    {
        if (!_query.LooksInside)
            return PageOf(items, toJson);

        List<JsonObject> chosen = [.. _query.Apply(items.Select(toJson), settings.TimeProvider.GetUtcNow())];
        return PageOf(chosen, static item => item);
    }

    private JsonNode PageOf<T>(IReadOnlyList<T> items, Func<T, JsonObject> toJson)
    {
        if (asked.IsCount)
            return JsonValue.Create(items.Count);

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
        _query.Selection?.Apply(Shaped(entity), _query.Expanded.ContainsKey);
        Shaped(entity);
        QuirkyJson.Apply(settings.Quirks, asked.Operation, entity);
        return entity;
    }

    private JsonObject Shaped(JsonObject entity)
    {
        foreach (var member in asked.IsBeta ? [] : WireMembers.BetaOnly)
            entity.Remove(member);

        return entity;
    }
}
