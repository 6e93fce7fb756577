using System.Globalization;

namespace Attendance.Client.Testing.Internal;

/// <summary>Registers people for a webinar or town hall: most of those who come, and others who do not.</summary>
internal sealed class RegistrationDesk(SplitMix64 random, Crowd crowd, DateTimeOffset eventStart)
{
    private static readonly string[] Companies =
    ["Contoso", "Fabrikam, Inc.", "Café Größenwahn GmbH & Co. KG", "株式会社アダタム", "\"Northwind\"", "-"];
    private static readonly string[] Topics = ["Roadmap", "Preise; Lizenzen", "Security, privacy", "Ηχώ", "🚀 Launch"];

    private readonly List<Registration> _registrations = [];
    private readonly string _companyQuestion = random.NextGuid().ToString();
    private readonly string _contactQuestion = random.NextGuid().ToString();
    private readonly string _topicsQuestion = random.NextGuid().ToString();

    public IReadOnlyList<Registration> Registrations => _registrations;

    /// <summary>The people given, whom the desk has registered but for those who walk in.</summary>
    public List<Participant> Register(IReadOnlyList<Participant> people)
    {
        var registered = new List<Participant>(people.Count);
        foreach (var person in people)
        {
            if (random.Chance(450))
                RegisterAbsent();

            var registers = person.Role == AttendeeRole.Attendee && random.Chance(880);
            registered.Add(
                registers && person.Email is { } email
                    ? person with { RegistrationId = Add(person, email, RegistrationStatus.Registered) }
                    : person);
        }

        return registered;
    }

    private void RegisterAbsent()
    {
        var person = crowd.Next(AttendeeRole.Attendee);
        if (person.Email is { } email)
        {
            Add(person, email, random.Below(100) switch
            {
                < 70 => RegistrationStatus.Registered,
                < 88 => RegistrationStatus.Canceled,
                < 92 => RegistrationStatus.Waitlisted,
                < 96 => RegistrationStatus.PendingApproval,
                _ => RegistrationStatus.RejectedByOrganizer,
            });
        }
    }

    private string Add(Participant person, string email, RegistrationStatus status)
    {
        var before = TimeSpan.TicksPerHour + random.Below(21 * TimeSpan.TicksPerDay);
        var id = random.NextGuid().ToString();
        _registrations.Add(new Registration
        {
            Id = id,
            UserId = person.Identity.TenantId == Person.Tenant ? person.Identity.Id : null,
            FirstName = person.Name.First,
            LastName = person.Name.Last,
            Email = email,
            Status = status,
            RegisteredAt = eventStart.AddTicks(-before),
            CanceledAt = status == RegistrationStatus.Canceled ? eventStart.AddTicks(-random.Below(before)) : null,
            PreferredLanguage = person.Name.Origin.Language,
            PreferredTimeZone = person.Name.Origin.TimeZone,
            Answers =
            [
                new RegistrationAnswer { QuestionId = _companyQuestion, DisplayName = "Company", Value = random.Pick(Companies) },
                new RegistrationAnswer
                {
                    QuestionId = _contactQuestion,
                    DisplayName = "May we call you?",
                    BooleanValue = random.Chance(400),
                },
                new RegistrationAnswer
                {
                    QuestionId = _topicsQuestion,
                    DisplayName = "What brings you here?",
                    Choices = [.. Topics.Where(_ => random.Chance(350))],
                },
            ],
            ExternalRegistration = random.Chance(50)
                ? new ExternalRegistration
                {
                    Referrer = "https://events.contoso.com/spring?ref=newsletter",
                    RegistrationId = $"crm-{_registrations.Count.ToString(CultureInfo.InvariantCulture)}",
                }
                : null,
        });
        return id;
    }
}
