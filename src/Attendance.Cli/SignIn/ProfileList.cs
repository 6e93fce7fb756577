namespace Attendance.Cli;

/// <summary>The profiles of a user, and which of them is meant where none is named.</summary>
internal sealed record ProfileList
{
    public string? Current { get; init; }

    public SortedDictionary<string, Profile> Profiles { get; init; } = new(StringComparer.Ordinal);
}
