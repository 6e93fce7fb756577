namespace Attendance.Client.Analysis.Internal;

/// <summary>The records of one person.</summary>
/// <param name="ownName">The name that alone tells the person apart, or null where something else does, or nothing.</param>
internal sealed class Person(string? ownName)
{
    private readonly List<AttendanceRecord> _records = new(1);
    private readonly List<AttendanceReport> _reports = new(1);
    private int _lastReport = -1;
    private int _reportCount;

    /// <summary>Adds a record of a report; reports come in order, which their places tell apart.</summary>
    public void Add(AttendanceRecord record, AttendanceReport report, int place)
    {
        _records.Add(record);
        _reports.Add(report);
        if (place != _lastReport)
            _reportCount++;
        _lastReport = place;
    }

    public AttendeeSummary Summarize(WindowSet? windows)
    {
        var identity = _records.Find(record => PersonKeys.Id(record.Identity?.Id) is not null)?.Identity
            ?? _records.Find(record => record.Identity is not null)?.Identity;
        var presence = new Presence(_records, _reports, windows);
        return new AttendeeSummary
        {
            Key = Key,
            DisplayName = PersonKeys.Text(identity?.DisplayName) ?? First(record => PersonKeys.Text(record.Identity?.DisplayName)),
            EmailAddress = First(record => PersonKeys.Text(record.EmailAddress))
                ?? First(record => PersonKeys.Text(record.Identity?.Email)),
            Identity = identity,
            Role = Role,
            RegistrationId = First(record => PersonKeys.Id(record.RegistrationId)),
            Records = _records,
            ReportCount = _reportCount,
            ReportedAttendance = presence.Reported,
            HasAttended = presence.HasAttended,
            HasHiddenTimes = presence.HasHiddenTimes,
            Stays = presence.Stays,
            TimePresent = presence.TimePresent,
            Share = presence.Share,
            FirstJoinedAt = presence.FirstJoinedAt,
            LastLeftAt = presence.LastLeftAt,
            LateBy = presence.LateBy,
            LeftEarlyBy = presence.LeftEarlyBy,
            TimesAway = presence.TimesAway,
        };
    }

    // The kind stands before the value, or a guest could take another's key by calling himself by that address.
    private string? Key =>
        Lowest("id", record => PersonKeys.Id(record.Identity?.Id))
        ?? Lowest("email", record => PersonKeys.Addresses(record).FirstOrDefault())
        ?? Lowest("registration", record => PersonKeys.Id(record.RegistrationId))
        ?? (ownName is null ? null : $"name:{ownName}");

    private AttendeeRole? Role
    {
        get
        {
            AttendeeRole? highest = null;
            foreach (var record in _records)
            {
                if (record.Role is { } role && (highest is null || Rank(role) > Rank(highest.Value)))
                    highest = role;
            }

            return highest;
        }
    }

    private static int Rank(AttendeeRole role) =>
        role == AttendeeRole.Organizer ? 4
        : role == AttendeeRole.Presenter ? 3
        : role == AttendeeRole.None ? 0
        : role == AttendeeRole.Attendee ? 1
        : 2;

    private string? First(Func<AttendanceRecord, string?> text)
    {
        foreach (var record in _records)
        {
            if (text(record) is { } found)
                return found;
        }

        return null;
    }

    // Whichever record comes first, a person with several ids has the same key.
    private string? Lowest(string kind, Func<AttendanceRecord, string?> key)
    {
        string? lowest = null;
        foreach (var record in _records)
        {
            if (key(record)?.ToLowerInvariant() is { } candidate && (lowest is null || string.CompareOrdinal(candidate, lowest) < 0))
                lowest = candidate;
        }

        return lowest is null ? null : $"{kind}:{lowest}";
    }
}
