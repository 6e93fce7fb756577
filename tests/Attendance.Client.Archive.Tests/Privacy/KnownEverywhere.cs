namespace Attendance.Client.Archive.Tests;

/// <summary>An archive in which the same people stand in every table that people stand in.</summary>
internal static class KnownEverywhere
{
    public const string Id = "8F3C1D52-0000-4000-8000-00000000ZOE1";
    public const string Name = "Zoë Quastenflosser";
    public const string Address = "Zoe.Quastenflosser@contoso.com";
    public const string Alias = "zquast@fabrikam.com";
    public const string Upn = "zoe.q@contoso.onmicrosoft.com";
    public const string OtherId = "8f3c1d52-0000-4000-8000-0000000li0001";
    public const string Other = "li@fabrikam.com";
    public const string Guest = "Klabauterfrau (Gast)";
    public const string WebinarId = "webinar-1";

    public static readonly AttendanceSource Meeting = AttendanceSource.Meeting(Organizer.User("anna"), "m");
    public static readonly AttendanceSource Session = AttendanceSource.Webinar(WebinarId, "s");
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    /// <summary>All texts by which she is known.</summary>
    public static readonly string[] Texts = [Id, Name, Address, Alias, Upn, "Quastenflosser"];

    public static AttendanceReport FirstReport => Report(
        "first",
        Zoe with { EmailAddress = Address.ToUpperInvariant() },
        Li,
        new AttendanceRecord { Identity = new AttendeeIdentity { DisplayName = Guest }, TotalAttendance = TimeSpan.FromMinutes(3) });

    /// <summary>She has another address here, which her id tells.</summary>
    public static AttendanceReport SecondReport => Report("second", Zoe with { EmailAddress = Alias }, Li);

    public static AttendanceReport SessionReport => Report("session", new AttendanceRecord { EmailAddress = Alias.ToUpperInvariant() });

    private static AttendanceRecord Zoe => new()
    {
        Id = Id,
        Identity = new AttendeeIdentity { Id = Id, DisplayName = Name, UserPrincipalName = Upn },
        TotalAttendance = TimeSpan.FromMinutes(45),
        Intervals = [new AttendanceInterval { JoinedAt = Start, LeftAt = Start.AddMinutes(45), Duration = TimeSpan.FromMinutes(45) }],
        Engagements = [new MeetingEngagement { Type = "hand", At = Start.AddMinutes(1) }],
    };

    private static AttendanceRecord Li => new()
    {
        Identity = new AttendeeIdentity { Id = OtherId, DisplayName = "李小龙" },
        EmailAddress = Other,
        TotalAttendance = TimeSpan.FromMinutes(60),
    };

    public static async Task SaveAsync(AttendanceArchive archive)
    {
        await archive.SaveAsync(new OnlineMeeting
        {
            Source = Meeting,
            Id = "m",
            Subject = "Review",
            EndsAt = Start.AddHours(1),
            Attendees =
            [
                new MeetingParticipant { UserPrincipalName = Upn, Identity = new AttendeeIdentity { Id = Id, DisplayName = Name } },
                new MeetingParticipant { UserPrincipalName = Other },
            ],
        });
        await archive.SaveAsync(Organizer.User("anna"), Start.AddDays(-1), Start.AddDays(1), [new CalendarMeeting
        {
            Id = "event",
            Subject = "Review",
            Start = DateTimeTimeZone.Utc(Start),
            End = DateTimeTimeZone.Utc(Start.AddHours(1)),
            JoinWebUrl = "https://teams.microsoft.com/meet/2345678?p=abc",
            Organizer = new CalendarAttendee { Name = "Anna", EmailAddress = "anna@contoso.com" },
            Attendees =
            [
                new CalendarAttendee { Name = Name, EmailAddress = Address },
                new CalendarAttendee { Name = Name, EmailAddress = Alias },
                new CalendarAttendee { EmailAddress = Other },
            ],
        }]);
        await archive.SaveAsync(new VirtualEvent
        {
            Kind = VirtualEventKind.Webinar,
            Id = WebinarId,
            DisplayName = "Launch",
            End = DateTimeTimeZone.Utc(Start.AddHours(1)),
            CreatedBy = new AttendeeIdentity { Id = "anna", DisplayName = "Anna" },
            CoOrganizers = [new AttendeeIdentity { Id = Id.ToLowerInvariant(), DisplayName = Name }],
        });
        await archive.SaveAsync(VirtualEventKind.Webinar, WebinarId, [
            new Registration
            {
                Id = "r1",
                FirstName = "Zoë",
                LastName = "Quastenflosser",
                Email = Address,
                Answers = [new RegistrationAnswer { Value = "Call me Quastenflosser" }],
            },
            new Registration { Id = "r2", Email = Other, RegisteredAt = Start },
        ]);
        await archive.SaveAsync(new VirtualEventSession { Source = Session, Id = "s", End = DateTimeTimeZone.Utc(Start.AddHours(1)) });
        await archive.SaveAsync(Meeting, FirstReport);
        await archive.SaveAsync(Meeting, SecondReport);
        await archive.SaveAsync(Session, SessionReport);
    }

    /// <summary>The texts of these that stand in some file of an archive, in whatever case.</summary>
    public static IReadOnlyList<string> FoundIn(TestDatabase database, params string[] texts)
    {
        var content = string.Concat(Directory.GetFiles(Path.GetDirectoryName(database.File)!).Select(file =>
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            return System.Text.Encoding.UTF8.GetString(copy.ToArray());
        }));
        return [.. texts.Where(text => content.Contains(text, StringComparison.OrdinalIgnoreCase))];
    }

    private static AttendanceReport Report(string id, params AttendanceRecord[] records) => new()
    {
        Id = id,
        StartedAt = Start,
        EndedAt = Start.AddHours(1),
        ParticipantCount = records.Length,
        Records = records,
    };
}
