using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Attendance.Cli.Json;

/// <summary>Results as JSON.</summary>
[JsonSerializable(typeof(ReportJson))]
[JsonSerializable(typeof(IEnumerable<ReportJson>))]
[JsonSerializable(typeof(MeetingJson))]
[JsonSerializable(typeof(IEnumerable<CalendarMeetingJson>))]
[JsonSerializable(typeof(IEnumerable<VirtualEventJson>))]
[JsonSerializable(typeof(IEnumerable<SessionJson>))]
[JsonSerializable(typeof(IEnumerable<RegistrationJson>))]
[JsonSerializable(typeof(SessionSummaryJson))]
[JsonSerializable(typeof(SubscriptionJson))]
[JsonSerializable(typeof(IEnumerable<SubscriptionJson>))]
[JsonSerializable(typeof(SignedInJson))]
[JsonSerializable(typeof(AccessJson))]
[JsonSerializable(typeof(HarvestJson))]
[JsonSerializable(typeof(ServerJson))]
[JsonSerializable(typeof(ArchiveJson))]
[JsonSerializable(typeof(ErasureJson))]
internal sealed partial class OutputJson : JsonSerializerContext
{
    // Names stay readable. What the other encoder guards against, JSON inside HTML, is not what the tool writes.
    private static readonly OutputJson Readable = new(new JsonSerializerOptions
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    private static readonly OutputJson Compact = new(new JsonSerializerOptions(Readable.Options) { WriteIndented = false });

    /// <summary>In one line, as the summary that follows it has a line for each person.</summary>
    public static string Of(SessionSummaryJson session) => JsonSerializer.Serialize(session, Compact.SessionSummaryJson);

    /// <summary>In one line, which a program reads and goes on.</summary>
    public static string Of(ServerJson server) => JsonSerializer.Serialize(server, Compact.ServerJson);

    /// <summary>In one line, as others follow it.</summary>
    public static string LineOf(ReportJson report) => JsonSerializer.Serialize(report, Compact.ReportJson);

    public static string Of(SubscriptionJson subscription) => JsonSerializer.Serialize(subscription, Readable.SubscriptionJson);

    public static string Of(IEnumerable<SubscriptionJson> subscriptions) =>
        JsonSerializer.Serialize(subscriptions, Readable.IEnumerableSubscriptionJson);

    public static string Of(SignedInJson who) => JsonSerializer.Serialize(who, Readable.SignedInJson);

    public static string Of(AccessJson access) => JsonSerializer.Serialize(access, Readable.AccessJson);

    public static string Of(HarvestJson harvest) => JsonSerializer.Serialize(harvest, Readable.HarvestJson);

    public static string Of(ArchiveJson archive) => JsonSerializer.Serialize(archive, Readable.ArchiveJson);

    public static string Of(ErasureJson erasure) => JsonSerializer.Serialize(erasure, Readable.ErasureJson);

    public static string Of(ReportJson report) => JsonSerializer.Serialize(report, Readable.ReportJson);

    public static string Of(IEnumerable<ReportJson> reports) => JsonSerializer.Serialize(reports, Readable.IEnumerableReportJson);

    public static string Of(MeetingJson meeting) => JsonSerializer.Serialize(meeting, Readable.MeetingJson);

    public static string Of(IEnumerable<CalendarMeetingJson> meetings) =>
        JsonSerializer.Serialize(meetings, Readable.IEnumerableCalendarMeetingJson);

    public static string Of(IEnumerable<VirtualEventJson> events) => JsonSerializer.Serialize(events, Readable.IEnumerableVirtualEventJson);

    public static string Of(IEnumerable<SessionJson> sessions) => JsonSerializer.Serialize(sessions, Readable.IEnumerableSessionJson);

    public static string Of(IEnumerable<RegistrationJson> registrations) =>
        JsonSerializer.Serialize(registrations, Readable.IEnumerableRegistrationJson);
}
