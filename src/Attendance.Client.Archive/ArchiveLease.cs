namespace Attendance.Client.Archive;

/// <summary>The right of one process to work on something for a time.</summary>
/// <param name="Until">When it ends unless the process takes it again, in UTC.</param>
/// <param name="LastTakenAt">When it was taken before, by whichever process, in UTC, or null where it never was.</param>
public sealed record ArchiveLease(DateTimeOffset Until, DateTimeOffset? LastTakenAt);
