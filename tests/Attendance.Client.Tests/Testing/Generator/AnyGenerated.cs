using System.Text;
using Attendance.Client.Testing;
using Attendance.Client.Tests.Properties;
using FsCheck;
using FsCheck.Fluent;

namespace Attendance.Client.Tests.Generator;

public class AnyGenerated
{
    private static readonly Gen<Order> Orders =
        from seed in ArbMap.Default.GeneratorFor<long>()
        from people in Gen.Frequency((1, Gen.Constant(1)), (4, Gen.Choose(2, 30)), (1, Gen.Choose(31, 400)))
        from times in Gen.Frequency((3, Gen.Constant(1)), (2, Gen.Choose(2, 6)))
        select new Order(seed, people, times);

    [Fact]
    public void A_meeting_holds_together() => Prop.ForAll(Orders.ToArbitrary(), order =>
    {
        var data = new AttendanceGenerator(order.Seed).CreateMeeting(order.People, order.Times);
        var meeting = data.Meeting;
        var source = Assert.IsType<MeetingSource>(meeting.Source);

        Assert.Equal(data, new AttendanceGenerator(order.Seed).CreateMeeting(order.People, order.Times));
        Assert.Equal(meeting.Id, source.MeetingId);
        Assert.Equal($"1*{source.Organizer.UserId}*0**{meeting.ThreadId}", Encoding.UTF8.GetString(Convert.FromBase64String(meeting.Id!)));
        Assert.Equal(
            $"https://teams.microsoft.com/l/meetup-join/{meeting.ThreadId}/0?context={{\"Tid\":\"{meeting.Organizer!.Identity!.TenantId}\",\"Oid\":\"{source.Organizer.UserId}\"}}",
            Uri.UnescapeDataString(meeting.JoinWebUrl!));
        Assert.Matches("^[1-9][0-9]{12}$", meeting.JoinMeetingId);
        Assert.True(meeting.CreatedAt < meeting.StartsAt);
        Assert.Equal(order.Times, data.Occurrences.Count);
        AreUnique(data.Occurrences.Select(occurrence => occurrence.Id));
        AreUnique(data.Occurrences.Select(occurrence => occurrence.ICalUId));
        AreUnique(meeting.Attendees.Select(attendee => attendee.UserPrincipalName));
        Assert.All(data.Occurrences, occurrence => Assert.Equal(
            (meeting.Subject, meeting.JoinWebUrl, true), (occurrence.Subject, occurrence.JoinWebUrl, occurrence.IsOrganizer)));

        // Every occurrence that took place has its report, and a report belongs to one.
        var heldPeriods = data.Occurrences.Where(occurrence => occurrence.IsCancelled == false)
            .Select(occurrence => (Start: occurrence.Start!.At!.Value, End: occurrence.End!.At!.Value)).ToList();
        Assert.All(
            heldPeriods, held => Assert.Contains(data.Reports, report => report.StartedAt <= held.Start && report.EndedAt > held.Start));
        Assert.All(data.Reports, report => Assert.Contains(
            heldPeriods, held => report.StartedAt >= held.Start.AddMinutes(-5) && report.EndedAt <= held.End.AddHours(1)));
        Assert.Equal(data.Reports, data.Reports.OrderBy(report => report.StartedAt));
        Assert.All(data.Reports.Zip(data.Reports.Skip(1)), pair => Assert.True(pair.First.EndedAt < pair.Second.StartedAt));
        AreUnique(data.Reports.Select(report => report.Id));
        Assert.All(data.Reports, report =>
        {
            HoldsTogether(report, order.People, TimeSpan.Zero);
            Assert.Equal(report.StartedAt, report.Records!.SelectMany(record => record.Intervals).Min(stay => stay.JoinedAt));
            Assert.All(report.Records!, record => Assert.Null(record.RegistrationId));
        });
        if (order.Times == 1)
            Assert.Equal(order.People, data.Reports[0].ParticipantCount);

        // Who may be invited and is there was invited.
        var invited = meeting.Attendees.Select(attendee => attendee.Identity!.Id).ToHashSet();
        Assert.All(
            data.Reports.SelectMany(report => report.Records!), record =>
                Assert.True(record.EmailAddress is null || record.Role == AttendeeRole.Organizer || invited.Contains(record.Identity!.Id)));
    }).Check(Checks.Of(300));

