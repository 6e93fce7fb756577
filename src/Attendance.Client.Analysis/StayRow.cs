using Attendance.Client.Analysis.Internal;

namespace Attendance.Client.Analysis;

/// <summary>One stay of a person, as a row.</summary>
public sealed record StayRow : ExportRow
{
    /// <summary>What tells the person from all others, as <see cref="AttendeeSummary.Key"/> does, or null where nothing does.</summary>
    public string? Key { get; init; }

    /// <summary>Name to show, or null where it is not known.</summary>
    public string? DisplayName { get; init; }

    /// <summary>E-mail address, or null where it is not known.</summary>
    public string? EmailAddress { get; init; }

    /// <summary>Highest role by its name in Graph, or null where it is not known.</summary>
    public string? Role { get; init; }

    /// <summary>When the person joined, or the window began where that was later.</summary>
    public DateTimeOffset JoinedAt { get; init; }

    /// <summary>When the person left, or the window ended where that was earlier.</summary>
    public DateTimeOffset LeftAt { get; init; }

    /// <summary>Length of the stay, in seconds.</summary>
    public long DurationSeconds { get; init; }

    /// <summary>A row for each of a summary's <see cref="AttendeeSummary.Stays"/>, person by person; a stay whose times are hidden has
    /// none.</summary>
    public static IEnumerable<StayRow> Of(AttendanceSummary summary, RowOrigin? origin = null) =>
        from attendee in (summary ?? throw new ArgumentNullException(nameof(summary))).Attendees
        from stay in attendee.Stays
        select new StayRow
        {
            Origin = origin,
            Key = attendee.Key,
            DisplayName = attendee.DisplayName,
            EmailAddress = attendee.EmailAddress,
            Role = attendee.Role?.Value,
            JoinedAt = stay.Start,
            LeftAt = stay.End,
            DurationSeconds = WholeSeconds.Of(stay.Duration),
        };
}
