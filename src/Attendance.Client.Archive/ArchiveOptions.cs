using Microsoft.Extensions.Logging;

namespace Attendance.Client.Archive;

/// <summary>Where an archive is, and what it may hold of people.</summary>
public sealed class ArchiveOptions
{
    /// <summary>Least bytes of a <see cref="PseudonymKey"/>.</summary>
    internal const int LeastKeySize = 16;

    /// <summary>Path of a SQLite file, which is made where there is none, readable by its owner alone; null for PostgreSQL.</summary>
    public string? File { get; set; }

    /// <summary>Connection string of a PostgreSQL database, in which the tables are made where they lack; null for SQLite.</summary>
    /// <remarks>See <see href="https://www.npgsql.org/doc/connection-string-parameters.html"/>.</remarks>
    public string? PostgresConnectionString { get; set; }

    /// <summary>Key of 16 bytes or more by which pseudonyms stand in place of ids, names and addresses from the start; null to keep people
    /// by name.</summary>
    /// <remarks>
    /// Pseudonyms are keyed hashes (HMAC-SHA-256): the same person has the same one everywhere, and nobody without the key can tell whose
    /// it is. Answers of registrants are left out. What an archive was begun with holds for good. Who only reads it needs no key, save to
    /// ask for somebody by their real id. Subjects of meetings stay as they are, and so do the ids of organizers, by which meetings are
    /// found.
    /// </remarks>
    public byte[]? PseudonymKey { get; set; }

    /// <summary>Whether to keep how long people were there, but no time of anything that they did; null for what the archive was begun
    /// with, or else false.</summary>
    public bool? OmitTimes { get; set; }

    /// <summary>Whether to refuse an archive that does not exist, rather than make one.</summary>
    public bool MustExist { get; set; }

    /// <summary>Tells the time.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Logs, without personal data; null for nobody.</summary>
    public ILoggerFactory? LoggerFactory { get; set; }
}
