using System.Globalization;
using System.Text;
using Attendance.Client.Testing;

namespace Attendance.Client.Tests.Generator;

public class GeneratedData
{
    [Fact]
    public void The_size_of_one_does_not_change_the_next()
    {
        var (small, large) = (new AttendanceGenerator(7), new AttendanceGenerator(7));
        small.CreateMeeting(people: 1);
        large.CreateWebinar(people: 100, sessions: 3, new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero));

        Assert.Equal(small.CreateMeeting(), large.CreateMeeting());
        Assert.NotEqual(small.CreateMeeting(), large.CreateMeeting(people: 9));
    }

    [Fact]
    public void It_begins_when_it_is_told_to()
    {
        var start = new DateTimeOffset(2025, 1, 1, 10, 0, 0, TimeSpan.FromHours(2));

        var series = new AttendanceGenerator(7).CreateMeeting(occurrences: 3, startsAt: start);
        var webinar = new AttendanceGenerator(7).CreateWebinar(sessions: 3, startsAt: start);

        Assert.Equal((start.ToUniversalTime(), TimeSpan.Zero), (series.Meeting.StartsAt, series.Meeting.StartsAt!.Value.Offset));
        Assert.Equal([start, start.AddDays(7), start.AddDays(14)], series.Occurrences.Select(occurrence => occurrence.Start!.At!.Value));
        Assert.Equal(series.Occurrences[2].End!.At, series.Meeting.EndsAt);
        Assert.Equal([start, start.AddDays(7), start.AddDays(14)], webinar.Sessions.Select(session => session.Session.Start!.At!.Value));
        Assert.Equal((start, webinar.Sessions[2].Session.End!.At), (webinar.Event.Start!.At, webinar.Event.End!.At));
    }

    [Fact]
    public void Without_a_start_each_begins_on_the_next_weekday()
    {
        var generator = new AttendanceGenerator(7);

        var days = Enumerable.Range(0, 7).Select(_ => generator.CreateMeeting().Meeting.StartsAt!.Value.UtcDateTime.Date);

        Assert.Equal([2, 3, 4, 5, 6, 9, 10], days.Select(day => day.Day));
    }

    [Fact]
    public void The_organizer_organizes_all_of_it()
    {
        var generator = new AttendanceGenerator(7);
        var (meeting, webinar) = (generator.CreateMeeting(), generator.CreateWebinar());
        var untyped = generator.Organizer with { Kind = AttendeeKind.Unknown, ODataType = null };

        Assert.Equal(untyped, meeting.Meeting.Organizer!.Identity);
        Assert.Equal(Organizer.User(generator.Organizer.Id!), Assert.IsType<MeetingSource>(meeting.Meeting.Source).Organizer);
        Assert.Equal(untyped, webinar.Event.CreatedBy);
        Assert.All(
            [.. meeting.Reports, .. webinar.Sessions[0].Reports],
            report => Assert.Equal(generator.Organizer, report.Records!.Single(record => record.Role == AttendeeRole.Organizer).Identity));
    }

    [Theory]
    [InlineData(0, 1, "people")]
    [InlineData(-5, 1, "people")]
    [InlineData(1, 0, "occurrences")]
    public void Less_than_one_is_refused(int people, int occurrences, string parameter)
    {
        var generator = new AttendanceGenerator(1);

        var exception = Assert.Throws<ArgumentOutOfRangeException>(parameter, () => generator.CreateMeeting(people, occurrences));
        var events = parameter == "people" ? parameter : "sessions";
        Assert.Throws<ArgumentOutOfRangeException>(events, () => generator.CreateWebinar(people, occurrences));
        Assert.Throws<ArgumentOutOfRangeException>(events, () => generator.CreateTownhall(people, occurrences));

        Assert.StartsWith(
            $"There is nothing to make of {parameter} less than one. Ask for one or more.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_made_is_what_the_client_reads()
    {
        var webinar = new AttendanceGenerator(5).CreateWebinar(people: 300);
        var (source, report) = (webinar.Sessions[0].Session.Source!, webinar.Sessions[0].Reports[0]);
        using var graph = new FakeGraph().Add(source, report);

        var read = await graph.CreateClient(GraphVersion.Beta).GetReportAsync(source, report.Id!);

        Assert.Equal(report, read);
    }

    [Fact]
    public void A_hundred_thousand_people_have_a_hundred_thousand_addresses()
    {
        var townhall = new AttendanceGenerator(4).CreateTownhall(people: 100_000);

        var report = townhall.Sessions[0].Reports[0];
        var users = report.Records!.Where(
            record => record.EmailAddress is not null).GroupBy(record => record.EmailAddress, StringComparer.OrdinalIgnoreCase).ToList();
        Assert.Equal(100_000, report.ParticipantCount);
        Assert.True(users.Count > 85_000, $"{users.Count} users");
        Assert.Equal(users.Count, users.Select(user => user.First().Identity!.Id).Distinct().Count());
        Assert.All(users, user => Assert.Single(user.Select(record => record.Identity).Distinct()));
        Assert.Equal(100_000, townhall.Event.Capacity);
    }

    [Fact]
    public void People_are_of_every_kind_and_do_all_that_people_do()
    {
        var records = new AttendanceGenerator(11).CreateMeeting(people: 5_000).Reports[0].Records!;
        var stays = records.SelectMany(record => record.Intervals).ToList();
        var names = records.Select(record => record.Identity?.DisplayName ?? "").ToList();
        var (start, end) = (stays.Min(stay => stay.JoinedAt)!.Value, stays.Max(stay => stay.LeftAt)!.Value);
        var third = TimeSpan.FromTicks((end - start).Ticks / 3);

        foreach (var kind in new[]
        {
            AttendeeKind.User,
            AttendeeKind.Guest,
            AttendeeKind.Phone,
            AttendeeKind.Encrypted,
            AttendeeKind.AzureCommunicationServicesUser,
            AttendeeKind.Unknown,
        })
        {
            Occurs(records, record => record.Identity!.Kind == kind, 25);
        }

        Occurs(records, record => record.Identity!.ODataType == "microsoft.graph.communicationsUserIdentity", 25);
        Occurs(records, record => record.Identity!.TenantId is { } tenant && tenant != records[0].Identity!.TenantId, 250);
        Occurs(records, record => record.Identity!.Kind == AttendeeKind.Guest && record.Identity.Email is not null, 50);
        Occurs(records, record => record.Engagements.Count > 0, 250);
        Occurs(records, record => record.Role == AttendeeRole.Presenter, 250);
        Occurs(records.GroupBy(record => record.EmailAddress), person => person.Key is not null && person.Count() == 2, 50);
        Occurs(
            records, record => record.Intervals.Count > 1
                && record.Intervals.Zip(record.Intervals.Skip(1)).All(pair => pair.First.LeftAt < pair.Second.JoinedAt), 250);
        Occurs(records, record => record.Intervals.Zip(record.Intervals.Skip(1)).Any(pair => pair.First.LeftAt > pair.Second.JoinedAt), 50);
        Occurs(records, record => record.Intervals.Min(stay => stay.JoinedAt) > start + third, 250);
        Occurs(records, record => record.Intervals.Max(stay => stay.LeftAt) < end - third, 250);
        Occurs(stays, stay => stay.JoinedAt is null && stay.LeftAt is not null, 10);
        Occurs(stays, stay => stay.JoinedAt is not null && stay.LeftAt is null, 10);
        Occurs(stays, stay => stay.JoinedAt is null && stay.LeftAt is null, 10);
        Occurs(stays, stay => stay.JoinedAt?.Ticks % 10 > 0, 1_000);
        Occurs(stays, stay => stay.JoinedAt?.Ticks % TimeSpan.TicksPerSecond == 0, 100);
        foreach (var script in new[] { 'ł', 'ễ', 'κ', 'и', 'Ї', 'م', 'ש', '小', 'さ', 'サ', '민', 'श', 'ส', 'ნ', 'ሰ' })
            Occurs(names, name => name.Contains(script, StringComparison.Ordinal), 5, $"a name with {script}");
        Occurs(names, name => name.Length > 60, 5);
        Occurs(names, name => name.Length > 0 && !name.Contains(' ', StringComparison.Ordinal) && name[0] < '\u0250', 5);
        Occurs(names, name => name.EnumerateRunes().Any(rune => Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherSymbol), 5);
        Occurs(names, name => name.IndexOfAny(['"', ';', '<', '=']) >= 0, 5);
    }

    [Fact]
    public void A_webinar_has_no_shows_walk_ins_cancellations_and_answers()
    {
        var webinar = new AttendanceGenerator(11).CreateWebinar(people: 5_000);
        var records = webinar.Sessions[0].Reports[0].Records!;
        var attended = records.Select(record => record.RegistrationId).ToHashSet();

        foreach (var status in new[]
        {
            RegistrationStatus.Registered,
            RegistrationStatus.Canceled,
            RegistrationStatus.Waitlisted,
            RegistrationStatus.PendingApproval,
            RegistrationStatus.RejectedByOrganizer,
        })
        {
            Occurs(webinar.Registrations, registration => registration.Status == status && !attended.Contains(registration.Id), 25);
        }

        Occurs(records, record => record is { RegistrationId: null, Identity.Kind: AttendeeKind.User }, 250);
        Occurs(records, record => record is { RegistrationId: not null, Identity.Kind: AttendeeKind.Guest }, 50);
        Occurs(webinar.Registrations, registration => registration.ExternalRegistration is not null, 100);
        Occurs(webinar.Registrations, registration => registration.LastName is null, 5);
        Occurs(webinar.Registrations, registration => registration.UserId is null, 250);
        Assert.All(webinar.Registrations, registration => Assert.Equal(
            webinar.Registrations[0].Answers.Select(answer => (answer.QuestionId, answer.DisplayName)),
            registration.Answers.Select(answer => (answer.QuestionId, answer.DisplayName))));
        Occurs(webinar.Registrations, registration => registration.Answers[1].BooleanValue == true, 1_000);
        Occurs(webinar.Registrations, registration => registration.Answers[2].Choices.Count > 1, 1_000);
        Assert.Equal((null, null, true), (webinar.Event.Capacity, webinar.Event.IsInviteOnly, webinar.Event.IsRegistrationRequired));
    }

    [Fact]
    public void A_town_hall_has_registrations_where_they_are_asked_for()
    {
        var townhall = new AttendanceGenerator(11).CreateTownhall(people: 5_000, hasRegistration: true);
        var attended = townhall.Sessions[0].Reports[0].Records!.Select(record => record.RegistrationId).ToHashSet();

        Assert.True(townhall.Event.IsRegistrationRequired);
        Occurs(townhall.Registrations, registration => attended.Contains(registration.Id), 2_500);
        Occurs(
            townhall.Registrations,
            registration => registration.Status == RegistrationStatus.Registered && !attended.Contains(registration.Id), 250);
    }

    [Fact]
    public void Hosts_drop_out_meetings_are_restarted_and_occurrences_cancelled()
    {
        var generator = new AttendanceGenerator(11);
        var meetings = Enumerable.Range(0, 300).Select(_ => generator.CreateMeeting(people: 3, occurrences: 4)).ToList();

        var hostStays = meetings.SelectMany(meeting => meeting.Reports)
            .Select(report => report.Records!.First(record => record.Role == AttendeeRole.Organizer).Intervals)
            .ToList();
        Occurs(hostStays, host => host.Count > 1 && host[1].JoinedAt - host[0].LeftAt is { TotalMinutes: > 8.9 and < 11.1 }, 50);
        Occurs(meetings, meeting => meeting.Reports.Count > meeting.Occurrences.Count(occurrence => occurrence.IsCancelled == false), 100);
        Occurs(meetings, meeting => meeting.Occurrences.Any(occurrence => occurrence.IsCancelled == true), 25);
        Occurs(
            meetings, meeting => meeting.Reports.Any(report => report.ParticipantCount == 3)
                && meeting.Reports.Any(report => report.ParticipantCount < 3), 100);
        Occurs(meetings, meeting => meeting.Meeting.Subject is null, 10);
        Occurs(meetings.SelectMany(meeting => meeting.Reports), report => report.Records!.All(record => record.Id is null), 50);
        Assert.All(meetings, meeting => Assert.False(meeting.Occurrences[0].IsCancelled));
    }

    [Fact]
    public void Events_differ_in_zone_audience_capacity_and_in_other_systems()
    {
        var generator = new AttendanceGenerator(11);
        var townhalls = Enumerable.Range(1, 200).Select(number => generator.CreateTownhall(people: number, sessions: 1 + (number % 2)))
            .ToList();

        string[] zones = ["UTC", "India Standard Time", "Tokyo Standard Time", "Arabian Standard Time", "SA Pacific Standard Time"];
        foreach (var zone in zones)
            Occurs(townhalls, townhall => townhall.Event.Start!.TimeZone == zone, 10);
        foreach (var audience in new[] { "everyone", "organization" })
            Occurs(townhalls, townhall => townhall.Event.Audience == audience, 20);
        foreach (var invited in new[] { true, false })
            Occurs(townhalls, townhall => townhall.Event.IsInviteOnly == invited, 20);
        Occurs(
            townhalls, townhall => townhall.Event.ExternalEvents.Count == 1
                && townhall.Sessions.All(session => session.Reports[0].ExternalEvents.SequenceEqual(townhall.Event.ExternalEvents)), 20);
        Occurs(townhalls, townhall => townhall.Event.ExternalEvents.Count == 0, 20);
        Occurs(townhalls, townhall => townhall.Event.CoOrganizers.Count == 1, 100);
        Occurs(
            townhalls.SelectMany(townhall => townhall.Sessions[0].Reports),
            report => report.Records!.Any(record => record.Intervals[0].JoinedAt < report.StartedAt!.Value.AddMinutes(-4)), 100);
        Assert.All(townhalls, townhall => Assert.Equal(1_000, townhall.Event.Capacity));
    }

    private static void Occurs<T>(IEnumerable<T> items, Func<T, bool> predicate, int times, string what = "what shall occur")
    {
        var count = items.Count(predicate);
        Assert.True(count >= times, $"{what}: {count} of at least {times}");
    }
}
