namespace Attendance.Client.Analysis.Internal;

/// <summary>Finds the texts of a workbook.</summary>
internal static class WorkbookWords
{
    /// <summary>Title of a column, which is its own name where the data makes it a column.</summary>
    public static string Title(WorkbookTexts texts, string column) =>
        TitleOfPerson(texts, column) ?? TitleOfSession(texts, column) ?? column;

    /// <summary>Text of a value of an enumeration.</summary>
    public static string Value(WorkbookTexts texts, Enum value) => value switch
    {
        AttendanceStatus.Unknown => texts.StatusUnknown,
        AttendanceStatus.Present => texts.StatusPresent,
        AttendanceStatus.Late => texts.StatusLate,
        AttendanceStatus.Partial => texts.StatusPartial,
        AttendanceStatus.Absent => texts.StatusAbsent,
        AttendanceStatus.Excused => texts.StatusExcused,
        AttendanceStatus.Unexpected => texts.StatusUnexpected,
        PersonKind.Unknown => texts.KindUnknown,
        PersonKind.User => texts.KindUser,
        PersonKind.External => texts.KindExternal,
        PersonKind.Guest => texts.KindGuest,
        PersonKind.Phone => texts.KindPhone,
        PersonKind.Application => texts.KindApplication,
        PersonKind.Hidden => texts.KindHidden,
        AttendanceBasis.Unknown => texts.BasisUnknown,
        AttendanceBasis.Planned => texts.BasisPlanned,
        AttendanceBasis.AsRan => texts.BasisAsRan,
        ExpectedMatch.Id => texts.MatchId,
        ExpectedMatch.EmailAddress => texts.MatchEmailAddress,
        ExpectedMatch.Registration => texts.MatchRegistration,
        ExpectedMatch.DisplayName => texts.MatchDisplayName,
        RegistrationOutcome.Unknown => texts.OutcomeUnknown,
        RegistrationOutcome.Attended => texts.OutcomeAttended,
        RegistrationOutcome.NoShow => texts.OutcomeNoShow,
        RegistrationOutcome.WalkIn => texts.OutcomeWalkIn,
        RegistrationOutcome.Host => texts.OutcomeHost,
        RegistrationOutcome.Canceled => texts.OutcomeCanceled,
        RegistrationOutcome.CanceledButAttended => texts.OutcomeCanceledButAttended,
        RegistrationOutcome.NotAdmitted => texts.OutcomeNotAdmitted,
        RegistrationOutcome.NotAdmittedButAttended => texts.OutcomeNotAdmittedButAttended,
        _ => value.ToString(),
    };

    /// <summary>Text of a role, which is its name where Graph has one of its own.</summary>
    public static string Role(WorkbookTexts texts, string role) => role switch
    {
        nameof(AttendeeRole.Organizer) => texts.RoleOrganizer,
        nameof(AttendeeRole.Presenter) => texts.RolePresenter,
        nameof(AttendeeRole.Attendee) => texts.RoleAttendee,
        _ => role,
    };

    private static string? TitleOfPerson(WorkbookTexts texts, string column) => column switch
    {
        "key" => texts.Key,
        "displayName" => texts.DisplayName,
        "emailAddress" => texts.EmailAddress,
        "role" => texts.Role,
        "kind" => texts.Kind,
        "status" => texts.Status,
        "isExpected" => texts.IsExpected,
        "matchedBy" => texts.MatchedBy,
        "hasAttended" => texts.HasAttended,
        "hasHiddenTimes" => texts.HasHiddenTimes,
        "firstJoinedAt" => texts.FirstJoinedAt,
        "lastLeftAt" => texts.LastLeftAt,
        "joinedAt" => texts.JoinedAt,
        "leftAt" => texts.LeftAt,
        "stayCount" => texts.StayCount,
        "durationSeconds" => texts.Duration,
        "timePresentSeconds" => texts.TimePresent,
        "share" => texts.Share,
        "lateBySeconds" => texts.LateBy,
        "leftEarlyBySeconds" => texts.LeftEarlyBy,
        "afterStartSeconds" => texts.AfterStart,
        "beforeEndSeconds" => texts.BeforeEnd,
        "timeAwaySeconds" => texts.TimeAway,
        "reportedAttendanceSeconds" => texts.ReportedAttendance,
        "reactionCount" => texts.ReactionCount,
        "raisedHandCount" => texts.RaisedHandCount,
        "cameraOnCount" => texts.CameraOnCount,
        "unmuteCount" => texts.UnmuteCount,
        "outcome" => texts.Outcome,
        "firstName" => texts.FirstName,
        "lastName" => texts.LastName,
        "registeredAt" => texts.RegisteredAt,
        "canceledAt" => texts.CanceledAt,
        "totalAttendanceSeconds" => texts.ReportedAttendance,
        _ => null,
    };

    private static string? TitleOfSession(WorkbookTexts texts, string column) => column switch
    {
        "subject" => texts.Subject,
        "source" => texts.Source,
        "sessionReportId" => texts.ReportId,
        "sessionStartedAt" => texts.StartsAt,
        "sessionEndedAt" => texts.EndsAt,
        "registrationId" => texts.RegistrationId,
        "reportCount" => texts.ReportCount,
        "recordId" => texts.RecordId,
        "identityId" => texts.IdentityId,
        "intervalCount" => texts.IntervalCount,
        "attendeeKey" => texts.AttendeeKey,
        "basis" => texts.Basis,
        "expectedCount" => texts.ExpectedCount,
        "sessionCount" => texts.SessionCount,
        "attendedCount" => texts.AttendedCount,
        "presentCount" => texts.PresentCount,
        "inTimeCount" => texts.StatusPresent,
        "lateCount" => texts.StatusLate,
        "partialCount" => texts.StatusPartial,
        "absentCount" => texts.StatusAbsent,
        "excusedCount" => texts.StatusExcused,
        "unexpectedCount" => texts.StatusUnexpected,
        "unknownCount" => texts.StatusUnknown,
        "hiddenTimesCount" => texts.HiddenTimesCount,
        "peak" => texts.Peak,
        "median" => texts.Median,
        "average" => texts.Average,
        "seriesId" => texts.SeriesId,
        "error" => texts.Error,
        "startsAt" => texts.StartsAt,
        "endsAt" => texts.EndsAt,
        "reportId" => texts.ReportId,
        "reportStartedAt" => texts.StartsAt,
        "reportEndedAt" => texts.EndsAt,
        _ => null,
    };
}
