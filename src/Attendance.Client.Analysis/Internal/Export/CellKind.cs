namespace Attendance.Client.Analysis.Internal;

/// <summary>What the cells of a column hold.</summary>
internal enum CellKind
{
    /// <summary>Text, or one of an enumeration.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A <see cref="DateTimeOffset"/>.</summary>
    Time,

    /// <summary>A number of seconds.</summary>
    Duration,

    /// <summary>A number from 0 to 1.</summary>
    Share,

    /// <summary>Yes or no.</summary>
    Flag,
}
