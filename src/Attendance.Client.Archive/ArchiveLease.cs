namespace Attendance.Client.Archive;

/// <summary>The right of one process to work on something for a time.</summary>
/// <param name="Until">When it ends unless the process takes it again, in UTC.</param>
/// <param name="PreviousUntil">When it would have ended for whoever had it before, in UTC, or null where nobody ever had.</param>
public sealed record ArchiveLease(DateTimeOffset Until, DateTimeOffset? PreviousUntil);
