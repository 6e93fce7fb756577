namespace Attendance.Client.Archive.Internal;

/// <summary>What became of the attendance of an occurrence.</summary>
internal enum OccurrenceState
{
    /// <summary>Nobody has asked for its reports.</summary>
    Unknown,

    /// <summary>It has a report.</summary>
    Reported,

    /// <summary>It has none, which may still come.</summary>
    Waiting,

    /// <summary>It has none, and none is expected any more.</summary>
    Missing,

    /// <summary>Its reports could not be read; they are tried again.</summary>
    Failed,
}
