using System.Globalization;
using Attendance.Client.Analysis.Internal.Charts;

namespace Attendance.Client.Analysis;

/// <summary>Every text that pages and pictures show, and how they write numbers.</summary>
/// <remarks>
/// <see cref="English"/>, <see cref="German"/>, <see cref="French"/> and <see cref="Spanish"/> are there;
/// <c>ChartTexts.German with { Absent = "fehlt" }</c> changes a text, and setting all of them makes another language. A text with numbers
/// or names holds <c>{0}</c> and so on in their places. One that depends on a number has its forms apart by <c>|</c>, of which
/// <see cref="PluralForm"/> chooses one. No text is taken for markup.
/// </remarks>
public sealed record ChartTexts
{
    /// <summary>English, the default.</summary>
    public static ChartTexts English { get; } = new();

    /// <summary>German.</summary>
    public static ChartTexts German => GermanTexts.Value;

    /// <summary>French.</summary>
    public static ChartTexts French => FrenchTexts.Value;

    /// <summary>Spanish.</summary>
    public static ChartTexts Spanish => SpanishTexts.Value;

    /// <summary>Language of the texts as of BCP 47, which the page names to browsers and screen readers.</summary>
    /// <value>The default is <c>en</c>.</value>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string Language
    {
        get;
        init => field = string.IsNullOrWhiteSpace(value)
            ? throw new ArgumentException("Language is empty. Give a tag such as de or pt-BR.", nameof(value))
            : value;
    } = "en";

