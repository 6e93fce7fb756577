using System.Globalization;
using Attendance.Client.Testing.Internal;

namespace Attendance.Client.Testing;

/// <summary>Builds a report of people and their stays, with the ids, sums and counts that Graph would give it.</summary>
/// <remarks>
/// A stay is written as hours and minutes, or with seconds, since the session began: <c>0:05-0:30</c>, <c>-0:10-1:02:30</c>, or
/// <c>0:05-?</c> where Graph lacks a time. Who has no stay was there from start to end. A person is a name, or a name and an address:
/// <c>Zoë Müller</c> is a user of <c>contoso.com</c>,
/// <c>Zoë Müller &lt;zoe@fabrikam.com&gt;</c> one of another tenant. The same person has the same id in every report.
/// </remarks>
public sealed class ReportBuilder
{
    private readonly List<AttendanceRecord> _records = [];
    private readonly Period _session;

    /// <summary>Begins a report of a session.</summary>
    /// <param name="startedAt">When the session began, such as <c>2026-03-02T09:00Z</c>; UTC where it names no offset.</param>
    /// <param name="length">How long the session went.</param>
    /// <exception cref="FormatException">The start is no time.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The length is negative.</exception>
    public ReportBuilder(string startedAt, TimeSpan length)
        : this(Period.ParseTime(startedAt), length)
    {
    }

    /// <summary>Begins a report of a session.</summary>
    /// <param name="startedAt">When the session began.</param>
    /// <param name="length">How long the session went.</param>
    /// <exception cref="ArgumentOutOfRangeException">The length is negative.</exception>
    public ReportBuilder(DateTimeOffset startedAt, TimeSpan length)
        : this(Period.Of(startedAt, length))
    {
    }

    private ReportBuilder(Period session) => _session = session;

    /// <summary>Adds the organizer.</summary>
    /// <exception cref="ArgumentException">The name is empty, or has no address between <c>&lt;</c> and <c>&gt;</c>.</exception>
    /// <exception cref="FormatException">A stay is none.</exception>
    public ReportBuilder Organizer(string name, params string[] stays) => AddUser(name, AttendeeRole.Organizer, stays);

    /// <summary>Adds a presenter.</summary>
    /// <exception cref="ArgumentException">The name is empty, or has no address between <c>&lt;</c> and <c>&gt;</c>.</exception>
    /// <exception cref="FormatException">A stay is none.</exception>
    public ReportBuilder Presenter(string name, params string[] stays) => AddUser(name, AttendeeRole.Presenter, stays);

    /// <summary>Adds an attendee who signed in.</summary>
    /// <exception cref="ArgumentException">The name is empty, or has no address between <c>&lt;</c> and <c>&gt;</c>.</exception>
    /// <exception cref="FormatException">A stay is none.</exception>
    public ReportBuilder Attendee(string name, params string[] stays) => AddUser(name, AttendeeRole.Attendee, stays);

    /// <summary>Adds a guest who did not sign in, of whom Graph knows a name and at most an address.</summary>
    /// <exception cref="ArgumentException">The name is empty, or has no address between <c>&lt;</c> and <c>&gt;</c>.</exception>
    /// <exception cref="FormatException">A stay is none.</exception>
    public ReportBuilder Guest(string name, params string[] stays)
    {
        var (displayName, email) = Person.Split(name, nameof(name));
        return Add(
            new AttendeeIdentity { DisplayName = displayName, Email = email, Kind = AttendeeKind.Guest, ODataType = IdentityType.Guest },
            stays);
    }

    /// <summary>Adds somebody on a phone, of whom Graph knows the number, hidden in part.</summary>
    /// <exception cref="FormatException">A stay is none.</exception>
    public ReportBuilder Phone(string number, params string[] stays) =>
        Add(
            new AttendeeIdentity
            {
                DisplayName = number ?? throw new ArgumentNullException(nameof(number)),
                Kind = AttendeeKind.Phone,
                ODataType = IdentityType.Phone,
            }, stays);

    /// <summary>Adds a user of Azure Communication Services.</summary>
    /// <exception cref="FormatException">A stay is none.</exception>
    public ReportBuilder AzureCommunicationServicesUser(string name, params string[] stays) =>
        Add(
            CommunicationServices.Identity(name ?? throw new ArgumentNullException(nameof(name)), StableId.GuidOf($"communication {name}")),
            stays);

    /// <summary>Adds somebody whose identity is hidden.</summary>
    /// <exception cref="FormatException">A stay is none.</exception>
    public ReportBuilder Hidden(params string[] stays) =>
        Add(new AttendeeIdentity { Kind = AttendeeKind.Encrypted, ODataType = IdentityType.Encrypted }, stays);

    /// <summary>Changes the record that was added last, such as <c>.With(record => record with { RegistrationId = "r" })</c>.</summary>
    /// <exception cref="InvalidOperationException">Nobody was added yet.</exception>
    public ReportBuilder With(Func<AttendanceRecord, AttendanceRecord> change)
    {
        if (change is null)
            throw new ArgumentNullException(nameof(change));
        if (_records.Count == 0)
            throw new InvalidOperationException("There is nobody to change yet. Add somebody first, such as .Attendee(\"Zoë Müller\").");

        _records[_records.Count - 1] = change(_records[_records.Count - 1]);
        return this;
    }

    /// <summary>The report as it stands.</summary>
    public AttendanceReport Build() => Build("");

    /// <summary>The report of a session, with an id of its own among those of other meetings and sessions.</summary>
    internal static AttendanceReport Of(Period session, string scope, Action<ReportBuilder> people)
    {
        var report = new ReportBuilder(session);
        (people ?? throw new ArgumentNullException(nameof(people)))(report);
        return report.Build(scope);
    }

    private AttendanceReport Build(string scope) => new()
    {
        Id = StableId.Of(FormattableString.Invariant($"report {scope} {_session.Start.UtcTicks} {_session.Length.Ticks}")),
        StartedAt = _session.Start,
        EndedAt = _session.End,
        ParticipantCount = _records.Select(static (record, index) => record.Identity?.Id ?? index.ToString(CultureInfo.InvariantCulture))
            .Distinct(StringComparer.Ordinal)
            .Count(),
        Records = _records,
    };

    private ReportBuilder AddUser(string name, AttendeeRole role, string[] stays)
    {
        var person = Person.Parse(name, nameof(name));
        return Add(person.Identity, stays, role, person.Email);
    }

    private ReportBuilder Add(AttendeeIdentity identity, string[] stays, AttendeeRole? role = null, string? email = null)
    {
        if (stays is null)
            throw new ArgumentNullException(nameof(stays));

        var earlier = identity.Id is null ? 0 : _records.Count(record => record.Identity?.Id == identity.Id);
        AttendanceInterval[] intervals = stays.Length == 0
            ? [Stay.Of(_session.Start, _session.End)]
            : [.. stays.Select(_session.ParseStay)];
        _records.Add(new AttendanceRecord
        {
            // A second record of one person, from another device, has an id of its own.
            Id = earlier == 0 ? identity.Id : StableId.Of(FormattableString.Invariant($"record {identity.Id} {earlier}")),
            Identity = identity,
            EmailAddress = email,
            Role = role ?? AttendeeRole.Attendee,
            TotalAttendance = Stay.Total(intervals),
            Intervals = intervals,
        });
        return this;
    }
}
