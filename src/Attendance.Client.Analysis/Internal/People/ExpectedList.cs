using System.Globalization;

namespace Attendance.Client.Analysis.Internal;

/// <summary>Makes lists of people who are expected.</summary>
internal static class ExpectedList
{
    /// <summary>Somebody invited to a meeting.</summary>
    public static ExpectedPerson Of(MeetingParticipant participant)
    {
        string?[] addresses =
        [
            PersonKeys.Text(participant.Identity?.Email), PersonKeys.Text(participant.UserPrincipalName),
            PersonKeys.Text(participant.Identity?.UserPrincipalName),
        ];
        string[] known = [.. addresses.OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];
        return new ExpectedPerson
        {
            Id = PersonKeys.Id(participant.Identity?.Id),
            EmailAddress = known.FirstOrDefault(),
            OtherAddresses = [.. known.Skip(1)],
            DisplayName = PersonKeys.Text(participant.Identity?.DisplayName),
        };
    }

    /// <summary>Whom an occurrence in a calendar invites. The calendar has the answers, and the meeting the ids.</summary>
    public static IReadOnlyList<ExpectedPerson> Of(CalendarMeeting occurrence, OnlineMeeting? meeting)
    {
        if (occurrence.Attendees.Count == 0)
            return meeting is null ? [] : ExpectedPerson.Of(meeting);

        List<ExpectedPerson> invited =
        [
            .. occurrence.Organizer is { } organizer ? [Of(organizer) with { IsOptional = null, Response = null }] : (ExpectedPerson[])[],
            .. occurrence.Attendees.Where(static attendee => attendee.Type != CalendarAttendeeType.Resource).Select(Of),
        ];
        var participants = (meeting is null ? [] : ExpectedPerson.Of(meeting))
            .SelectMany(static person => PersonKeys.Addresses(person).Select(address => (Address: address, Person: person)))
            .ToLookup(static item => item.Address, static item => item.Person, StringComparer.OrdinalIgnoreCase);
        return
        [
            .. invited.Select(person =>
                person.EmailAddress is { } address && participants[address].FirstOrDefault() is { } participant
                    ? person with
                    {
                        Id = participant.Id,
                        OtherAddresses =
                        [
                            .. PersonKeys.Addresses(participant).Where(
                                other => !string.Equals(other, address, StringComparison.OrdinalIgnoreCase)),
                        ],
                    }
                    : person),
        ];
    }

    /// <summary>Somebody invited by a calendar.</summary>
    public static ExpectedPerson Of(CalendarAttendee attendee) => new()
    {
        EmailAddress = PersonKeys.Text(attendee.EmailAddress),
        DisplayName = PersonKeys.Text(attendee.Name),
        IsOptional = attendee.Type is { } type ? type == CalendarAttendeeType.Optional : null,
        Response = attendee.Response?.Value,
    };

    /// <summary>Somebody registered.</summary>
    public static ExpectedPerson Of(Registration registration) => new()
    {
        Id = PersonKeys.Id(registration.UserId),
        EmailAddress = PersonKeys.Text(registration.Email),
        DisplayName = PersonKeys.Text($"{registration.FirstName} {registration.LastName}"),
        RegistrationId = PersonKeys.Id(registration.Id),
    };

    /// <summary>The people of a list.</summary>
    /// <exception cref="ArgumentException">One of them is null.</exception>
    public static IEnumerable<ExpectedEntry> Entries(IReadOnlyList<ExpectedPerson> list, int session, string parameter) =>
        list.Select((person, index) => new ExpectedEntry(
            person ?? throw new ArgumentException(
                string.Format(CultureInfo.InvariantCulture, "An expected person is null: the one after {0} others. Leave it out.", index),
                parameter),
            session));

    /// <summary>One person by several entries, the first of which that knows something counts. Who is excused from every session is
    /// excused, whichever of the lists for it says so.</summary>
    public static ExpectedPerson Joined(IReadOnlyList<ExpectedEntry> entries)
    {
        var first = entries[0].Person;
        var others = entries.Where(entry => !ReferenceEquals(entry.Person, first) && entry.Person != first).ToList();
        if (others.Count == 0)
            return first;

        ExpectedPerson[] people = [first, .. others.Select(static entry => entry.Person).Distinct()];
        string[] known = [.. people.SelectMany(PersonKeys.Addresses).Distinct(StringComparer.OrdinalIgnoreCase)];
        return first with
        {
            Id = First(static person => PersonKeys.Id(person.Id)),
            EmailAddress = known.FirstOrDefault() ?? First(static person => person.EmailAddress),
            OtherAddresses = [.. known.Skip(1)],
            DisplayName = First(static person => PersonKeys.Text(person.DisplayName)),
            RegistrationId = First(static person => PersonKeys.Id(person.RegistrationId)),
            IsExcused = entries.GroupBy(static entry => entry.Session).All(
                static session => session.Any(static entry => entry.Person.IsExcused)),
            IsOptional = Array.Find(people, static person => person.IsOptional is not null)?.IsOptional,
            Response = First(static person => person.Response),
        };

        string? First(Func<ExpectedPerson, string?> text) => people.Select(text).FirstOrDefault(static found => found is not null);
    }
}
