using Attendance.Client.Analysis.Internal;
using Attendance.Client.Internal;

namespace Attendance.Client.Analysis;

/// <summary>Somebody who should come: invited, registered, or on a roster of the application's own.</summary>
/// <remarks>
/// Held against who came by <see cref="Id"/> first, then by addresses and <see cref="RegistrationId"/>. The name alone counts only where
/// nobody else has it, expected or there, and neither ids nor addresses say otherwise.
/// </remarks>
public sealed record ExpectedPerson
{
    /// <summary>Object id of the person's Entra user, or null where it is not known.</summary>
    public string? Id { get; init; }

    /// <summary>E-mail address or user principal name, or null where it is not known.</summary>
    public string? EmailAddress { get; init; }

    /// <summary>More addresses of the same person, such as one from before a marriage; empty where there are none.</summary>
    public IReadOnlyList<string> OtherAddresses
    {
        get;
        init => field = ValueList.Copy(value) ?? ValueList<string>.Empty;
    } = ValueList<string>.Empty;

    /// <summary>Name to show, or null where it is not known.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Id of the person's registration, or null for somebody who did not register.</summary>
    public string? RegistrationId { get; init; }

    /// <summary>Whether the person need not come, as the application knows.</summary>
    /// <value>The default is false.</value>
    public bool IsExcused { get; init; }

    /// <summary>Whether the invitation says that the person may stay away, or null where there is none.</summary>
    public bool? IsOptional { get; init; }

    /// <summary>Answer to the invitation by its name in Graph, such as <c>accepted</c> or <c>declined</c>, or null where it is not
    /// known.</summary>
    public string? Response { get; init; }

    /// <summary>Whom a meeting invites, its organizer included.</summary>
    public static IReadOnlyList<ExpectedPerson> Of(OnlineMeeting meeting)
    {
        if (meeting is null)
            throw new ArgumentNullException(nameof(meeting));

        MeetingParticipant?[] participants = [meeting.Organizer, .. meeting.Attendees];
        return [.. participants.OfType<MeetingParticipant>().Select(ExpectedList.Of)];
    }

    /// <summary>Whom an occurrence in a calendar invites, its organizer included and rooms left out; a group is one person, as its members
    /// are not known.</summary>
    /// <param name="occurrence">The occurrence as it stands in the calendar.</param>
    /// <param name="meeting">The meeting, which knows ids that the calendar lacks, or null where it was not looked up.</param>
    public static IReadOnlyList<ExpectedPerson> Of(CalendarMeeting occurrence, OnlineMeeting? meeting = null) =>
        ExpectedList.Of(occurrence ?? throw new ArgumentNullException(nameof(occurrence)), meeting);

    /// <summary>Who is registered for a webinar or town hall; not who canceled, waits or was not admitted.</summary>
    /// <exception cref="ArgumentException">A registration is null.</exception>
    public static IReadOnlyList<ExpectedPerson> Of(IEnumerable<Registration> registrations) =>
    [
        .. (registrations ?? throw new ArgumentNullException(nameof(registrations)))
            .Select(registration => registration ?? throw new ArgumentException(
                "A registration is null. Leave out what could not be read.", nameof(registrations)))
            .Where(RegistrationMatcher.IsExpected)
            .Select(ExpectedList.Of),
    ];
}
