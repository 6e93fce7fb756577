using Attendance.Client.Testing.Internal;

namespace Attendance.Client.Testing;

/// <summary>Builds a webinar or town hall with its sessions, reports and registrations.</summary>
/// <remarks>
/// People are written as for a <see cref="ReportBuilder"/>. The same name, organizer and start make the same event.
/// Who is registered and stands in a report, by the same address, has the registration's id there.
/// </remarks>
public sealed class VirtualEventBuilder
{
    private readonly VirtualEventKind _kind;
    private readonly string _name;
    private readonly Person _organizer;
    private readonly Period _scheduled;
    private readonly string _key;
    private readonly List<Person> _coOrganizers = [];
    private readonly List<Period> _sessions;
    private readonly List<(int Session, AttendanceReport Report)> _reports = [];
    private readonly List<Registration> _registrations = [];

    private VirtualEventBuilder(VirtualEventKind kind, string name, string organizer, DateTimeOffset startsAt, TimeSpan length)
    {
        _kind = kind;
        _name = name;
        _organizer = Person.Parse(organizer, nameof(organizer));
        _scheduled = Period.Of(startsAt, length);
        _sessions = [_scheduled];
        _key = FormattableString.Invariant($"{kind} {_organizer.Email} {startsAt.UtcTicks} {name}");
    }

    /// <summary>Begins a webinar of one session.</summary>
    /// <param name="name">Name of the webinar.</param>
    /// <param name="organizer">Who organizes it.</param>
    /// <param name="startsAt">When it is to begin, such as <c>2026-03-02T09:00Z</c>; UTC where it names no offset.</param>
    /// <param name="length">How long it is to go.</param>
    /// <exception cref="FormatException">The start is no time.</exception>
    /// <exception cref="ArgumentException">The organizer has no name or a wrong address, or the length is negative.</exception>
    public static VirtualEventBuilder Webinar(string name, string organizer, string startsAt, TimeSpan length) =>
        Webinar(name, organizer, Period.ParseTime(startsAt), length);

    /// <summary>Begins a webinar of one session.</summary>
    /// <param name="name">Name of the webinar.</param>
    /// <param name="organizer">Who organizes it.</param>
    /// <param name="startsAt">When it is to begin.</param>
    /// <param name="length">How long it is to go.</param>
    /// <exception cref="ArgumentException">The organizer has no name or a wrong address, or the length is negative.</exception>
    public static VirtualEventBuilder Webinar(string name, string organizer, DateTimeOffset startsAt, TimeSpan length) =>
        new(VirtualEventKind.Webinar, name, organizer, startsAt, length);

    /// <summary>Begins a town hall of one session.</summary>
    /// <param name="name">Name of the town hall.</param>
    /// <param name="organizer">Who organizes it.</param>
    /// <param name="startsAt">When it is to begin, such as <c>2026-03-02T09:00Z</c>; UTC where it names no offset.</param>
    /// <param name="length">How long it is to go.</param>
    /// <exception cref="FormatException">The start is no time.</exception>
    /// <exception cref="ArgumentException">The organizer has no name or a wrong address, or the length is negative.</exception>
    public static VirtualEventBuilder Townhall(string name, string organizer, string startsAt, TimeSpan length) =>
        Townhall(name, organizer, Period.ParseTime(startsAt), length);

    /// <summary>Begins a town hall of one session.</summary>
    /// <param name="name">Name of the town hall.</param>
    /// <param name="organizer">Who organizes it.</param>
    /// <param name="startsAt">When it is to begin.</param>
    /// <param name="length">How long it is to go.</param>
    /// <exception cref="ArgumentException">The organizer has no name or a wrong address, or the length is negative.</exception>
    public static VirtualEventBuilder Townhall(string name, string organizer, DateTimeOffset startsAt, TimeSpan length) =>
        new(VirtualEventKind.Townhall, name, organizer, startsAt, length);

    /// <summary>Adds who organizes the event besides.</summary>
    /// <exception cref="ArgumentException">A name is empty, or has no address between <c>&lt;</c> and <c>&gt;</c>.</exception>
    public VirtualEventBuilder CoOrganizers(params string[] names)
    {
        _coOrganizers.AddRange(
            (names ?? throw new ArgumentNullException(nameof(names))).Select(static name => Person.Parse(name, nameof(names))));
        return this;
    }

