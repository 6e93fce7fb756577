namespace Attendance.Client.Analysis.Internal.TeamsFiles;

/// <summary>Somebody whom a file names.</summary>
internal sealed class FilePerson
{
    private const int MostCompared = 16;

    private readonly List<FileStay> _stays = new(1);
    private string? _addressKey;

    public string? Name { get; init; }

    public string? Email { get; init; }

    public string? UserPrincipalName { get; init; }

    public AttendeeRole? Role { get; init; }

    /// <summary>Id of the user in a file that has it, or null.</summary>
    public string? UserId { get; init; }

    /// <summary>Id of the record in a file that has it, or null.</summary>
    public string? RecordId { get; init; }

    public IReadOnlyList<FileStay> Stays => _stays;

    public LocalTime? FirstJoined { get; init; }

    public LocalTime? LastLeft { get; init; }

    /// <summary>The time in the session that the file states, or null.</summary>
    public TimeSpan? Stated { get; init; }

    public List<(LocalTime? At, string Text)> Engagements { get; } = [];

    /// <summary>What tells the person apart in the file: an address, or else the name; null where there is neither.</summary>
    public string? Key => AddressKey ?? NameKey;

    // It is asked for with every row.
    public string? AddressKey => _addressKey ??=
        PersonKeys.Address(Email) is { } email ? $"@{email.ToUpperInvariant()}"
        : PersonKeys.Address(UserPrincipalName) is { } principal ? $"@{principal.ToUpperInvariant()}"
        : null;

    public string? NameKey => Name is null ? null : $"={Name}";

    /// <summary>How long the stays are together, or null where that of one is not known.</summary>
    public TimeSpan? LengthOfStays { get; private set; } = TimeSpan.Zero;

    /// <summary>Whether a stay is there already. Rows that stand twice stand close together.</summary>
    public bool Has(FileStay stay)
    {
        for (var index = _stays.Count - 1; index >= Math.Max(0, _stays.Count - MostCompared); index--)
        {
            if (_stays[index] == stay)
                return true;
        }

        return false;
    }

    public void Add(FileStay stay)
    {
        _stays.Add(stay);
        LengthOfStays += stay.Length;
    }

    public void ClearStays()
    {
        _stays.Clear();
        LengthOfStays = TimeSpan.Zero;
    }

    public AttendanceRecord ToRecord(FileClock clock) => new()
    {
        Id = RecordId,
        Identity = Name is null && UserPrincipalName is null && UserId is null
            ? null
            : new AttendeeIdentity { Id = UserId, DisplayName = Name, UserPrincipalName = UserPrincipalName },
        EmailAddress = Email,
        Role = Role,
        TotalAttendance = Stated ?? (Stays.Count > 0 ? Total(clock) : null),
        Intervals = [.. Stays.Select(clock.Interval)],
        Engagements = [.. Engagements.Select(item => EngagementText.Read(item.Text) with { At = clock.Time(item.At) })],
    };

    private TimeSpan? Total(FileClock clock) =>
        Stays.Aggregate((TimeSpan?)TimeSpan.Zero, (sum, stay) => sum + clock.Interval(stay).Duration);
}