    [Fact]
    public void A_webinar_holds_together() => Prop.ForAll(Orders.ToArbitrary(), order =>
    {
        var data = new AttendanceGenerator(order.Seed).CreateWebinar(order.People, order.Times);

        Assert.Equal(data, new AttendanceGenerator(order.Seed).CreateWebinar(order.People, order.Times));
        HoldsTogether(data, order, VirtualEventKind.Webinar);
        AreUnique(data.Registrations.Select(registration => registration.Id));
        AreUnique(data.Registrations.Select(registration => registration.Email!.ToUpperInvariant()));
        AreUnique(data.Registrations.Select(registration => registration.UserId).OfType<string>());
        Assert.All(data.Registrations, registration =>
        {
            Assert.True(registration.RegisteredAt < data.Event.Start!.At);
            Assert.Equal(registration.Status == RegistrationStatus.Canceled, registration.CanceledAt is not null);
            Assert.True(
                registration.CanceledAt is null
                    || (registration.CanceledAt > registration.RegisteredAt && registration.CanceledAt <= data.Event.Start!.At));
        });

        // Who came with a registration is the one who registered, and whoever else registered is nowhere in a report.
        var registrations = data.Registrations.ToDictionary(registration => registration.Id!);
        var records = data.Sessions.SelectMany(session => session.Reports).SelectMany(report => report.Records!).ToList();
        var came = records.Select(record => record.RegistrationId).OfType<string>().ToHashSet();
        foreach (var record in records.Where(record => record.RegistrationId is not null))
        {
            var registration = registrations[record.RegistrationId!];
            Assert.Equal(RegistrationStatus.Registered, registration.Status);
            Assert.Equal(record.EmailAddress ?? record.Identity!.Email, registration.Email);
            Assert.True(registration.UserId is null || registration.UserId == record.Identity!.Id);
        }

        var seen = records.SelectMany(record => new[] { record.EmailAddress, record.Identity!.Email, record.Identity.Id }).ToHashSet();
        Assert.All(data.Registrations.Where(registration => !came.Contains(registration.Id!)), registration =>
        {
            Assert.DoesNotContain(registration.Email, seen);
            Assert.True(registration.UserId is null || !seen.Contains(registration.UserId));
        });
        Assert.All(records.Where(record => record.Role != AttendeeRole.Attendee), record => Assert.Null(record.RegistrationId));
    }).Check(Checks.Of(300));

    [Fact]
    public void A_town_hall_holds_together() => Prop.ForAll(Orders.ToArbitrary(), order =>
    {
        var data = new AttendanceGenerator(order.Seed).CreateTownhall(order.People, order.Times);

        Assert.Equal(data, new AttendanceGenerator(order.Seed).CreateTownhall(order.People, order.Times));
        HoldsTogether(data, order, VirtualEventKind.Townhall);
        Assert.Empty(data.Registrations);
        Assert.False(data.Event.IsRegistrationRequired);
        Assert.All(
            data.Sessions.SelectMany(session => session.Reports).SelectMany(report => report.Records!),
            record => Assert.Null(record.RegistrationId));
    }).Check(Checks.Of(300));

    [Fact]
    public void A_town_hall_with_registrations_holds_together() => Prop.ForAll(Orders.ToArbitrary(), order =>
    {
        var data = new AttendanceGenerator(order.Seed).CreateTownhall(order.People, order.Times, hasRegistration: true);

        HoldsTogether(data, order, VirtualEventKind.Townhall);
        Assert.True(data.Event.IsRegistrationRequired);
        AreUnique(data.Registrations.Select(registration => registration.Id));
        var ids = data.Registrations.Select(registration => registration.Id).ToHashSet();
        Assert.All(
            data.Sessions.SelectMany(session => session.Reports).SelectMany(report => report.Records!),
            record => Assert.True(record.RegistrationId is null || ids.Contains(record.RegistrationId)));
    }).Check(Checks.Of(300));

