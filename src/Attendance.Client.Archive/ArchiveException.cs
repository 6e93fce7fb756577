namespace Attendance.Client.Archive;

/// <summary>The archive could not be opened, read or written; the message says why, and what to do.</summary>
public sealed class ArchiveException : Exception
{
    /// <summary>A failure of an archive.</summary>
    /// <param name="message">What failed, why, and what to do.</param>
    /// <param name="innerException">What the database said, or null.</param>
    public ArchiveException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>What to do, which the message ends with too; null where the message alone says it.</summary>
    public string? Remedy { get; init; }
}
