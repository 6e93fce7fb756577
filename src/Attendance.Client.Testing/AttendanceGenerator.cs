using System.Globalization;
using Attendance.Client.Testing.Internal;

namespace Attendance.Client.Testing;

/// <summary>Makes meetings, webinars and town halls up, with names of many scripts and all that people do: come late, leave early, drop
/// out, come back, use two devices, phone in.</summary>
/// <remarks>
/// The same seed makes the same data in the same order of calls, on every framework, machine, culture and time zone; the size of one does
/// not change the next. Not for several threads at once.
/// </remarks>
public sealed class AttendanceGenerator
{
    private static readonly DateTimeOffset FirstMonday = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);
    private static readonly string?[] Subjects =
    ["Stand-up", "Budget 2026/27", "1:1 Zoë / Ada", "Besprechung „Größe“", "企画会議", "Σύσκεψη", "Review, part 2; \"final\"", "🎂 Cake", null];
    private static readonly string[] EventNames =
    ["Spring launch", "All hands", "Größer denken: Teams für Ärzte", "新製品発表会", "Hiver & été – l’année d’après", "مؤتمر الربيع"];
    private static readonly int[] Capacities = [1_000, 3_000, 10_000, 20_000, 50_000, 100_000];

    // Without daylight saving, so that a local time needs no time zone data, which machines disagree on.
    private static readonly (string Name, int Minutes)[] Zones =
        [
            ("UTC", 0), ("India Standard Time", 330), ("Tokyo Standard Time", 540), ("Arabian Standard Time", 240),
            ("SA Pacific Standard Time", -300),
        ];

    private readonly long _seed;
    private readonly Participant _organizer;
    private int _made;

    /// <summary>A generator of the data that belong to the seed.</summary>
    public AttendanceGenerator(long seed)
    {
        _seed = seed;
        _organizer = new Crowd(RandomFor("organizer")).NextColleague(AttendeeRole.Organizer);
    }

    /// <summary>Who organizes all that is made.</summary>
    public AttendeeIdentity Organizer => _organizer.Identity;

    /// <summary>Makes a meeting, or a series that takes place every week, with a report for each session and at times one more for a
    /// restart.</summary>
    /// <param name="people">How many people belong to it, the organizer included; all of them attend, but not every occurrence of a
    /// series.</param>
    /// <param name="occurrences">How many weeks it takes place; a few of the later ones are cancelled.</param>
    /// <param name="startsAt">When the first occurrence is to begin, or null for some hour of the next weekday, the first of which is 2
    /// March 2026.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is less than one.</exception>
    public MeetingData CreateMeeting(int people = 8, int occurrences = 1, DateTimeOffset? startsAt = null)
    {
        Check(people, nameof(people));
        Check(occurrences, nameof(occurrences));
        var random = Begin();
        var first = NextPeriod(random, startsAt, [15, 25, 30, 45, 60, 90]);
        var crowd = new Crowd(random, _organizer.Email!);
        var teams = new TeamsMeeting(_organizer.User!, random.NextGuid());
        var subject = random.Pick(Subjects);
        var created = first.Start.AddTicks(-random.Below(30 * TimeSpan.TicksPerDay) - 1);
        var roster = Gather(people, crowd, () => random.Chance(300) ? AttendeeRole.Presenter : AttendeeRole.Attendee);
        var absent = Enumerable.Range(0, people / 10).Select(_ => crowd.NextColleague(AttendeeRole.Attendee)).ToList();
        var invited = roster.Skip(1).Concat(absent).Select(static person => person.User).OfType<Person>().ToList();
        var play = new SessionPlay(random, hasGreenRoom: false);

        var periods = Weekly(first, occurrences);
        var calendar = new List<CalendarMeeting>(occurrences);
        var reports = new List<AttendanceReport>(occurrences);
        foreach (var period in periods)
        {
            var isCancelled = calendar.Count > 0 && random.Chance(80);
            calendar.Add(
                teams.ToCalendarMeeting(subject, period, occurrences > 1, invited.ConvertAll(static person => person.InCalendar)) with
                {
                    IsCancelled = isCancelled,
                });
            if (isCancelled)
                continue;

            var present = occurrences == 1 ? roster : Some(random, roster, 850);
            var report = play.Play(period, present);
            reports.Add(report);
            if (random.Chance(150))
            {
                reports.Add(play.Play(
                    new Period(report.EndedAt!.Value.AddMinutes(10 + random.Below(10)), TimeSpan.FromMinutes(8 + random.Below(8))),
                    Some(random, present, 200)));
            }
        }

        return new MeetingData
        {
            Meeting = teams.ToMeeting(subject, created, periods, invited.ConvertAll(static person => person.Invited)),
            Occurrences = calendar,
            Reports = reports,
        };
    }

    /// <summary>Makes a webinar with its registrations: most of those who attend are registered, some walk in, others are registered and do
    /// not come.</summary>
    /// <param name="people">How many people attend, the organizer included; of several sessions not all of them attend each.</param>
    /// <param name="sessions">How many sessions it has, one a week, with a report each.</param>
    /// <param name="startsAt">When the first session is to begin, or null for some hour of the next weekday, the first of which is 2 March
    /// 2026.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is less than one.</exception>
    public VirtualEventData CreateWebinar(int people = 50, int sessions = 1, DateTimeOffset? startsAt = null) =>
        CreateEvent(VirtualEventKind.Webinar, people, sessions, startsAt, hasRegistration: true);

    /// <summary>Makes a town hall, with registrations as of a webinar or without.</summary>
    /// <param name="people">How many people attend, the organizer included; of several sessions not all of them attend each.</param>
    /// <param name="sessions">How many sessions it has, one a week, with a report each.</param>
    /// <param name="startsAt">When the first session is to begin, or null for some hour of the next weekday, the first of which is 2 March
    /// 2026.</param>
    /// <param name="hasRegistration">Whether people have to register; then most who come have, and some who do not come.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is less than one.</exception>
    public VirtualEventData CreateTownhall(
        int people = 200, int sessions = 1, DateTimeOffset? startsAt = null, bool hasRegistration = false) =>
        CreateEvent(VirtualEventKind.Townhall, people, sessions, startsAt, hasRegistration);

    private static void Check(int number, string name)
    {
        if (number < 1)
            throw new ArgumentOutOfRangeException(name, number, $"There is nothing to make of {name} less than one. Ask for one or more.");
    }

    private static List<Period> Weekly(Period first, int times) =>
        [.. Enumerable.Range(0, times).Select(week => first.Later(TimeSpan.FromDays(7 * week)))];

    private static List<Participant> Some(SplitMix64 random, List<Participant> people, int ofThousand) =>
        people.FindAll(person => person.Role == AttendeeRole.Organizer || random.Chance(ofThousand));

    private static DateTimeTimeZone Local(DateTimeOffset time, (string Name, int Minutes) zone) =>
        DateTimeTimeZone.Utc(time.AddMinutes(zone.Minutes)) with { TimeZone = zone.Name };

    private static int CapacityFor(int people)
    {
        var fitting = Array.Find(Capacities, capacity => capacity >= people);
        return fitting == 0 ? people : fitting;
    }

    private VirtualEventData CreateEvent(VirtualEventKind kind, int people, int sessions, DateTimeOffset? startsAt, bool hasRegistration)
    {
        Check(people, nameof(people));
        Check(sessions, nameof(sessions));
        var random = Begin();
        var first = NextPeriod(random, startsAt, [45, 60, 90, 120]);
        var crowd = new Crowd(random, _organizer.Email!);
        var zone = random.Pick(Zones);
        var id = $"{random.NextGuid()}@{Person.Tenant}";
        var name = random.Pick(EventNames);
        var presenters = 1 + random.Below(4);
        var roster = Gather(people, crowd, () => presenters-- > 0 ? AttendeeRole.Presenter : AttendeeRole.Attendee);
        var desk = new RegistrationDesk(random, crowd, first.Start);
        if (hasRegistration)
            roster = desk.Register(roster);

        var play = new SessionPlay(random, hasGreenRoom: true);
        IReadOnlyList<ExternalEvent> external = random.Chance(300)
            ? [new ExternalEvent { ApplicationId = random.NextGuid().ToString(), EventId = $"crm-{random.NextGuid():N}" }]
            : [];
        var periods = Weekly(first, sessions);
        return new VirtualEventData
        {
            Event = new VirtualEvent
            {
                Kind = kind,
                Id = id,
                DisplayName = name,
                Status = VirtualEventStatus.Published,
                Start = Local(first.Start, zone),
                End = Local(periods[sessions - 1].End, zone),
                CreatedBy = _organizer.User!.UntypedIdentity,
                CoOrganizers =
                [.. roster.Where(static person => person.Role == AttendeeRole.Presenter)
                    .Select(static person => person.User?.UntypedIdentity)
                    .OfType<AttendeeIdentity>()
                    .Take(1)],
                Audience = random.Chance(700) ? "everyone" : "organization",
                Capacity = kind == VirtualEventKind.Townhall ? CapacityFor(people) : null,
                IsInviteOnly = kind == VirtualEventKind.Townhall ? random.Chance(300) : null,
                IsRegistrationRequired = hasRegistration,
                ExternalEvents = external,
            },
            Sessions = [.. periods.Select(CreateSession)],
            Registrations = desk.Registrations,
        };

        SessionData CreateSession(Period period) => new()
        {
            Session = EventSession.Of(
                kind, id, random.NextGuid(), _organizer.User!, name, Local(period.Start, zone), Local(period.End, zone)) with
            {
                Capacity = CapacityFor(people),
            },
            Reports = [play.Play(period, sessions == 1 ? roster : Some(random, roster, 850)) with { ExternalEvents = external }],
        };
    }

    private List<Participant> Gather(int people, Crowd crowd, Func<AttendeeRole> nextRole)
    {
        var roster = new List<Participant>(people) { _organizer };
        while (roster.Count < people)
            roster.Add(crowd.Next(nextRole()));
        return roster;
    }

    private SplitMix64 Begin() => RandomFor((++_made).ToString(CultureInfo.InvariantCulture));

    private SplitMix64 RandomFor(string what) => SplitMix64.Of(FormattableString.Invariant($"{_seed} {what}"));

    private Period NextPeriod(SplitMix64 random, DateTimeOffset? startsAt, int[] lengths)
    {
        var weekday = _made - 1;
        var quarter = random.Below(40);
        var length = TimeSpan.FromMinutes(random.Pick(lengths));
        return Period.Of(startsAt ?? FirstMonday.AddDays((weekday / 5 * 7) + (weekday % 5)).AddHours(7).AddMinutes(15 * quarter), length);
    }
}
