namespace Attendance.Client.Analysis;

/// <summary>What a workbook calls its sheets, columns and values, in English unless replaced.</summary>
/// <remarks>
/// The name of a sheet is cut to 31 characters, has a blank for what Excel does not allow there, and is numbered where another sheet has
/// it, as a title is where another column of its sheet has it.
/// </remarks>
public sealed record WorkbookTexts
{
    /// <summary>Name of the sheet of people.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string PeopleSheet { get; init => field = Checked(value); } = "People";

    /// <summary>Name of the sheet of sessions.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string SessionsSheet { get; init => field = Checked(value); } = "Sessions";

    /// <summary>Name of the sheet of stays.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string StaysSheet { get; init => field = Checked(value); } = "Stays";

    /// <summary>Name of the sheet of records.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string RecordsSheet { get; init => field = Checked(value); } = "Records";

    /// <summary>Name of the sheet of registrations and their answers.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string RegistrationsSheet { get; init => field = Checked(value); } = "Registrations";

    /// <summary>Name of the sheet of the register with the status at each session.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string RegisterSheet { get; init => field = Checked(value); } = "Register";

    /// <summary>Name of the sheet of the register with the time present at each session.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string TimesSheet { get; init => field = Checked(value); } = "Time present";

    /// <summary>Name of the sheet of the register with the share of each session.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string SharesSheet { get; init => field = Checked(value); } = "Share";

    /// <summary>Name of the sheet with a row for each person and session.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string AttendanceSheet { get; init => field = Checked(value); } = "Attendance";

    /// <summary>Title of the column of what the meeting is called.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string Subject { get; init => field = Checked(value); } = "Meeting";

    /// <summary>Title of the column of where attendance is read.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string Source { get; init => field = Checked(value); } = "Source";

    /// <summary>Title of the columns of a report's key.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string ReportId { get; init => field = Checked(value); } = "Report ID";

    /// <summary>Title of the columns of when the session begins.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string StartsAt { get; init => field = Checked(value); } = "Session start";

    /// <summary>Title of the columns of when the session ends.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string EndsAt { get; init => field = Checked(value); } = "Session end";

    /// <summary>Title of the column of what tells a person from all others.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string Key { get; init => field = Checked(value); } = "Key";

    /// <summary>Title of the column of the name to show.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string DisplayName { get; init => field = Checked(value); } = "Name";

    /// <summary>Title of the column of the e-mail address.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string EmailAddress { get; init => field = Checked(value); } = "E-mail";

    /// <summary>Title of the column of the role.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string Role { get; init => field = Checked(value); } = "Role";

    /// <summary>Title of the column of the kind of participant.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string Kind { get; init => field = Checked(value); } = "Kind";

    /// <summary>Title of the column of whether somebody was there as expected.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string Status { get; init => field = Checked(value); } = "Status";

    /// <summary>Title of the column of whether somebody was expected.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string IsExpected { get; init => field = Checked(value); } = "Expected";

    /// <summary>Title of the column of by what somebody was found among those expected.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string MatchedBy { get; init => field = Checked(value); } = "Matched by";

    /// <summary>Title of the column of the registration's id.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string RegistrationId { get; init => field = Checked(value); } = "Registration ID";

    /// <summary>Title of the column of whether somebody was there.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string HasAttended { get; init => field = Checked(value); } = "Attended";

    /// <summary>Title of the column of whether times are hidden.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string HasHiddenTimes { get; init => field = Checked(value); } = "Times hidden";

    /// <summary>Title of the column of the number of reports.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string ReportCount { get; init => field = Checked(value); } = "Reports";

    /// <summary>Title of the column of when somebody first joined.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string FirstJoinedAt { get; init => field = Checked(value); } = "First joined";

    /// <summary>Title of the column of when somebody last left.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string LastLeftAt { get; init => field = Checked(value); } = "Last left";

    /// <summary>Title of the column of when a stay began.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string JoinedAt { get; init => field = Checked(value); } = "Joined";

    /// <summary>Title of the column of when a stay ended.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string LeftAt { get; init => field = Checked(value); } = "Left";

    /// <summary>Title of the column of the number of stays.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string StayCount { get; init => field = Checked(value); } = "Stays";

    /// <summary>Title of the column of a duration.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string Duration { get; init => field = Checked(value); } = "Duration";

    /// <summary>Title of the column of how long somebody was there.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string TimePresent { get; init => field = Checked(value); } = "Time present";

    /// <summary>Title of the column of the part of the time for which somebody was there.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string Share { get; init => field = Checked(value); } = "Share";

    /// <summary>Title of the column of how late somebody came.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string LateBy { get; init => field = Checked(value); } = "Late by";

