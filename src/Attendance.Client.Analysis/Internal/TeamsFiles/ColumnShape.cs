namespace Attendance.Client.Analysis.Internal.TeamsFiles;

/// <summary>What most cells of a column look like.</summary>
internal sealed class ColumnShape
{
    private const int MostDistinct = 64;

    private readonly int _times;
    private readonly int _durations;
    private readonly int _addresses;
    private readonly int _uuids;
    private readonly int _numbers;

    public ColumnShape(IEnumerable<string> cells)
    {
        var distinct = new HashSet<string>(StringComparer.Ordinal);
        foreach (var cell in cells)
        {
            if (cell.Length == 0)
                continue;

            Filled++;
            if (distinct.Count < MostDistinct)
                HasRepeated |= !distinct.Add(cell);
            if (ClockTime.IsTime(cell))
                _times++;
            else if (FileDuration.IsDuration(cell))
                _durations++;
            else if (IsAddress(cell))
                _addresses++;
            else if (Guid.TryParse(cell, out _))
                _uuids++;
            else if (cell.All(char.IsDigit))
                _numbers++;
        }

        Distinct = distinct.Count;
        HasRoles = distinct.Count is > 0 and < MostDistinct
            && distinct.Count(static cell => HeadingWords.Role(cell) is not null) * 2 >= Distinct;
    }

    public int Filled { get; }

    /// <summary>How many different cells there are, up to a limit.</summary>
    public int Distinct { get; }

    /// <summary>Whether one of the first different cells stands there again.</summary>
    public bool HasRepeated { get; }

    /// <summary>Whether most cells are names of roles that are known.</summary>
    public bool HasRoles { get; }

    public bool HasTimes => IsMost(_times);

    public bool HasDurations => IsMost(_durations);

    public bool HasAddresses => IsMost(_addresses);

    public bool HasUuids => IsMost(_uuids);

    public bool HasTexts => Filled > 0 && IsMost(Filled - _times - _durations - _addresses - _uuids - _numbers);

    public static bool IsAddress(string cell) =>
        cell.IndexOf('@') is > 0 and var at && at < cell.Length - 1 && cell.IndexOf(' ') < 0;

    private bool IsMost(int count) => count > 0 && count * 2 > Filled;
}
