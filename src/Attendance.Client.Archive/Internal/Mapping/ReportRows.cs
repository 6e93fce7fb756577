namespace Attendance.Client.Archive.Internal;

/// <summary>Turns reports into rows and back.</summary>
internal static class ReportRows
{
    /// <summary>What tells the reports of a meeting apart.</summary>
    public static string NameOf(AttendanceReport report) =>
        report.Id ?? FormattableString.Invariant($"{report.StartedAt?.UtcDateTime:O}/{report.EndedAt?.UtcDateTime:O}");

    /// <summary>Whether a time is the same as one that was kept: PostgreSQL keeps microseconds.</summary>
    public static bool IsSameTime(DateTimeOffset? kept, DateTimeOffset? read) => kept?.UtcTicks / 10 == read?.UtcTicks / 10;

    public static void Fill(ReportRow row, AttendanceReport report)
    {
        row.GraphId = report.Id;
        row.StartedAt = report.StartedAt?.ToUniversalTime();
        row.EndedAt = report.EndedAt?.ToUniversalTime();
        row.SeventhDigits = SeventhDigit.Of(report.StartedAt, report.EndedAt);
        row.ParticipantCount = report.ParticipantCount;
        row.HasRecords = report.Records is not null;
        row.ExternalEvents = ToRows(report.ExternalEvents);
        row.Records = report.Records is null ? [] : [.. report.Records.Select(ToRow)];
    }

    public static AttendanceReport ToReport(ReportRow row, bool withRecords) => new()
    {
        Id = row.GraphId,
        StartedAt = SeventhDigit.Restore(row.StartedAt, row.SeventhDigits, 1),
        EndedAt = SeventhDigit.Restore(row.EndedAt, row.SeventhDigits, 0),
        ParticipantCount = row.ParticipantCount,
        ExternalEvents = ToEvents(row.ExternalEvents),
        Records = withRecords && row.HasRecords ? [.. row.Records.OrderBy(static record => record.Position).Select(ToRecord)] : null,
    };

    public static List<ExternalEventRow> ToRows(IReadOnlyList<ExternalEvent> events) =>
    [
        .. events.Select(static (one, position) => new ExternalEventRow
        {
            Position = position,
            ApplicationId = one.ApplicationId,
            EventId = one.EventId,
        }),
    ];

    public static IReadOnlyList<ExternalEvent> ToEvents(IEnumerable<ExternalEventRow> rows) =>
    [
        .. rows.OrderBy(static row => row.Position)
            .Select(static row => new ExternalEvent { ApplicationId = row.ApplicationId, EventId = row.EventId }),
    ];

    public static AttendanceRecord ToRecord(RecordRow row) => new()
    {
        Id = row.GraphId,
        Identity = row.Identity?.ToIdentity(),
        EmailAddress = row.EmailAddress,
        Role = row.Role is null ? null : new AttendeeRole(row.Role),
        TotalAttendance = Seconds.ToTime(row.TotalAttendanceSeconds),
        Intervals = [.. row.Stays.OrderBy(static stay => stay.Position).Select(ToInterval)],
        RegistrationId = row.RegistrationId,
        ExternalRegistration = row.HasExternalRegistration
            ? new ExternalRegistration { Referrer = row.ExternalReferrer, RegistrationId = row.ExternalRegistrationId }
            : null,
        Engagements = [.. row.Engagements.OrderBy(static engagement => engagement.Position).Select(ToEngagement)],
    };

    private static RecordRow ToRow(AttendanceRecord record, int position) => new()
    {
        Position = position,
        GraphId = record.Id,
        Person = PersonName.Of(record.Identity, record.EmailAddress),
        Identity = IdentityColumns.Of(record.Identity),
        EmailAddress = record.EmailAddress,
        Role = record.Role?.Value,
        TotalAttendanceSeconds = Seconds.Of(record.TotalAttendance),
        RegistrationId = record.RegistrationId,
        HasExternalRegistration = record.ExternalRegistration is not null,
        ExternalReferrer = record.ExternalRegistration?.Referrer,
        ExternalRegistrationId = record.ExternalRegistration?.RegistrationId,
        Stays =
        [
            .. record.Intervals.Select((interval, index) => new StayRow
            {
                RecordPosition = position,
                Position = index,
                JoinedAt = interval.JoinedAt?.ToUniversalTime(),
                LeftAt = interval.LeftAt?.ToUniversalTime(),
                SeventhDigits = SeventhDigit.Of(interval.JoinedAt, interval.LeftAt),
                DurationSeconds = Seconds.Of(interval.Duration),
            }),
        ],
        Engagements =
        [
            .. record.Engagements.Select((engagement, index) => new EngagementRow
            {
                RecordPosition = position,
                Position = index,
                Type = engagement.Type,
                SubType = engagement.SubType,
                At = engagement.At?.ToUniversalTime(),
                SeventhDigits = SeventhDigit.Of(engagement.At),
            }),
        ],
    };

    private static AttendanceInterval ToInterval(StayRow row) => new()
    {
        JoinedAt = SeventhDigit.Restore(row.JoinedAt, row.SeventhDigits, 1),
        LeftAt = SeventhDigit.Restore(row.LeftAt, row.SeventhDigits, 0),
        Duration = Seconds.ToTime(row.DurationSeconds),
    };

    private static MeetingEngagement ToEngagement(EngagementRow row) => new()
    {
        Type = row.Type,
        SubType = row.SubType,
        At = SeventhDigit.Restore(row.At, row.SeventhDigits, 0),
    };
}