    /// <summary>Title of the column of how early somebody left.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string LeftEarlyBy { get; init => field = Checked(value); } = "Left early by";

    /// <summary>Title of the column of how long the session had run when somebody joined.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string AfterStart { get; init => field = Checked(value); } = "Joined after start";

    /// <summary>Title of the column of how long the session still ran when somebody left.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string BeforeEnd { get; init => field = Checked(value); } = "Left before end";

    /// <summary>Title of the column of how long somebody was away in between.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string TimeAway { get; init => field = Checked(value); } = "Time away";

    /// <summary>Title of the column of the time that Graph reports.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string ReportedAttendance { get; init => field = Checked(value); } = "Time by Graph";

    /// <summary>Title of the column of the number of reactions.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string ReactionCount { get; init => field = Checked(value); } = "Reactions";

    /// <summary>Title of the column of the number of raised hands.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string RaisedHandCount { get; init => field = Checked(value); } = "Hands raised";

    /// <summary>Title of the column of how often a camera was turned on.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string CameraOnCount { get; init => field = Checked(value); } = "Camera on";

    /// <summary>Title of the column of how often a microphone was turned on.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string UnmuteCount { get; init => field = Checked(value); } = "Unmuted";

    /// <summary>Title of the column of a record's key.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string RecordId { get; init => field = Checked(value); } = "Record ID";

    /// <summary>Title of the column of an identity's key.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string IdentityId { get; init => field = Checked(value); } = "Identity ID";

    /// <summary>Title of the column of the number of intervals.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string IntervalCount { get; init => field = Checked(value); } = "Intervals";

    /// <summary>Title of the column of what became of a registration.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string Outcome { get; init => field = Checked(value); } = "Outcome";

    /// <summary>Title of the column of the first name.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string FirstName { get; init => field = Checked(value); } = "First name";

    /// <summary>Title of the column of the last name.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string LastName { get; init => field = Checked(value); } = "Last name";

    /// <summary>Title of the column of when somebody registered.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string RegisteredAt { get; init => field = Checked(value); } = "Registered";

    /// <summary>Title of the column of when a registration was canceled.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string CanceledAt { get; init => field = Checked(value); } = "Canceled";

    /// <summary>Title of the column of what tells an attendee from all others.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string AttendeeKey { get; init => field = Checked(value); } = "Attendee key";

    /// <summary>Title of the column of what attendance is measured against.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string Basis { get; init => field = Checked(value); } = "Measured against";

    /// <summary>Title of the column of the number of people expected.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string ExpectedCount { get; init => field = Checked(value); } = "Expected people";

    /// <summary>Title of the column of the number of sessions that count.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string SessionCount { get; init => field = Checked(value); } = "Of sessions";

    /// <summary>Title of the column of how many came, or how often somebody did.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string AttendedCount { get; init => field = Checked(value); } = "Came";

    /// <summary>Title of the column of how often somebody attended as the thresholds ask.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string PresentCount { get; init => field = Checked(value); } = "Present or late";

    /// <summary>Title of the column of the number of people with hidden times.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string HiddenTimesCount { get; init => field = Checked(value); } = "With hidden times";

    /// <summary>Title of the column of how many were there at once at the most.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string Peak { get; init => field = Checked(value); } = "Most at once";

    /// <summary>Title of the column of how many were there at once for half of the time.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string Median { get; init => field = Checked(value); } = "Median at once";

    /// <summary>Title of the column of how many were there at once on average.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string Average { get; init => field = Checked(value); } = "Average at once";

    /// <summary>Title of the column of what the occurrences of a series share.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string SeriesId { get; init => field = Checked(value); } = "Series";

    /// <summary>Title of the column of what kept a session from being read.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string Error { get; init => field = Checked(value); } = "Not read because";

    /// <summary>Text of an answer that is yes.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string Yes { get; init => field = Checked(value); } = "Yes";

    /// <summary>Text of an answer that is no.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string No { get; init => field = Checked(value); } = "No";

    /// <summary>Text of <see cref="AttendanceStatus.Unknown"/>, also over the number of them.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string StatusUnknown { get; init => field = Checked(value); } = "Unknown";

    /// <summary>Text of <see cref="AttendanceStatus.Present"/>, also over the number of them.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string StatusPresent { get; init => field = Checked(value); } = "Present";

    /// <summary>Text of <see cref="AttendanceStatus.Late"/>, also over the number of them.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string StatusLate { get; init => field = Checked(value); } = "Late";

    /// <summary>Text of <see cref="AttendanceStatus.Partial"/>, also over the number of them.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string StatusPartial { get; init => field = Checked(value); } = "Partial";

    /// <summary>Text of <see cref="AttendanceStatus.Absent"/>, also over the number of them.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string StatusAbsent { get; init => field = Checked(value); } = "Absent";

