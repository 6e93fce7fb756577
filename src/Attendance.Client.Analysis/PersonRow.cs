using Attendance.Client.Analysis.Internal;

namespace Attendance.Client.Analysis;

/// <summary>What one person attended, as a row.</summary>
public sealed record PersonRow : ExportRow
{
    /// <summary>What tells the person from all others, as <see cref="AttendeeSummary.Key"/> does, or null where nothing does.</summary>
    public string? Key { get; init; }

    /// <summary>Name to show, or null where it is not known.</summary>
    public string? DisplayName { get; init; }

    /// <summary>E-mail address, or null where it is not known.</summary>
    public string? EmailAddress { get; init; }

    /// <summary>Highest role by its name in Graph, or null where it is not known.</summary>
    public string? Role { get; init; }

    /// <summary>Id of the registration, or null for somebody who did not register.</summary>
    public string? RegistrationId { get; init; }

    /// <summary>Whether the person was there; true also where that cannot be known, as times are hidden.</summary>
    public bool HasAttended { get; init; }

    /// <summary>Whether the times of a stay that may have been during the windows are hidden or missing, so that what follows from all
    /// times is null.</summary>
    public bool HasHiddenTimes { get; init; }

    /// <summary>Number of reports that name the person.</summary>
    public int ReportCount { get; init; }

    /// <summary>When the person first joined, or null where that is not known.</summary>
    public DateTimeOffset? FirstJoinedAt { get; init; }

    /// <summary>When the person last left, or null where that is not known.</summary>
    public DateTimeOffset? LastLeftAt { get; init; }

    /// <summary>Number of stays that are known, those that overlap or touch counted as one.</summary>
    public int StayCount { get; init; }

    /// <summary>Time for which the person was there, in seconds, or null where times are hidden.</summary>
    public long? TimePresentSeconds { get; init; }

    /// <summary>Part of the time for which the person was there, from 0 to 1, or null where that is not known.</summary>
    public double? Share { get; init; }

    /// <summary>Time that had passed when the person first joined, in seconds, or null where that is not known.</summary>
    public long? LateBySeconds { get; init; }

    /// <summary>Time that was left when the person last left, in seconds, or null where that is not known.</summary>
    public long? LeftEarlyBySeconds { get; init; }

    /// <summary>Time for which the person was away in between, in seconds, or null where that is not known.</summary>
    public long? TimeAwaySeconds { get; init; }

    /// <summary>Time that Graph reports, with devices counted each, in seconds; null where it reports none.</summary>
    public long? ReportedAttendanceSeconds { get; init; }

    /// <summary>A row for each person of a summary, in its order, also for who is known not to have been there.</summary>
    public static IEnumerable<PersonRow> Of(AttendanceSummary summary, RowOrigin? origin = null) =>
        (summary ?? throw new ArgumentNullException(nameof(summary))).Attendees.Select(attendee => new PersonRow
        {
            Origin = origin,
            Key = attendee.Key,
            DisplayName = attendee.DisplayName,
            EmailAddress = attendee.EmailAddress,
            Role = attendee.Role?.Value,
            RegistrationId = attendee.RegistrationId,
            HasAttended = attendee.HasAttended,
            HasHiddenTimes = attendee.HasHiddenTimes,
            ReportCount = attendee.ReportCount,
            FirstJoinedAt = attendee.FirstJoinedAt,
            LastLeftAt = attendee.LastLeftAt,
            StayCount = attendee.Stays.Count,
            TimePresentSeconds = WholeSeconds.Of(attendee.TimePresent),
            Share = attendee.Share,
            LateBySeconds = WholeSeconds.Of(attendee.LateBy),
            LeftEarlyBySeconds = WholeSeconds.Of(attendee.LeftEarlyBy),
            TimeAwaySeconds = WholeSeconds.Of(attendee.TimesAway?.Aggregate(TimeSpan.Zero, static (sum, away) => sum + away.Duration)),
            ReportedAttendanceSeconds = WholeSeconds.Of(attendee.ReportedAttendance),
        });
}
