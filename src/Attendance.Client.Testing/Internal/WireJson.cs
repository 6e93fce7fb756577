using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Attendance.Client.Testing.Internal;

/// <summary>
/// Writes answers as Graph does. It shares nothing with the client's reading, so that one can prove the other wrong.
/// </summary>
internal static class WireJson
{
    public static readonly string[] ReportMembers =
        ["id", "totalParticipantCount", "meetingStartDateTime", "meetingEndDateTime", "externalEventInformation", "attendanceRecords"];

    public static readonly string[] RecordMembers =
    [
        "id", "emailAddress", "totalAttendanceInSeconds", "role", "registrantId", "registrationId", "identity", "attendanceIntervals",
        "externalRegistrationInformation", "engagements",
    ];

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(Action<Utf8JsonWriter> write)
    {
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json, Options))
            write(writer);

        return json.ToArray();
    }

    public static byte[] Reports(AttendanceRequest asked, IReadOnlyList<AttendanceReport> reports, int pageSize) =>
        Page(asked, reports, pageSize, (writer, report) =>
        {
            writer.WriteStartObject();
            WriteReportMembers(writer, asked, report);

            // Graph sends no records in a list, whether they are asked for or not.
            if (asked.ExpandsRecords)
                WriteList<AttendanceRecord>(writer, "attendanceRecords", [], static (_, _) => { });
            writer.WriteEndObject();
        });

    public static byte[] Records(AttendanceRequest asked, IReadOnlyList<AttendanceRecord> records, int pageSize) =>
        Page(asked, records, pageSize, (writer, record) => WriteRecord(writer, asked.IsBeta, record, asked.Selects));

    public static byte[] Report(AttendanceRequest asked, AttendanceReport report, int? expansionSize) => Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("@odata.context", asked.Context);
        WriteReportMembers(writer, asked, report);
        if (asked.ExpandsRecords)
            WriteExpandedRecords(writer, asked, report, expansionSize);
        writer.WriteEndObject();
    });

    /// <summary>The answer of the deprecated singular path: records first, and neither id nor times.</summary>
    public static byte[] SingularReport(AttendanceRequest asked, AttendanceReport report, int? expansionSize) => Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("@odata.context", asked.Context);
        if (asked.Selects("attendanceRecords"))
            WriteExpandedRecords(writer, asked, report, expansionSize);
        if (asked.Selects("totalParticipantCount"))
            WriteNumber(writer, "totalParticipantCount", report.ParticipantCount);
        writer.WriteEndObject();
    });

    private static byte[] Page<T>(AttendanceRequest asked, IReadOnlyList<T> items, int pageSize, Action<Utf8JsonWriter, T> write) => Write(writer =>
    {
        var page = items.Skip(asked.Skip).Take(Math.Min(asked.Top ?? pageSize, pageSize)).ToList();
        var end = asked.Skip + page.Count;
        writer.WriteStartObject();
        writer.WriteString("@odata.context", asked.Context);
        if (asked.Counts)
            writer.WriteNumber("@odata.count", items.Count);
        if (end < items.Count && page.Count > 0)
            writer.WriteString("@odata.nextLink", asked.LinkTo(end));
        WriteList(writer, "value", page, write);
        writer.WriteEndObject();
    });

    private static void WriteReportMembers(Utf8JsonWriter writer, AttendanceRequest asked, AttendanceReport report)
    {
        if (asked.Selects("id"))
            writer.WriteString("id", report.Id);
        if (asked.Selects("totalParticipantCount"))
            WriteNumber(writer, "totalParticipantCount", report.ParticipantCount);
        if (asked.Selects("meetingStartDateTime"))
            WriteTime(writer, "meetingStartDateTime", report.StartedAt);
        if (asked.Selects("meetingEndDateTime"))
            WriteTime(writer, "meetingEndDateTime", report.EndedAt);
        if (asked.Selects("externalEventInformation") && report.ExternalEvents.Count > 0)
            WriteList(writer, "externalEventInformation", report.ExternalEvents, WriteExternalEvent);
    }

    private static void WriteExpandedRecords(Utf8JsonWriter writer, AttendanceRequest asked, AttendanceReport report, int? expansionSize)
    {
        var records = report.Records ?? [];
        var inLine = expansionSize ?? records.Count;
        WriteList(writer, "attendanceRecords", [.. records.Take(inLine)], (_, record) => WriteRecord(writer, asked.IsBeta, record, static _ => true));
        if (inLine < records.Count)
            writer.WriteString("attendanceRecords@odata.nextLink", asked.LinkToRecords(report.Id!, inLine));
    }

    private static void WriteRecord(Utf8JsonWriter writer, bool isBeta, AttendanceRecord record, Func<string, bool> selects)
    {
        writer.WriteStartObject();
        if (selects("id") && record.Id is not null)
            writer.WriteString("id", record.Id);
        if (selects("emailAddress"))
            writer.WriteString("emailAddress", record.EmailAddress);
        if (selects("totalAttendanceInSeconds"))
            WriteSeconds(writer, "totalAttendanceInSeconds", record.TotalAttendance);
        if (selects("role"))
            writer.WriteString("role", record.Role?.Value);
        if (selects("registrantId"))
            writer.WriteNull("registrantId");
        if (selects("registrationId"))
            writer.WriteString("registrationId", record.RegistrationId);
        if (selects("identity"))
            WriteIdentity(writer, record.Identity);
        if (selects("attendanceIntervals"))
            WriteList(writer, "attendanceIntervals", record.Intervals, WriteInterval);
        if (selects("externalRegistrationInformation") && record.ExternalRegistration is { } registration)
            WriteExternalRegistration(writer, registration);
        if (selects("engagements") && isBeta)
            WriteList(writer, "engagements", record.Engagements, WriteEngagement);
        writer.WriteEndObject();
    }

    private static void WriteIdentity(Utf8JsonWriter writer, AttendeeIdentity? identity)
    {
        if (identity is null)
        {
            writer.WriteNull("identity");
            return;
        }

        writer.WriteStartObject("identity");
        WriteOptional(writer, "@odata.type", identity.ODataType ?? TypeOf(identity.Kind));
        writer.WriteString("id", identity.Id);
        writer.WriteString("displayName", identity.DisplayName);
        writer.WriteString("tenantId", identity.TenantId);
        WriteOptional(writer, "email", identity.Email);
        WriteOptional(writer, "userPrincipalName", identity.UserPrincipalName);
        WriteOptional(writer, "userIdentityType", identity.UserIdentityType);
        WriteOptional(writer, "azureCommunicationServicesResourceId", identity.AzureCommunicationServicesResourceId);
        writer.WriteEndObject();
    }

    private static string? TypeOf(AttendeeKind kind) => kind switch
    {
        AttendeeKind.User => "#microsoft.graph.communicationsUserIdentity",
        AttendeeKind.AzureCommunicationServicesUser => "#microsoft.graph.azureCommunicationServicesUserIdentity",
        AttendeeKind.Guest => "#microsoft.graph.communicationsGuestIdentity",
        AttendeeKind.Phone => "#microsoft.graph.communicationsPhoneIdentity",
        AttendeeKind.Encrypted => "#microsoft.graph.communicationsEncryptedIdentity",
        AttendeeKind.Application => "#microsoft.graph.communicationsApplicationIdentity",
        AttendeeKind.ApplicationInstance => "#microsoft.graph.communicationsApplicationInstanceIdentity",
        AttendeeKind.TeamworkUser => "#microsoft.graph.teamworkUserIdentity",
        _ => null,
    };

    private static void WriteInterval(Utf8JsonWriter writer, AttendanceInterval interval)
    {
        writer.WriteStartObject();
        WriteTime(writer, "joinDateTime", interval.JoinedAt);
        WriteTime(writer, "leaveDateTime", interval.LeftAt);
        WriteSeconds(writer, "durationInSeconds", interval.Duration);
        writer.WriteEndObject();
    }

    private static void WriteEngagement(Utf8JsonWriter writer, MeetingEngagement engagement)
    {
        writer.WriteStartObject();
        WriteTime(writer, "dateTime", engagement.At);
        writer.WriteString("engagementType", engagement.Type);
        writer.WriteString("engagementSubType", engagement.SubType);
        writer.WriteEndObject();
    }

    private static void WriteExternalEvent(Utf8JsonWriter writer, ExternalEvent externalEvent)
    {
        writer.WriteStartObject();
        writer.WriteString("applicationId", externalEvent.ApplicationId);
        writer.WriteString("externalEventId", externalEvent.EventId);
        writer.WriteEndObject();
    }

    private static void WriteExternalRegistration(Utf8JsonWriter writer, ExternalRegistration registration)
    {
        writer.WriteStartObject("externalRegistrationInformation");
        writer.WriteString("referrer", registration.Referrer);
        writer.WriteString("registrationId", registration.RegistrationId);
        writer.WriteEndObject();
    }

    private static void WriteList<T>(Utf8JsonWriter writer, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
            write(writer, item);
        writer.WriteEndArray();
    }

    private static void WriteTime(Utf8JsonWriter writer, string name, DateTimeOffset? time) =>
        writer.WriteString(name, time?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFZ", CultureInfo.InvariantCulture));

    private static void WriteSeconds(Utf8JsonWriter writer, string name, TimeSpan? duration) => WriteNumber(writer, name, (int?)duration?.TotalSeconds);

    private static void WriteNumber(Utf8JsonWriter writer, string name, int? number)
    {
        if (number is { } known)
            writer.WriteNumber(name, known);
        else
            writer.WriteNull(name);
    }

    private static void WriteOptional(Utf8JsonWriter writer, string name, string? text)
    {
        if (text is not null)
            writer.WriteString(name, text);
    }
}
