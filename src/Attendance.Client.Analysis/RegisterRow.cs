using Attendance.Client.Analysis.Internal;

namespace Attendance.Client.Analysis;

/// <summary>One person at one session of a register, as a row.</summary>
public sealed record RegisterRow : ExportRow
{
    /// <summary>What tells the person from all others, as <see cref="RegisterPerson.Key"/> does, or null where nothing does.</summary>
    public string? Key { get; init; }

    /// <summary>Name to show, or null where it is not known.</summary>
    public string? DisplayName { get; init; }

    /// <summary>E-mail address, or null where it is not known.</summary>
    public string? EmailAddress { get; init; }

    /// <summary>Highest role at all sessions by its name in Graph, or null where it is not known.</summary>
    public string? Role { get; init; }

    /// <summary>What kind of participant it is, or null for somebody of whom there is no identity.</summary>
    public PersonKind? Kind { get; init; }

    /// <summary>By what the person was found among those expected, or null for somebody who was not found there or never came.</summary>
    public ExpectedMatch? MatchedBy { get; init; }

    /// <summary>Where the session's attendance is read, as the text of an <see cref="AttendanceSource"/>, or null where that is not
    /// known.</summary>
    public string? Source { get; init; }

    /// <summary>What the meeting is called, or null where that is not known.</summary>
    public string? Subject { get; init; }

    /// <summary>When the session begins, as planned or else as it ran, or null where neither is known.</summary>
    public DateTimeOffset? StartsAt { get; init; }

    /// <summary>When the session ends, as planned or else as it ran, or null where neither is known.</summary>
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>What the session's attendance is measured against.</summary>
    public AttendanceBasis Basis { get; init; }

    /// <summary>Whether the person was there as expected, or null as <see cref="RegisterCell.Status"/> is.</summary>
    public AttendanceStatus? Status { get; init; }

    /// <summary>Whether the person was expected at the session, or null where nobody says who was.</summary>
    public bool? IsExpected { get; init; }

    /// <summary>Whether the person was there; true also where times are hidden, and null where the session has no report.</summary>
    public bool? HasAttended { get; init; }

    /// <summary>Time for which the person was there, in seconds, or null where that is not known.</summary>
    public long? TimePresentSeconds { get; init; }

    /// <summary>Part of the session's time for which the person was there, from 0 to 1, or null where that is not known.</summary>
    public double? Share { get; init; }

    /// <summary>Planned time that had passed when the person joined, in seconds, or null where that is not known.</summary>
    public long? LateBySeconds { get; init; }

    /// <summary>Planned time that was left when the person left, in seconds, or null where that is not known.</summary>
    public long? LeftEarlyBySeconds { get; init; }

    /// <summary>A row for each person and session of a register, person by person.</summary>
    /// <exception cref="ArgumentException">A person has another number of cells than there are sessions.</exception>
    public static IEnumerable<RegisterRow> Of(AttendanceRegister register)
    {
        RegisterMatrix.Check(register);
        return register.People.SelectMany(person => register.Sessions.Select((session, index) => Of(person, session, person.Cells[index])));
    }

    private static RegisterRow Of(RegisterPerson person, RegisterSession session, RegisterCell cell) => new()
    {
        Key = person.Key,
        DisplayName = person.DisplayName,
        EmailAddress = person.EmailAddress,
        Role = person.Role?.Value,
        Kind = PersonKinds.Of(person.Identity),
        MatchedBy = person.MatchedBy,
        Source = session.Occurrence.Source?.ToString(),
        Subject = session.Occurrence.Subject,
        StartsAt = session.StartsAt,
        EndsAt = session.Windows is [.., var last] ? last.End : null,
        Basis = session.Basis,
        Status = cell.Status,
        IsExpected = cell.IsExpected,
        HasAttended = cell.HasAttended,
        TimePresentSeconds = WholeSeconds.Of(cell.TimePresent),
        Share = cell.Share,
        LateBySeconds = WholeSeconds.Of(cell.LateBy),
        LeftEarlyBySeconds = WholeSeconds.Of(cell.LeftEarlyBy),
    };
}
