using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Attendance.Client.Archive.Internal;

/// <summary>Says what a failure of the database means, and what to do.</summary>
internal static class DatabaseFault
{
    public static ArchiveException? Of(string name, Exception exception) => exception switch
    {
        DbUpdateException { InnerException: { } inner } => Of(name, inner),
        InvalidOperationException { InnerException: DbException inner } => Of(name, inner),
        SqliteException sqlite => Of(name, sqlite),
        PostgresException postgres => Of(name, postgres),
        NpgsqlException => Fault(
            name, exception, "the server cannot be reached", "Check the connection string, and that the server runs; then run it again."),
        _ => null,
    };

    private static ArchiveException Of(string name, SqliteException exception) => exception.SqliteErrorCode switch
    {
        5 or 6 => Fault(name, exception, "somebody else writes it without end", "Close what has it open, or wait for it; then try again."),
        8 => Fault(name, exception, "the file may not be written", "Check its permissions and those of its directory."),
        10 => Fault(name, exception, "the disk failed", "Check the disk; on a network drive, keep the archive on a local one instead."),
        11 => Fault(name, exception, "the file is damaged", "Take it from a backup, or begin a new one with a harvest."),
        13 => Fault(name, exception, "the disk is full", "Make room, and run it again: what was kept before is whole."),
        14 => Fault(name, exception, "the file cannot be opened", "Check its path and its permissions."),
        26 => Fault(name, exception, "the file is no SQLite database", "Name another file; this one was left as it is."),
        _ => Fault(name, exception, "the database refused it", "See the inner exception."),
    };

    private static ArchiveException Of(string name, PostgresException exception) => exception.SqlState switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification => Fault(
            name, exception, "the server refused the sign-in", "Check user and password in the connection string."),
        PostgresErrorCodes.InvalidCatalogName => Fault(
            name, exception, "there is no such database", "Make it with CREATE DATABASE, or correct the connection string."),
        PostgresErrorCodes.InsufficientPrivilege => Fault(
            name, exception, "the user may not do that", "Grant it: GRANT CREATE, USAGE ON SCHEMA public, and the tables' own rights."),
        PostgresErrorCodes.DiskFull => Fault(
            name, exception, "the server's disk is full", "Make room, and run it again: what was kept before is whole."),
        _ => Fault(name, exception, "the database refused it", "See the inner exception."),
    };

    private static ArchiveException Fault(string name, Exception exception, string cause, string cure) => new(
        $"{char.ToUpperInvariant(name[0])}{name[1..]} could not be used, as {cause} ({exception.Message.TrimEnd('.')}). {cure}", exception)
    {
        Remedy = cure,
    };
}
