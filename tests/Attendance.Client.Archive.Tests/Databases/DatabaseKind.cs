namespace Attendance.Client.Archive.Tests;

/// <summary>What an archive is kept in.</summary>
public enum DatabaseKind
{
    Sqlite,
    Postgres,
}
