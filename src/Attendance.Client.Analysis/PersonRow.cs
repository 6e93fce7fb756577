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

    /// <summary>Whether the person was there as expected, or null as <see cref="AttendeeSummary.Status"/> is.</summary>
    public AttendanceStatus? Status { get; init; }

    /// <summary>Whether the person was expected, or null where nobody says who was.</summary>
    public bool? IsExpected { get; init; }

    /// <summary>By what the person was found among those expected, or null for somebody who was not found there or did not come.</summary>
    public ExpectedMatch? MatchedBy { get; init; }

    /// <summary>Time that the session had run when the person joined, in seconds, or null where a plan is known or the time is
    /// not.</summary>
    public long? AfterStartSeconds { get; init; }

    /// <summary>Time that the session still ran when the person left, in seconds, or null where a plan is known or the time is
    /// not.</summary>
    public long? BeforeEndSeconds { get; init; }

    /// <summary>What kind of participant it is, or null for somebody of whom there is no identity.</summary>
    public PersonKind? Kind { get; init; }

    /// <summary>Number of reactions, or null where Graph sent no engagements.</summary>
    public int? ReactionCount { get; init; }

    /// <summary>Number of times that a hand was raised, or null where Graph sent no engagements.</summary>
    public int? RaisedHandCount { get; init; }

    /// <summary>Number of times that the camera was turned on, or null where Graph sent no engagements.</summary>
    public int? CameraOnCount { get; init; }

    /// <summary>Number of times that the microphone was turned on, or null where Graph sent no engagements.</summary>
    public int? UnmuteCount { get; init; }

    /// <summary>A row for each person of a summary, in its order, also for who is known not to have been there.</summary>
    public static IEnumerable<PersonRow> Of(AttendanceSummary summary, RowOrigin? origin = null) =>
        (summary ?? throw new ArgumentNullException(nameof(summary))).Attendees.Select(attendee => Of(attendee, summary, origin));

    private static PersonRow Of(AttendeeSummary attendee, AttendanceSummary summary, RowOrigin? origin)
    {
        var engagement = attendee.Engagement;
        return new PersonRow
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
            Status = attendee.Status,
            IsExpected = summary.ExpectedCount is null ? null : attendee.Expected is not null,
            MatchedBy = attendee.MatchedBy,
            AfterStartSeconds = WholeSeconds.Of(attendee.AfterStart),
            BeforeEndSeconds = WholeSeconds.Of(attendee.BeforeEnd),
            Kind = PersonKinds.Of(attendee.Identity),
            ReactionCount = engagement?.ReactionCount,
            RaisedHandCount = engagement?.RaisedHandCount,
            CameraOnCount = engagement?.CameraOnCount,
            UnmuteCount = engagement?.UnmuteCount,
        };
    }
}