    /// <summary>Text of <see cref="AttendanceStatus.Excused"/>, also over the number of them.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string StatusExcused { get; init => field = Checked(value); } = "Excused";

    /// <summary>Text of <see cref="AttendanceStatus.Unexpected"/>, also over the number of them.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string StatusUnexpected { get; init => field = Checked(value); } = "Unexpected";

    /// <summary>Text of <see cref="PersonKind.Unknown"/>.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string KindUnknown { get; init => field = Checked(value); } = "Unknown";

    /// <summary>Text of <see cref="PersonKind.User"/>.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string KindUser { get; init => field = Checked(value); } = "User";

    /// <summary>Text of <see cref="PersonKind.External"/>.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string KindExternal { get; init => field = Checked(value); } = "External";

    /// <summary>Text of <see cref="PersonKind.Guest"/>.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string KindGuest { get; init => field = Checked(value); } = "Guest";

    /// <summary>Text of <see cref="PersonKind.Phone"/>.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string KindPhone { get; init => field = Checked(value); } = "Phone";

    /// <summary>Text of <see cref="PersonKind.Application"/>.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string KindApplication { get; init => field = Checked(value); } = "Application";

    /// <summary>Text of <see cref="PersonKind.Hidden"/>.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string KindHidden { get; init => field = Checked(value); } = "Hidden";

    /// <summary>Text of <see cref="AttendanceBasis.Unknown"/>.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string BasisUnknown { get; init => field = Checked(value); } = "No plan known";

    /// <summary>Text of <see cref="AttendanceBasis.Planned"/>.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string BasisPlanned { get; init => field = Checked(value); } = "Plan";

    /// <summary>Text of <see cref="AttendanceBasis.AsRan"/>.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string BasisAsRan { get; init => field = Checked(value); } = "Time as it ran";

    /// <summary>Text of <see cref="ExpectedMatch.Id"/>.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string MatchId { get; init => field = Checked(value); } = "ID";

    /// <summary>Text of <see cref="ExpectedMatch.EmailAddress"/>.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string MatchEmailAddress { get; init => field = Checked(value); } = "E-mail";

    /// <summary>Text of <see cref="ExpectedMatch.Registration"/>.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string MatchRegistration { get; init => field = Checked(value); } = "Registration";

    /// <summary>Text of <see cref="ExpectedMatch.DisplayName"/>.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string MatchDisplayName { get; init => field = Checked(value); } = "Name alone";

    /// <summary>Text of <see cref="RegistrationOutcome.Unknown"/>.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string OutcomeUnknown { get; init => field = Checked(value); } = "Unknown";

    /// <summary>Text of <see cref="RegistrationOutcome.Attended"/>.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string OutcomeAttended { get; init => field = Checked(value); } = "Attended";

    /// <summary>Text of <see cref="RegistrationOutcome.NoShow"/>.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string OutcomeNoShow { get; init => field = Checked(value); } = "No-show";

    /// <summary>Text of <see cref="RegistrationOutcome.WalkIn"/>.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string OutcomeWalkIn { get; init => field = Checked(value); } = "Walk-in";

    /// <summary>Text of <see cref="RegistrationOutcome.Host"/>.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string OutcomeHost { get; init => field = Checked(value); } = "Host";

    /// <summary>Text of <see cref="RegistrationOutcome.Canceled"/>.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string OutcomeCanceled { get; init => field = Checked(value); } = "Canceled";

    /// <summary>Text of <see cref="RegistrationOutcome.CanceledButAttended"/>.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string OutcomeCanceledButAttended { get; init => field = Checked(value); } = "Canceled, attended";

    /// <summary>Text of <see cref="RegistrationOutcome.NotAdmitted"/>.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string OutcomeNotAdmitted { get; init => field = Checked(value); } = "Not admitted";

    /// <summary>Text of <see cref="RegistrationOutcome.NotAdmittedButAttended"/>.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string OutcomeNotAdmittedButAttended { get; init => field = Checked(value); } = "Not admitted, attended";

    /// <summary>Text of <see cref="AttendeeRole.Organizer"/>.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string RoleOrganizer { get; init => field = Checked(value); } = "Organizer";

    /// <summary>Text of <see cref="AttendeeRole.Presenter"/>.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string RolePresenter { get; init => field = Checked(value); } = "Presenter";

    /// <summary>Text of <see cref="AttendeeRole.Attendee"/>.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string RoleAttendee { get; init => field = Checked(value); } = "Attendee";

    private static string Checked(string value) =>
        string.IsNullOrWhiteSpace(value) ? throw new ArgumentException("A text of a workbook must not be blank.", nameof(value)) : value;
}
