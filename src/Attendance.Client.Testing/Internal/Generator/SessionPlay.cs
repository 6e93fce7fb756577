namespace Attendance.Client.Testing.Internal;

/// <summary>Lets people come and go in a session, and writes the report of it.</summary>
/// <param name="random">What chance brings.</param>
/// <param name="hasGreenRoom">Whether presenters are there before the session begins, as in webinars and town halls.</param>
internal sealed class SessionPlay(SplitMix64 random, bool hasGreenRoom)
{
    private const long Minute = TimeSpan.TicksPerMinute;

    private static readonly (string Type, string SubType)[] Engagements =
        [
            ("reaction", "like"), ("reaction", "love"), ("reaction", "applause"), ("hand", "raiseHand"), ("camera", "cameraOn"),
            ("microphone", "unmute"), ("microphone", "mute"),
        ];

    /// <summary>The report of a session that went about as scheduled.</summary>
    public AttendanceReport Play(Period scheduled, IReadOnlyList<Participant> people)
    {
        // Some reports have ids of records, most samples of Graph have none.
        var hasRecordIds = random.Chance(700);
        var opened = scheduled.Start.UtcTicks - random.Below(5 * Minute);
        var ended = scheduled.End.UtcTicks + random.Below(scheduled.Length.Ticks / 4) - (scheduled.Length.Ticks / 8);
        var records = new List<AttendanceRecord>(people.Count);
        foreach (var person in people)
        {
            var stays = ComeAndGo(person.Role, opened, ended);
            var secondDevice = person.User is not null && random.Chance(60) ? OnSecondDevice(stays) : ((long, long)?)null;
            if (secondDevice is { } overlap && random.Chance(600))
            {
                stays.Add(overlap);
                stays.Sort();
                secondDevice = null;
            }

            records.Add(ToRecord(person, stays, hasRecordIds ? RecordIdOf(person) : null));
            if (secondDevice is { } apart)
                records.Add(ToRecord(person, [apart], hasRecordIds ? random.NextGuid().ToString() : null));
        }

        // The organizer is there from the first moment to the last, but for events, where presenters prepare before.
        return new AttendanceReport
        {
            Id = random.NextGuid().ToString(),
            StartedAt = hasGreenRoom ? Utc(opened) : Times(records, static stay => stay.JoinedAt).Min(),
            EndedAt = Times(records, static stay => stay.LeftAt).Max(),
            ParticipantCount = people.Count,
            Records = records,
        };
    }

    private static IEnumerable<DateTimeOffset> Times(
        IEnumerable<AttendanceRecord> records, Func<AttendanceInterval, DateTimeOffset?> timeOf) =>
        records.SelectMany(static record => record.Intervals).Select(timeOf).OfType<DateTimeOffset>();

    private static DateTimeOffset Utc(long ticks) => new(ticks, TimeSpan.Zero);

    private List<(long Joined, long Left)> ComeAndGo(AttendeeRole role, long opened, long ended)
    {
        var length = ended - opened;
        if (role == AttendeeRole.Organizer)
            return length >= 25 * Minute && random.Chance(200) ? DropOut(opened, ended) : [(opened, ended)];

        var joined = opened + Arrival(role, length);
        var there = ended - joined;
        var leavesEarly = random.Chance(150);
        var left = leavesEarly
            ? joined + (there / 10) + random.Below(there * 3 / 4)
            : ended - Math.Min(random.Below(there / 20), random.Below(there / 20));
        return random.Chance(120) ? Rejoin(joined, left) : [(joined, left)];
    }

    private long Arrival(AttendeeRole role, long length)
    {
        if (hasGreenRoom && role == AttendeeRole.Presenter)
            return -(5 * Minute) - random.Below(10 * Minute);

        var isLate = random.Chance(150);
        return isLate ? (length / 10) + random.Below(length * 6 / 10) : Math.Min(random.Below(length / 6), random.Below(length / 6));
    }

    /// <summary>The host's connection breaks for about ten minutes.</summary>
    private List<(long Joined, long Left)> DropOut(long joined, long left)
    {
        var gone = joined + ((left - joined) / 4) + random.Below((left - joined) / 4);
        return [(joined, gone), (gone + (9 * Minute) + random.Below(2 * Minute), left)];
    }

    private List<(long Joined, long Left)> Rejoin(long joined, long left)
    {
        var stays = new List<(long Joined, long Left)>();
        var parts = 2 + random.Below(3);
        var part = (left - joined) / parts;
        for (var i = 1; i < parts; i++)
        {
            var gone = joined + (part / 2) + random.Below(part / 4);
            stays.Add((joined, gone));
            joined = gone + Math.Min(part / 4, random.Below(5 * Minute));
        }

        stays.Add((joined, left));
        return stays;
    }

    private (long Joined, long Left) OnSecondDevice(List<(long Joined, long Left)> stays)
    {
        var (joined, left) = stays[random.Below(stays.Count)];
        var quarter = Math.Max((left - joined) / 4, 1);
        return (joined + random.Below(quarter), left - random.Below(quarter));
    }

    private AttendanceRecord ToRecord(Participant person, List<(long Joined, long Left)> stays, string? id)
    {
        var intervals = stays.ConvertAll(stay => ToInterval(stay.Joined, stay.Left, person.Role));
        return new AttendanceRecord
        {
            Id = id,
            Identity = person.Identity,
            EmailAddress = person.User?.Email,
            Role = person.Role,
            TotalAttendance = Stay.Total(intervals),
            Intervals = intervals,
            RegistrationId = person.RegistrationId,
            Engagements = random.Chance(100) ? NextEngagements(stays[0]) : [],
        };
    }

    // The id of the identity, but for Azure Communication Services, where it is another.
    private string? RecordIdOf(Participant person) =>
        person.Identity.Kind == AttendeeKind.AzureCommunicationServicesUser ? random.NextGuid().ToString() : person.Identity.Id;

    private AttendanceInterval ToInterval(long joined, long left, AttendeeRole role)
    {
        var from = Cut(joined);
        var to = Math.Max(from, Cut(left));
        if (role == AttendeeRole.Organizer || !random.Chance(10))
            return Stay.Of(Utc(from), Utc(to));

        var lacks = random.Below(3);
        return Stay.Of(lacks == 0 ? Utc(from) : null, lacks == 1 ? Utc(to) : null);
    }

    /// <summary>The time with as many digits as Graph happens to send.</summary>
    private long Cut(long ticks) => random.Below(10) switch
    {
        0 => ticks - (ticks % TimeSpan.TicksPerSecond),
        1 or 2 => ticks - (ticks % TimeSpan.TicksPerMillisecond),
        _ => ticks,
    };

    private List<MeetingEngagement> NextEngagements((long Joined, long Left) stay)
    {
        var engagements = new List<MeetingEngagement>();
        for (var i = random.Below(4); i >= 0; i--)
        {
            var (type, subType) = random.Pick(Engagements);
            engagements.Add(new MeetingEngagement
            {
                At = Utc(stay.Joined + random.Below(stay.Left - stay.Joined + 1)),
                Type = type,
                SubType = subType,
            });
        }

        return [.. engagements.OrderBy(static engagement => engagement.At)];
    }
}
