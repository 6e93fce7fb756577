using System.Text;

namespace Attendance.Client.Testing.Internal;

/// <summary>A user of some tenant, known by an address: the same address is the same person everywhere.</summary>
internal sealed record Person(string Name, string Email)
{
    public const string Domain = "contoso.com";
    public const string Tenant = "5466a424-aadf-425c-9b24-034ca28d4bdd";

    public string Id { get; } = StableId.Of($"user {Email.ToLowerInvariant()}");

    public string TenantId { get; } = TenantOf(Email);

    public string FirstName => LastBlank < 0 ? Name : Name.Substring(0, LastBlank);

    public string? LastName => LastBlank < 0 ? null : Name.Substring(LastBlank + 1);

    public AttendeeIdentity Identity => UntypedIdentity with { Kind = AttendeeKind.User, ODataType = IdentityType.User };

    /// <summary>The identity as Graph shows organizers and invited people, without saying of which type it is.</summary>
    public AttendeeIdentity UntypedIdentity => new() { Id = Id, DisplayName = Name, TenantId = TenantId };

    public MeetingParticipant Invited =>
        new() { Identity = UntypedIdentity, UserPrincipalName = Email, Role = new AttendeeRole("attendee") };

    /// <summary>The person as a calendar shows who is invited and has not answered.</summary>
    public CalendarAttendee InCalendar => new()
    {
        Name = Name,
        EmailAddress = Email,
        Type = CalendarAttendeeType.Required,
        Response = CalendarResponse.None,
    };

    private int LastBlank => Name.LastIndexOf(' ');

    /// <summary>Somebody by a name, or by a name and an address: <c>Zoë Müller</c> or <c>Zoë Müller &lt;zoe@fabrikam.com&gt;</c>.</summary>
    public static Person Parse(string text, string parameterName)
    {
        var (name, email) = Split(text, parameterName);
        return new Person(name, email ?? $"{LocalPart(name)}@{Domain}");
    }

    public static (string Name, string? Email) Split(string text, string parameterName)
    {
        if (text is null)
            throw new ArgumentNullException(parameterName);

        var open = text.LastIndexOf('<');
        var isMailbox = open >= 0 && text.EndsWith(">", StringComparison.Ordinal);
        var name = (isMailbox ? text.Substring(0, open) : text).Trim();
        if (name.Length == 0)
            throw Wrong(text, "has no name", parameterName);
        if (!isMailbox)
            return (name, null);

        var email = text.Substring(open + 1, text.Length - open - 2);
        var at = email.IndexOf('@');
        return at > 0 && at == email.LastIndexOf('@') && at < email.Length - 1 && !email.Any(char.IsWhiteSpace)
            ? (name, email)
            : throw Wrong(text, "has no e-mail address between < and >", parameterName);
    }

    /// <summary>The name in letters of an address: <c>zoe.mueller</c> for Zoë Müller, and a code for a name in another script.</summary>
    private static string LocalPart(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (var letter in name)
        {
            if (LatinLetters.Fold(letter) is not { } folded)
                return $"user.{StableId.GuidOf(name):N}".Substring(0, 17);

            // Whatever is no letter parts two names, once.
            if (folded != "." || (text.Length > 0 && text[text.Length - 1] != '.'))
                text.Append(folded);
        }

        var local = text.ToString().TrimEnd('.');
        return local.Length == 0 ? $"user.{StableId.GuidOf(name):N}".Substring(0, 17) : local;
    }

    private static string TenantOf(string email)
    {
        var domain = email.Substring(email.IndexOf('@') + 1).ToLowerInvariant();
        return domain == Domain ? Tenant : StableId.Of($"tenant {domain}");
    }

    private static ArgumentException Wrong(string text, string fault, string parameterName) => new(
        $"\"{text}\" {fault}. Write a name, such as \"Zoë Müller\", or a name and an address, such as \"Zoë Müller <zoe@fabrikam.com>\".",
        parameterName);
}