    private static void HoldsTogether(VirtualEventData data, Order order, VirtualEventKind kind)
    {
        Assert.Equal(kind, data.Event.Kind);
        Assert.Matches("^[0-9a-f-]{36}@[0-9a-f-]{36}$", data.Event.Id);
        Assert.Equal(order.Times, data.Sessions.Count);
        Assert.Equal(data.Event.Start, data.Sessions[0].Session.Start);
        Assert.Equal(data.Event.End, data.Sessions[^1].Session.End);
        AreUnique(data.Sessions.Select(session => session.Session.Id));
        AreUnique(data.Sessions.Select(session => session.Session.JoinWebUrl));
        AreUnique(data.Sessions.SelectMany(session => session.Reports).Select(report => report.Id));
        Assert.All(data.Sessions, held =>
        {
            var session = held.Session;
            var (start, end) = (session.Start!.At!.Value, session.End!.At!.Value);
            var report = Assert.Single(held.Reports);

            Assert.Equal(
                kind == VirtualEventKind.Webinar
                    ? AttendanceSource.Webinar(data.Event.Id!, session.Id!)
                    : AttendanceSource.Townhall(data.Event.Id!, session.Id!), session.Source);
            Assert.True(session.Capacity >= report.ParticipantCount);
            Assert.InRange(report.StartedAt!.Value, start.AddMinutes(-5), start);
            Assert.InRange(report.EndedAt!.Value, start, end + ((end - start) / 8));
            HoldsTogether(report, order.People, TimeSpan.FromMinutes(15));
            if (order.Times == 1)
                Assert.Equal(order.People, report.ParticipantCount);
        });
    }

    private static void HoldsTogether(AttendanceReport report, int people, TimeSpan greenRoom)
    {
        var records = report.Records!;
        Assert.True(report.StartedAt < report.EndedAt);
        Assert.Equal(TimeSpan.Zero, report.StartedAt!.Value.Offset);
        Assert.InRange(report.ParticipantCount!.Value, 1, people);
        Assert.Equal(
            report.ParticipantCount,
            records.Select((record, number) => record.EmailAddress is null ? $"{number}" : record.Identity!.Id).Distinct().Count());
        Assert.Equal(report.EndedAt, records.SelectMany(record => record.Intervals).Max(stay => stay.LeftAt));
        AreUnique(records.Select(record => record.Id).OfType<string>());
        Assert.Single(records.Where(record => record.Role == AttendeeRole.Organizer).Select(record => record.Identity).Distinct());
        Assert.All(records, record =>
        {
            Assert.NotEmpty(record.Intervals);
            Assert.Equal(record.Intervals.Sum(stay => stay.Duration!.Value.Ticks), record.TotalAttendance!.Value.Ticks);
            Assert.All(record.Intervals, stay =>
            {
                // Times may be cut to whole seconds.
                var earliest =
                    report.StartedAt.Value - (record.Role == AttendeeRole.Presenter ? greenRoom : TimeSpan.Zero) - TimeSpan.FromSeconds(1);
                Assert.True(
                    stay.JoinedAt is null
                        || (stay.JoinedAt >= earliest && stay.JoinedAt <= report.EndedAt && stay.JoinedAt.Value.Offset == TimeSpan.Zero));
                Assert.True(
                    stay.LeftAt is null
                        || (stay.LeftAt >= earliest && stay.LeftAt <= report.EndedAt && stay.LeftAt.Value.Offset == TimeSpan.Zero));
                Assert.Equal(
                    stay.LeftAt - stay.JoinedAt is { } length ? Math.Floor(length.TotalSeconds) : 0, stay.Duration!.Value.TotalSeconds);
            });
        });
    }

    private static void AreUnique<T>(IEnumerable<T> items)
    {
        var all = items.ToList();
        Assert.Equal(all.Count, all.Distinct().Count());
    }

    private sealed record Order(long Seed, int People, int Times);
}
