using Attendance.Client.Testing.Internal;

namespace Attendance.Client.Testing;

/// <summary>Builds a meeting with its source and join link, its occurrences and its reports.</summary>
/// <remarks>People are written as for a <see cref="ReportBuilder"/>. The same subject, organizer and start make the same meeting.</remarks>
public sealed class MeetingBuilder
{
    private readonly string _subject;
    private readonly Person _organizer;
    private readonly string _key;
    private readonly List<Person> _invited = [];
    private readonly List<Period> _occurrences;
    private readonly List<AttendanceReport> _reports = [];

    /// <summary>Begins a meeting.</summary>
    /// <param name="subject">Subject of the meeting.</param>
    /// <param name="organizer">Who organizes it.</param>
    /// <param name="startsAt">When it is to begin, such as <c>2026-03-02T09:00Z</c>; UTC where it names no offset.</param>
    /// <param name="length">How long it is to go.</param>
    /// <exception cref="FormatException">The start is no time.</exception>
    /// <exception cref="ArgumentException">The organizer has no name or a wrong address, or the length is negative.</exception>
    public MeetingBuilder(string subject, string organizer, string startsAt, TimeSpan length)
        : this(subject, organizer, Period.ParseTime(startsAt), length)
    {
    }

    /// <summary>Begins a meeting.</summary>
    /// <param name="subject">Subject of the meeting.</param>
    /// <param name="organizer">Who organizes it.</param>
    /// <param name="startsAt">When it is to begin.</param>
    /// <param name="length">How long it is to go.</param>
    /// <exception cref="ArgumentException">The organizer has no name or a wrong address, or the length is negative.</exception>
    public MeetingBuilder(string subject, string organizer, DateTimeOffset startsAt, TimeSpan length)
    {
        _subject = subject;
        _organizer = Person.Parse(organizer, nameof(organizer));
        _occurrences = [Period.Of(startsAt, length)];
        _key = FormattableString.Invariant($"meeting {_organizer.Email} {startsAt.UtcTicks} {subject}");
    }

    /// <summary>Invites people.</summary>
    /// <exception cref="ArgumentException">A name is empty, or has no address between <c>&lt;</c> and <c>&gt;</c>.</exception>
    public MeetingBuilder Invited(params string[] names)
    {
        _invited.AddRange(
            (names ?? throw new ArgumentNullException(nameof(names))).Select(static name => Person.Parse(name, nameof(names))));
        return this;
    }

    /// <summary>Adds an occurrence, as long as the first one and so much later than that.</summary>
    public MeetingBuilder Occurrence(TimeSpan later)
    {
        _occurrences.Add(_occurrences[0].Later(later));
        return this;
    }

    /// <summary>Adds a report of the occurrence added last, which went as long as it was to go.</summary>
    public MeetingBuilder Report(Action<ReportBuilder> people) => Add(_occurrences[_occurrences.Count - 1], people);

    /// <summary>Adds a report of a session of the occurrence added last, which began so much later than it was to begin, as after a
    /// restart.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The length is negative.</exception>
    public MeetingBuilder Report(TimeSpan later, TimeSpan length, Action<ReportBuilder> people) =>
        Add(Period.Of(_occurrences[_occurrences.Count - 1].Start + later, length), people);

    /// <summary>The meeting as it stands.</summary>
    public MeetingData Build()
    {
        var teams = new TeamsMeeting(_organizer, StableId.GuidOf(_key));
        return new MeetingData
        {
            Meeting = teams.ToMeeting(
                _subject, _occurrences[0].Start.AddDays(-1), _occurrences, [.. _invited.Select(static person => person.Invited)]),
            Occurrences =
            [
                .. _occurrences.Select(occurrence => teams.ToCalendarMeeting(
                    _subject, occurrence, _occurrences.Count > 1, [.. _invited.Select(static person => person.InCalendar)])),
            ],
            Reports = [.. _reports],
        };
    }

    private MeetingBuilder Add(Period session, Action<ReportBuilder> people)
    {
        _reports.Add(ReportBuilder.Of(session, FormattableString.Invariant($"{_key} {_reports.Count}"), people));
        return this;
    }
}
