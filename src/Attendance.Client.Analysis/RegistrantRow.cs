using Attendance.Client.Analysis.Internal;
using Attendance.Client.Internal;

namespace Attendance.Client.Analysis;

/// <summary>A registration beside the attendance it led to, as a row.</summary>
public sealed record RegistrantRow : ExportRow
{
    /// <summary>What became of it.</summary>
    public RegistrationOutcome Outcome { get; init; }

    /// <summary>Id of the registration, also of one that was not given but that attendance names; null for somebody who came
    /// without.</summary>
    public string? RegistrationId { get; init; }

    /// <summary>First name by the registration, or null where it does not say.</summary>
    public string? FirstName { get; init; }

    /// <summary>Last name by the registration, or null where it does not say.</summary>
    public string? LastName { get; init; }

    /// <summary>Name to show by the attendance, or null for a registrant who did not come.</summary>
    public string? DisplayName { get; init; }

    /// <summary>E-mail address of the registration or else of the attendee, or null where neither has one.</summary>
    public string? EmailAddress { get; init; }

    /// <summary>Status of the registration by its name in Graph, or null where it is not known.</summary>
    public string? Status { get; init; }

    /// <summary>When the registrant registered, or null where that is not known.</summary>
    public DateTimeOffset? RegisteredAt { get; init; }

    /// <summary>When the registration was canceled, or null where it was not.</summary>
    public DateTimeOffset? CanceledAt { get; init; }

    /// <summary>What tells the attendee from all others, as <see cref="AttendeeSummary.Key"/> does; null where nothing does, or for a
    /// registrant who did not come.</summary>
    public string? AttendeeKey { get; init; }

    /// <summary>When the attendee first joined, or null where that is not known, or for a registrant who did not come.</summary>
    public DateTimeOffset? FirstJoinedAt { get; init; }

    /// <summary>When the attendee last left, or null where that is not known, or for a registrant who did not come.</summary>
    public DateTimeOffset? LastLeftAt { get; init; }

    /// <summary>Time for which the attendee was there, in seconds, or null where times are hidden, or for a registrant who did not
    /// come.</summary>
    public long? TimePresentSeconds { get; init; }

    /// <summary>Part of the time for which the attendee was there, from 0 to 1, or null where that is not known, or for a registrant who
    /// did not come.</summary>
    public double? Share { get; init; }

    /// <summary>Answers to the registration's questions, in CSV and workbooks a column for each question after all others; empty where
    /// there are none.</summary>
    public IReadOnlyList<RegistrationAnswer> Answers
    {
        get;
        init => field = ValueList.Copy(value) ?? ValueList<RegistrationAnswer>.Empty;
    } = ValueList<RegistrationAnswer>.Empty;

    /// <summary>A row for each registration in its order, then for those who came without one.</summary>
    public static IEnumerable<RegistrantRow> Of(RegistrationSummary summary, RowOrigin? origin = null) =>
        (summary ?? throw new ArgumentNullException(nameof(summary))).Registrants.Select(registrant => new RegistrantRow
        {
            Origin = origin,
            Outcome = registrant.Outcome,
            RegistrationId = registrant.Registration is { } registration ? registration.Id : registrant.Attendee?.RegistrationId,
            FirstName = registrant.Registration?.FirstName,
            LastName = registrant.Registration?.LastName,
            DisplayName = registrant.Attendee?.DisplayName,
            EmailAddress = registrant.Registration?.Email ?? registrant.Attendee?.EmailAddress,
            Status = registrant.Registration?.Status?.Value,
            RegisteredAt = registrant.Registration?.RegisteredAt,
            CanceledAt = registrant.Registration?.CanceledAt,
            AttendeeKey = registrant.Attendee?.Key,
            FirstJoinedAt = registrant.Attendee?.FirstJoinedAt,
            LastLeftAt = registrant.Attendee?.LastLeftAt,
            TimePresentSeconds = WholeSeconds.Of(registrant.Attendee?.TimePresent),
            Share = registrant.Attendee?.Share,
            Answers = registrant.Registration?.Answers ?? [],
        });
}
