namespace Attendance.Client.Archive;

/// <summary>What came of saving a report.</summary>
public enum ArchiveChange
{
    /// <summary>It was kept already, just as it is.</summary>
    Unchanged,

    /// <summary>It is new.</summary>
    Added,

    /// <summary>It was kept, and has grown or changed since.</summary>
    Replaced,

    /// <summary>It ended before a time up to which everything was erased, so it is not
    /// kept.</summary>
    Refused,
}