    /// <summary>Whose digits and separators of thousands numbers have.</summary>
    /// <value>The default is the invariant culture.</value>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public CultureInfo Culture
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(value));
    } = CultureInfo.InvariantCulture;

    /// <summary>Which form of a text belongs to a number, from zero; one beyond the last form takes the last.</summary>
    /// <value>The default takes the first form for one and the second for all else.</value>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public Func<long, int> PluralForm
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(value));
    } = static number => number == 1 ? 0 : 1;

    /// <summary>Format of a date, as of <see cref="DateTimeOffset.ToString(string)"/>.</summary>
    public string Date { get; init => field = Checked(value); } = "yyyy-MM-dd";

    /// <summary>Format of a date at the head of a column.</summary>
    public string ShortDate { get; init => field = Checked(value); } = "MM-dd";

    /// <summary>Format of a time of day.</summary>
    public string Time { get; init => field = Checked(value); } = "HH:mm";

    /// <summary>Format of a time of day where minutes are too rough.</summary>
    public string TimeWithSeconds { get; init => field = Checked(value); } = "HH:mm:ss";

    /// <summary>A share: 0 is the number of percents.</summary>
    public string Percent { get; init => field = Checked(value); } = "{0}%";

    /// <summary>A duration: 0 is hours, 1 is minutes.</summary>
    public string HoursAndMinutes { get; init => field = Checked(value); } = "{0}h {1}m";

    /// <summary>A duration of whole hours.</summary>
    public string Hours { get; init => field = Checked(value); } = "{0}h";

    /// <summary>A duration: 0 is minutes, 1 is seconds.</summary>
    public string MinutesAndSeconds { get; init => field = Checked(value); } = "{0}m {1}s";

    /// <summary>A duration of whole minutes.</summary>
    public string Minutes { get; init => field = Checked(value); } = "{0}m";

    /// <summary>A duration of less than a minute.</summary>
    public string Seconds { get; init => field = Checked(value); } = "{0}s";

    /// <summary>A number of people.</summary>
    public string People { get; init => field = Checked(value); } = "{0} person|{0} people";

    /// <summary>From a time, 0, to another, 1.</summary>
    public string Span { get; init => field = Checked(value); } = "{0} to {1}";

    /// <summary>From a date, 0, to another, 1.</summary>
    public string Days { get; init => field = Checked(value); } = "{0} to {1}";

    /// <summary>A part, 0, of a whole, 1.</summary>
    public string OutOf { get; init => field = Checked(value); } = "{0} of {1}";

    /// <summary>Title of a page that is given none.</summary>
    public string Attendance { get; init => field = Checked(value); } = "Attendance";

    /// <summary>What a browser calls a page: 0 is the title that it is given.</summary>
    public string PageTitle { get; init => field = Checked(value); } = "{0}: attendance";

    /// <summary>What a picture is of: 0 is the title that it is given, 1 is what it shows.</summary>
    public string PictureTitle { get; init => field = Checked(value); } = "{0}: {1}";

    /// <summary>Where it is not known when a session was.</summary>
    public string UnknownTimes { get; init => field = Checked(value); } = "The times of the session are not known";

    /// <summary>After a time that was planned.</summary>
    public string Planned { get; init => field = Checked(value); } = "{0}, as planned";

    /// <summary>Several sessions: 0 is their number, 1 the first day, 2 the last.</summary>
    public string SeveralTimes { get; init => field = Checked(value); } = "{0} sessions from {1} to {2}";

    /// <summary>Below a page on a session: 0 is the number of reports, 1 the time zone.</summary>
    public string Footer { get; init => field = Checked(value); } =
        "Times are in {1}. Made with Attendance.Client from {0} attendance report of Microsoft Graph.|Times are " +
        "in {1}. Made with Attendance.Client from {0} attendance reports of Microsoft Graph.";

    /// <summary>Somebody of whom no name is known.</summary>
    public string NoName { get; init => field = Checked(value); } = "(no name)";

    /// <summary>Head of what became of those who were expected or registered.</summary>
    public string WhoCame { get; init => field = Checked(value); } = "Who came";

    /// <summary>What the parts of the first bar are parts of.</summary>
    public string OfExpected { get; init => field = Checked(value); } = "Of {0} expected|Of {0} expected";

    /// <summary>What the parts of the first bar are parts of.</summary>
    public string OfRegistered { get; init => field = Checked(value); } = "Of {0} registration|Of {0} registrations";

    /// <summary>Those who came.</summary>
    public string Came { get; init => field = Checked(value); } = "came";

    /// <summary>Those who came in time and for long enough.</summary>
    public string InTime { get; init => field = Checked(value); } = "on time";

    /// <summary>Those who came late.</summary>
    public string Late { get; init => field = Checked(value); } = "late";

    /// <summary>Those who were there for too small a part.</summary>
    public string Partly { get; init => field = Checked(value); } = "there in part";

    /// <summary>Those who were expected and did not come.</summary>
    public string Absent { get; init => field = Checked(value); } = "absent";

    /// <summary>Those who need not come.</summary>
    public string Excused { get; init => field = Checked(value); } = "excused";

    /// <summary>Those who registered and did not come.</summary>
    public string NoShows { get; init => field = Checked(value); } = "did not come";

    /// <summary>Those who canceled their registration.</summary>
    public string Canceled { get; init => field = Checked(value); } = "canceled";

    /// <summary>Those whose registration was not accepted.</summary>
    public string NotAdmitted { get; init => field = Checked(value); } = "not admitted";

    /// <summary>Those of whom it is not known.</summary>
    public string NotKnown { get; init => field = Checked(value); } = "not known";

    /// <summary>Those who were not there while it is counted.</summary>
    public string NotThere { get; init => field = Checked(value); } = "not there";

    /// <summary>Those who came without being expected.</summary>
    public string Unexpected { get; init => field = Checked(value); } = "not expected";

    /// <summary>Those who came without a registration.</summary>
    public string WalkIns { get; init => field = Checked(value); } = "not registered";

    /// <summary>Those who organize or present, and need not be expected.</summary>
    public string Hosts { get; init => field = Checked(value); } = "organizing or presenting";

    /// <summary>Sum of those who came: 0 is all of them, 1 those of them who were expected, 2 those who were not.</summary>
    public string AllWhoCame { get; init => field = Checked(value); } =
        "There in all: {0} ({1} expected, {2} not).";

    /// <summary>Sum of those who came: 0 is all of them, 1 those of them who had registered, 2 those who had not.</summary>
    public string AllWhoCameRegistered { get; init => field = Checked(value); } =
        "There in all: {0} ({1} registered, {2} not).";

    /// <summary>Number of people who came.</summary>
    public string Attended { get; init => field = Checked(value); } = "Attended";

    /// <summary>Which part of those expected came: 0 is the share.</summary>
    public string PercentOfExpected { get; init => field = Checked(value); } = "{0} of those expected";

    /// <summary>Which part of the registrations came: 0 is the share.</summary>
    public string PercentOfRegistered { get; init => field = Checked(value); } = "{0} of registrations";

    /// <summary>How long people were there on average.</summary>
    public string AverageTime { get; init => field = Checked(value); } = "Average time";

    /// <summary>A share of the time that is counted.</summary>
    public string PercentOfTime { get; init => field = Checked(value); } = "{0} of the time";

    /// <summary>Number of people who came late.</summary>
    public string CameLate { get; init => field = Checked(value); } = "Came late";

    /// <summary>Number of people who left early.</summary>
    public string LeftEarly { get; init => field = Checked(value); } = "Left early";

    /// <summary>From when on it counts: 0 is the tolerance.</summary>
    public string ByMoreThan { get; init => field = Checked(value); } = "by more than {0}";

    /// <summary>Most people at once.</summary>
    public string MostAtOnce { get; init => field = Checked(value); } = "Most at once";

    /// <summary>When that was.</summary>
    public string At { get; init => field = Checked(value); } = "at {0}";

    /// <summary>Median number of people at once.</summary>
    public string MedianAtOnce { get; init => field = Checked(value); } = "Median at once";

    /// <summary>How long all took.</summary>
    public string Duration { get; init => field = Checked(value); } = "Duration";

    /// <summary>In how many parts.</summary>
    public string InParts { get; init => field = Checked(value); } = "in {0} part|in {0} parts";

    /// <summary>People whose times Graph hides.</summary>
    public string TimesHidden { get; init => field = Checked(value); } = "Times hidden";

    /// <summary>What that means.</summary>
    public string NotMeasured { get; init => field = Checked(value); } = "not measured";

    /// <summary>Guests, who have no account of their own.</summary>
    public string Guests { get; init => field = Checked(value); } = "Guests";

    /// <summary>People of other organizations.</summary>
    public string Outside { get; init => field = Checked(value); } = "Other organizations";

    /// <summary>People on a phone.</summary>
    public string Phones { get; init => field = Checked(value); } = "By phone";

    /// <summary>Reactions in the meeting.</summary>
    public string Reactions { get; init => field = Checked(value); } = "Reactions";

    /// <summary>How often a hand was raised.</summary>
    public string HandsRaised { get; init => field = Checked(value); } = "Hands raised";

    /// <summary>How many turned their camera on.</summary>
    public string CamerasOn { get; init => field = Checked(value); } = "With camera";

    /// <summary>How many turned their microphone on.</summary>
    public string MicrophonesOn { get; init => field = Checked(value); } = "With microphone";

    /// <summary>Of how many people that came.</summary>
    public string FromPeople { get; init => field = Checked(value); } = "from {0} person|from {0} people";

    /// <summary>Picture of how many people were there.</summary>
    public string HeadCount { get; init => field = Checked(value); } = "Head count over time";

    /// <summary>Label of the median.</summary>
    public string Median { get; init => field = Checked(value); } = "median {0}";

    /// <summary>Label of the peak: 0 people at 1.</summary>
    public string PeakAt { get; init => field = Checked(value); } = "{0} at {1}";

    /// <summary>The peak in words: 0 is the time.</summary>
    public string PeakDescription { get; init => field = Checked(value); } =
        "At most {0} person at once, first at {1}.|At most {0} people at once, first at {1}.";

    /// <summary>Where nobody was there.</summary>
    public string NobodyThere { get; init => field = Checked(value); } = "Nobody was there.";

    /// <summary>The median in words.</summary>
    public string MedianDescription { get; init => field = Checked(value); } = "The median, drawn as a dashed line, is {0}.";

    /// <summary>What hidden times mean for a count.</summary>
    public string HiddenDescription { get; init => field = Checked(value); } =
        "The times of {0} person are hidden, so that there may have been more.|The times of {0} people are " +
        "hidden, so that there may have been more.";

    /// <summary>Why there is no picture.</summary>
    public string NoHeadCount { get; init => field = Checked(value); } = "No times are known, so that there is no head count.";

    /// <summary>Why there is no picture.</summary>
    public string NoTimes { get; init => field = Checked(value); } = "No times are known, so that there is nothing to draw.";

    /// <summary>Why there is no picture.</summary>
    public string NoLength { get; init => field = Checked(value); } = "The session has no length, so that there is nothing to draw.";

    /// <summary>Why there is no picture.</summary>
    public string AllHidden { get; init => field = Checked(value); } = "The times of everybody are hidden, or outside of the session.";

    /// <summary>Why there is no picture.</summary>
    public string NobodyNamed { get; init => field = Checked(value); } = "The reports name nobody.";

    /// <summary>What opens the table of the head count.</summary>
    public string HeadCountTable { get; init => field = Checked(value); } = "The head count as a table";

    /// <summary>Column of times.</summary>
    public string TimeColumn { get; init => field = Checked(value); } = "Time";

    /// <summary>Column of numbers of people.</summary>
    public string PeopleColumn { get; init => field = Checked(value); } = "People";

    /// <summary>Picture of how long people stayed.</summary>
    public string HowLong { get; init => field = Checked(value); } = "How long people stayed";

    /// <summary>That picture in words: 0 is the median, 1 and 2 how many of how many were there for a share, 3.</summary>
    public string HowLongDescription { get; init => field = Checked(value); } =
        "Half of them were there for {0} or longer; {1} of {2} for {3} of the time or more.";

    /// <summary>Picture and column of when somebody was there.</summary>
    public string Stays { get; init => field = Checked(value); } = "Stays";

    /// <summary>That picture in words.</summary>
    public string StaysDescription { get; init => field = Checked(value); } =
        "A row for {0} person, with a bar for each stay.|A row for each of {0} people, in the order in which they " +
        "came, with a bar for each stay.";

    /// <summary>Head of the list of people.</summary>
    public string Attendees { get; init => field = Checked(value); } = "People";

    /// <summary>Column of names.</summary>
    public string Name { get; init => field = Checked(value); } = "Name";

    /// <summary>Column of how long somebody was there.</summary>
    public string Present { get; init => field = Checked(value); } = "Present";

    /// <summary>Column of shares.</summary>
    public string Share { get; init => field = Checked(value); } = "Share";

    /// <summary>Column of when somebody came.</summary>
    public string Joined { get; init => field = Checked(value); } = "Joined";

    /// <summary>Column of when somebody left.</summary>
    public string Left { get; init => field = Checked(value); } = "Left";

    /// <summary>What the list shows.</summary>
    public string PeopleNote { get; init => field = Checked(value); } =
        "In the order in which they came, those who stayed away last.";

    /// <summary>What the list shows of the bars, where times are measured.</summary>
    public string MissedNote { get; init => field = Checked(value); } = "What is missing of the time is hatched in each bar.";

    /// <summary>How many are left out of a list for lack of room.</summary>
    public string NotListed { get; init => field = Checked(value); } =
        "{0} more person is not listed here, and is in the figures and pictures above.|{0} more people are not " +
        "listed here, and are in the figures and pictures above.";

    /// <summary>After those for whom there is room: 0 is how many there are besides.</summary>
    public string AndMore { get; init => field = Checked(value); } = "and {0} more";

    /// <summary>Beside a name: how late.</summary>
    public string LateMark { get; init => field = Checked(value); } = "late {0}";

    /// <summary>Beside a name: how early the person left.</summary>
    public string EarlyMark { get; init => field = Checked(value); } = "left {0} early";

    /// <summary>Beside a name, where no plan is known: how long after the first.</summary>
    public string AfterFirst { get; init => field = Checked(value); } = "{0} after the first";

    /// <summary>Beside a name, where no plan is known: how long before the last.</summary>
    public string BeforeLast { get; init => field = Checked(value); } = "{0} before the last";

    /// <summary>Beside a name: how long the person was away in between.</summary>
    public string AwayMark { get; init => field = Checked(value); } = "away {0}";

    /// <summary>Beside a name: did not come.</summary>
    public string AbsentMark { get; init => field = Checked(value); } = "absent";

    /// <summary>Beside a name: need not come.</summary>
    public string ExcusedMark { get; init => field = Checked(value); } = "excused";

    /// <summary>Beside a name: came without being expected.</summary>
    public string UnexpectedMark { get; init => field = Checked(value); } = "not expected";

    /// <summary>Beside a name: has no account of the organization.</summary>
    public string GuestMark { get; init => field = Checked(value); } = "guest";

    /// <summary>Beside a name: of another organization.</summary>
    public string OutsideMark { get; init => field = Checked(value); } = "other organization";

    /// <summary>Beside a name: on a phone.</summary>
    public string PhoneMark { get; init => field = Checked(value); } = "phone";

    /// <summary>Beside a name: an application.</summary>
    public string AppMark { get; init => field = Checked(value); } = "app";

    /// <summary>Beside a name: organized it.</summary>
    public string OrganizerMark { get; init => field = Checked(value); } = "organizer";

    /// <summary>Beside a name: presented.</summary>
    public string PresenterMark { get; init => field = Checked(value); } = "presenter";

    /// <summary>Beside a name: found among those expected by the name alone.</summary>
    public string ByNameMark { get; init => field = Checked(value); } = "found by name";

    /// <summary>Beside a name: who of those expected it may be.</summary>
    public string PerhapsMark { get; init => field = Checked(value); } = "perhaps {0}";

    /// <summary>Below a name: how many reactions.</summary>
    public string ReactionsMark { get; init => field = Checked(value); } = "{0} reaction|{0} reactions";

    /// <summary>Below a name: how many times a hand was raised.</summary>
    public string HandsMark { get; init => field = Checked(value); } = "{0} hand raised|{0} hands raised";

    /// <summary>Below a name: had the camera on at some time.</summary>
    public string CameraMark { get; init => field = Checked(value); } = "camera on";

    /// <summary>Below a name: had the microphone on at some time.</summary>
    public string MicrophoneMark { get; init => field = Checked(value); } = "microphone on";

    /// <summary>In place of a bar: times are hidden.</summary>
    public string TimesHiddenMark { get; init => field = Checked(value); } = "times hidden";

    /// <summary>In place of a bar: times are hidden, and how long it was.</summary>
    public string HiddenInAll { get; init => field = Checked(value); } = "times hidden, {0} in all";

    /// <summary>In place of a duration: not all times are known.</summary>
    public string PartlyHidden { get; init => field = Checked(value); } = "partly hidden";

    /// <summary>In place of a bar: came and left at once.</summary>
    public string NoMeasurableTime { get; init => field = Checked(value); } = "there for no time that can be measured";

    /// <summary>In place of a bar: was not there.</summary>
    public string NotThereMark { get; init => field = Checked(value); } = "not there";

    /// <summary>Label of the field that finds people.</summary>
    public string Find { get; init => field = Checked(value); } = "Find";

    /// <summary>Label of the choice of an order.</summary>
    public string SortBy { get; init => field = Checked(value); } = "Sort by";

    /// <summary>Order of a list as it came.</summary>
    public string Order { get; init => field = Checked(value); } = "order of joining";

    /// <summary>Order by lateness.</summary>
    public string Lateness { get; init => field = Checked(value); } = "lateness";

    /// <summary>Order by how early somebody left.</summary>
    public string Earliness { get; init => field = Checked(value); } = "leaving early";

    /// <summary>Label of what to show of a list.</summary>
    public string Show { get; init => field = Checked(value); } = "Show";

    /// <summary>Shows who came late.</summary>
    public string LateFilter { get; init => field = Checked(value); } = "late";

    /// <summary>Shows who left early.</summary>
    public string EarlyFilter { get; init => field = Checked(value); } = "left early";

    /// <summary>Shows who stayed away.</summary>
    public string AbsentFilter { get; init => field = Checked(value); } = "absent";

    /// <summary>Shows who is no member of the organization.</summary>
    public string GuestFilter { get; init => field = Checked(value); } = "guests and others";

    /// <summary>Shows who was there for less than a share: 0 is the number of percents.</summary>
    public string BelowFilter { get; init => field = Checked(value); } = "below {0}%";

    /// <summary>Label of that field.</summary>
    public string BelowField { get; init => field = Checked(value); } = "Percent";

    /// <summary>Copies what the list shows.</summary>
    public string CopyCsv { get; init => field = Checked(value); } = "Copy as CSV";

    /// <summary>After that: 0 is the number of rows.</summary>
    public string Copied { get; init => field = Checked(value); } = "Copied: {0}";

    /// <summary>Column of what stands beside names, in what is copied.</summary>
    public string Marks { get; init => field = Checked(value); } = "Marks";

    /// <summary>Head of the list of registrations.</summary>
    public string Registrations { get; init => field = Checked(value); } = "Registrations";

    /// <summary>What the list of registrations shows.</summary>
    public string RegistrationsNote { get; init => field = Checked(value); } = "Those who did not come are listed first.";

    /// <summary>How many are left out of the list of registrations.</summary>
    public string RegistrationsNotListed { get; init => field = Checked(value); } =
        "{0} more is not listed here; all are in the figures above.|{0} more are not listed here; all are in the " +
        "figures above.";

    /// <summary>Column of what became of a registration.</summary>
    public string Outcome { get; init => field = Checked(value); } = "Outcome";

    /// <summary>Column of the status of a registration.</summary>
    public string RegistrationStatus { get; init => field = Checked(value); } = "Status of the registration";

    /// <summary>Below a name: how many questions were answered on registration.</summary>
    public string Answers { get; init => field = Checked(value); } = "{0} answer|{0} answers";

    /// <summary>Answer to a question of yes or no.</summary>
    public string Yes { get; init => field = Checked(value); } = "Yes";

    /// <summary>Answer to a question of yes or no.</summary>
    public string No { get; init => field = Checked(value); } = "No";

    /// <summary>What became of it.</summary>
    public string OutcomeNoShow { get; init => field = Checked(value); } = "did not come";

    /// <summary>What became of it.</summary>
    public string OutcomeNotAdmitted { get; init => field = Checked(value); } = "not admitted, did not come";

    /// <summary>What became of it.</summary>
    public string OutcomeCanceled { get; init => field = Checked(value); } = "canceled";

    /// <summary>What became of it.</summary>
    public string OutcomeWalkIn { get; init => field = Checked(value); } = "came without a registration";

    /// <summary>What became of it.</summary>
    public string OutcomeCanceledButAttended { get; init => field = Checked(value); } = "canceled, but came";

    /// <summary>What became of it.</summary>
    public string OutcomeNotAdmittedButAttended { get; init => field = Checked(value); } = "not admitted, but came";

    /// <summary>What became of it.</summary>
    public string OutcomeAttended { get; init => field = Checked(value); } = "came";

    /// <summary>What became of it.</summary>
    public string OutcomeHost { get; init => field = Checked(value); } = "organizer or presenter";

    /// <summary>What became of it.</summary>
    public string OutcomeUnknown { get; init => field = Checked(value); } = "did not come, status unknown";

    /// <summary>Title of a register that is given none.</summary>
    public string Register { get; init => field = Checked(value); } = "Attendance register";

    /// <summary>A number of sessions.</summary>
    public string Sessions { get; init => field = Checked(value); } = "{0} session|{0} sessions";

    /// <summary>What people attended on average.</summary>
    public string AverageShare { get; init => field = Checked(value); } = "Average share";

    /// <summary>Column of sums, and row of them.</summary>
    public string Total { get; init => field = Checked(value); } = "Total";

    /// <summary>What somebody attended: 0 of 1 sessions, 2 of the time.</summary>
    public string TotalAttended { get; init => field = Checked(value); } = "{0} of {1}, {2}";

    /// <summary>What a register shows.</summary>
    public string RegisterNote { get; init => field = Checked(value); } =
        "Each cell gives the percentage of the time that somebody was there; +12: came 12 minutes late; ✕: " +
        "absent; ○: excused; ?: times hidden; –: not there and not expected.";

    /// <summary>Cell or column of a session without a report.</summary>
    public string NoReport { get; init => field = Checked(value); } = "no report";

    /// <summary>Order by shares, the least first.</summary>
    public string FewestFirst { get; init => field = Checked(value); } = "least attendance";

    /// <summary>Shows who was absent at least once.</summary>
    public string AbsentOften { get; init => field = Checked(value); } = "absent at least once";

    /// <summary>Shows who was late at least once.</summary>
    public string LateOften { get; init => field = Checked(value); } = "late at least once";

    /// <summary>Title of a list of pages that is given none.</summary>
    public string Index { get; init => field = Checked(value); } = "Sessions";

    /// <summary>Column of titles.</summary>
    public string TitleColumn { get; init => field = Checked(value); } = "Title";

    /// <summary>Column of dates.</summary>
    public string DateColumn { get; init => field = Checked(value); } = "Date";

    /// <summary>Column of how many were expected.</summary>
    public string ExpectedColumn { get; init => field = Checked(value); } = "Expected";

    /// <summary>Below a register or a list of pages: 0 is the time zone.</summary>
    public string RegisterFooter { get; init => field = Checked(value); } =
        "Times are in {0}. Made with Attendance.Client from attendance reports of Microsoft Graph.";

    /// <summary>The texts in the language of a culture, with its digits and separators; in English where there are none.</summary>
    public static ChartTexts For(CultureInfo culture)
    {
        if (culture is null)
            throw new ArgumentNullException(nameof(culture));

        var texts = culture.TwoLetterISOLanguageName switch
        {
            "de" => German,
            "fr" => French,
            "es" => Spanish,
            "en" => English,
            _ => null,
        };
        // What follows _ is an order of sorting, and no part of a language tag.
        return texts is null ? English : texts with { Culture = culture, Language = culture.Name.Split('_')[0] };
    }

    private static string Checked(string text) => text ?? throw new ArgumentNullException(nameof(text));
}