    /// <summary>Registers somebody, a week before the event begins.</summary>
    /// <param name="name">Who registers.</param>
    /// <param name="status">Where the registration stands, or null for registered.</param>
    /// <param name="answers">Answers to the registration's questions.</param>
    /// <exception cref="ArgumentException">The name is empty, has no address between <c>&lt;</c> and <c>&gt;</c>, or is registered
    /// already.</exception>
    public VirtualEventBuilder Registered(string name, RegistrationStatus? status = null, params RegistrationAnswer[] answers)
    {
        var person = Person.Parse(name, nameof(name));
        if (_registrations.Exists(registration => IsOf(registration, person.Email)))
        {
            throw new ArgumentException(
                $"{person.Email} is registered already, and Graph takes an address once. " +
                $"Register another person, or give this one another address: \"{person.Name} <...>\".",
                nameof(name));
        }

        _registrations.Add(new Registration
        {
            Id = StableId.Of($"registration {_key} {person.Email}"),
            UserId = person.TenantId == Person.Tenant ? person.Id : null,
            FirstName = person.FirstName,
            LastName = person.LastName,
            Email = person.Email,
            Status = status ?? RegistrationStatus.Registered,
            RegisteredAt = _scheduled.Start.AddDays(-7),
            CanceledAt = status == RegistrationStatus.Canceled ? _scheduled.Start.AddDays(-1) : null,
            Answers = answers,
        });
        return this;
    }

    /// <summary>Adds a session, as long as the first one and so much later than that.</summary>
    public VirtualEventBuilder Session(TimeSpan later)
    {
        _sessions.Add(_scheduled.Later(later));
        return this;
    }

    /// <summary>Adds a report to the session added last, which went as long as it was to go.</summary>
    public VirtualEventBuilder Report(Action<ReportBuilder> people) => Add(_sessions[_sessions.Count - 1], people);

    /// <summary>Adds a report to the session added last, which began so much later than it was to begin, as after a restart.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The length is negative.</exception>
    public VirtualEventBuilder Report(TimeSpan later, TimeSpan length, Action<ReportBuilder> people) =>
        Add(Period.Of(_sessions[_sessions.Count - 1].Start + later, length), people);

    /// <summary>The event as it stands.</summary>
    public VirtualEventData Build()
    {
        var id = $"{StableId.Of(_key)}@{_organizer.TenantId}";
        return new VirtualEventData
        {
            Event = new VirtualEvent
            {
                Kind = _kind,
                Id = id,
                DisplayName = _name,
                Status = VirtualEventStatus.Published,
                Start = DateTimeTimeZone.Utc(_scheduled.Start),
                End = DateTimeTimeZone.Utc(_sessions.Max(static session => session.End)),
                CreatedBy = _organizer.UntypedIdentity,
                CoOrganizers = [.. _coOrganizers.Select(static person => person.UntypedIdentity)],
                Audience = "everyone",
                IsInviteOnly = _kind == VirtualEventKind.Townhall ? false : null,
                IsRegistrationRequired = _kind == VirtualEventKind.Webinar || _registrations.Count > 0,
            },
            Sessions = [.. _sessions.Select((session, number) => ToSession(id, session, number))],
            Registrations = [.. _registrations],
        };
    }

    private static bool IsOf(Registration registration, string? email) =>
        string.Equals(registration.Email, email, StringComparison.OrdinalIgnoreCase);

    private VirtualEventBuilder Add(Period session, Action<ReportBuilder> people)
    {
        _reports.Add((_sessions.Count - 1, ReportBuilder.Of(session, FormattableString.Invariant($"{_key} {_reports.Count}"), people)));
        return this;
    }

    private SessionData ToSession(string eventId, Period session, int number)
    {
        var key = StableId.GuidOf(FormattableString.Invariant($"session {_key} {number}"));
        return new SessionData
        {
            Session = EventSession.Of(
                _kind, eventId, key, _organizer, _name, DateTimeTimeZone.Utc(session.Start), DateTimeTimeZone.Utc(session.End)),
            Reports = [.. _reports.Where(held => held.Session == number).Select(held => WithRegistrations(held.Report))],
        };
    }

    // Here, as somebody may be registered after the report was added.
    private AttendanceReport WithRegistrations(AttendanceReport report) => report with
    {
        Records = [.. report.Records!.Select(record => record with
        {
            RegistrationId = record.RegistrationId ?? RegistrationIdOf(record.EmailAddress ?? record.Identity?.Email),
        })],
    };

    private string? RegistrationIdOf(string? email) =>
        email is null ? null : _registrations.Find(registration => IsOf(registration, email))?.Id;
}
