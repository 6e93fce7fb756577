namespace Attendance.Client.Analysis.Internal;

/// <summary>The records of one person, and the entries on lists of people who are expected.</summary>
/// <param name="ownName">The name that alone tells the person apart, or null where something else does, or nothing.</param>
/// <param name="match">By what records and entries were found to be of one person, or null where there are only one or the other.</param>
internal sealed class Person(string? ownName, ExpectedMatch? match)
{
    private readonly List<PersonRecord> _records = new(1);
    private readonly List<ExpectedEntry> _entries = [];

    /// <summary>The records, in the order of their reports.</summary>
    public IReadOnlyList<PersonRecord> Records => _records;

    /// <summary>The entries, in the order of the lists.</summary>
    public IReadOnlyList<ExpectedEntry> Entries => _entries;

    public ExpectedMatch? Match => match;

    /// <summary>The person as expected, or null for somebody who was not.</summary>
    public ExpectedPerson? Expected => field ??= _entries.Count == 0 ? null : ExpectedList.Joined(_entries);

    /// <summary>Who of those expected it may be.</summary>
    public IReadOnlyList<ExpectedPerson> Suggestions { get; set; } = [];

    public AttendeeIdentity? Identity =>
        field ??= _records.Find(item => PersonKeys.Id(item.Record.Identity?.Id) is not null).Record?.Identity
            ?? _records.Find(item => item.Record.Identity is not null).Record?.Identity;

    public string? DisplayName =>
        PersonKeys.Text(Identity?.DisplayName) ?? First(record => PersonKeys.Text(record.Identity?.DisplayName))
        ?? PersonKeys.Text(Expected?.DisplayName);

    public string? EmailAddress =>
        First(record => PersonKeys.Text(record.EmailAddress)) ?? First(record => PersonKeys.Text(record.Identity?.Email))
        ?? PersonKeys.Text(Expected?.EmailAddress);

    public string? RegistrationId =>
        First(record => PersonKeys.Id(record.RegistrationId)) ?? PersonKeys.Id(Expected?.RegistrationId);

    // The kind stands before the value, or a guest could take another's key by calling himself by that address.
    public string? Key =>
        Lowest("id", record => PersonKeys.Id(record.Identity?.Id))
        ?? Lowest("email", record => PersonKeys.Addresses(record).FirstOrDefault())
        ?? Lowest("registration", record => PersonKeys.Id(record.RegistrationId))
        ?? (_records.Count > 0 || Expected is not { } expected ? null
            : KeyOf("id", PersonKeys.Id(expected.Id)) ?? KeyOf("email", PersonKeys.Addresses(expected).FirstOrDefault())
                ?? KeyOf("registration", PersonKeys.Id(expected.RegistrationId)))
        ?? (ownName is null ? null : $"name:{ownName}");

    public AttendeeRole? Role => RoleOf(_records, 0, _records.Count);

    /// <summary>The highest role of some records.</summary>
    public static AttendeeRole? RoleOf(IReadOnlyList<PersonRecord> records, int from, int until)
    {
        AttendeeRole? highest = null;
        for (var index = from; index < until; index++)
        {
            if (records[index].Record.Role is { } role && (highest is null || Rank(role) > Rank(highest.Value)))
                highest = role;
        }

        return highest;
    }

    /// <summary>Adds a record; they come in the order of their reports.</summary>
    public void Add(PersonRecord record) => _records.Add(record);

    /// <summary>Adds an entry.</summary>
    public void Add(ExpectedEntry entry) => _entries.Add(entry);

    public AttendeeSummary Summarize(Measure measure, bool? isExpected)
    {
        var presence = new Presence(_records, 0, _records.Count, measure.Windows);
        var isAgainstPlan = measure.Basis != AttendanceBasis.Unknown;
        var isPresenceKnown = _records.Count > 0 || measure.TellsAbsence;
        return new AttendeeSummary
        {
            Key = Key,
            DisplayName = DisplayName,
            EmailAddress = EmailAddress,
            Identity = Identity,
            Role = Role,
            RegistrationId = RegistrationId,
            Expected = Expected,
            MatchedBy = match,
            Suggestions = Suggestions,
            Status = measure.StatusOf(presence, isExpected, Expected?.IsExcused == true, Role),
            Records = [.. _records.Select(item => item.Record)],
            ReportCount = _records.Select(item => item.Place).Distinct().Count(),
            ReportedAttendance = presence.Reported,
            HasAttended = presence.HasAttended,
            HasHiddenTimes = presence.HasHiddenTimes,
            Stays = presence.Stays,
            TimePresent = isPresenceKnown ? presence.TimePresent : null,
            Share = isPresenceKnown ? presence.Share : null,
            FirstJoinedAt = presence.FirstJoinedAt,
            LastLeftAt = presence.LastLeftAt,
            LateBy = isAgainstPlan ? presence.AfterStart : null,
            LeftEarlyBy = isAgainstPlan ? presence.BeforeEnd : null,
            AfterStart = isAgainstPlan ? null : presence.AfterStart,
            BeforeEnd = isAgainstPlan ? null : presence.BeforeEnd,
            TimesAway = presence.TimesAway,
        };
    }

    private static int Rank(AttendeeRole role) =>
        role == AttendeeRole.Organizer ? 4
        : role == AttendeeRole.Presenter ? 3
        : role == AttendeeRole.None ? 0
        : role == AttendeeRole.Attendee ? 1
        : 2;

    private static string? KeyOf(string kind, string? value) => value is null ? null : $"{kind}:{value.ToLowerInvariant()}";

    private string? First(Func<AttendanceRecord, string?> text)
    {
        foreach (var (record, _, _) in _records)
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
        foreach (var (record, _, _) in _records)
        {
            if (key(record)?.ToLowerInvariant() is { } candidate && (lowest is null || string.CompareOrdinal(candidate, lowest) < 0))
                lowest = candidate;
        }

        return KeyOf(kind, lowest);
    }
}
