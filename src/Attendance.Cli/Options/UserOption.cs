using System.CommandLine;
using Attendance.Client;

namespace Attendance.Cli;

/// <summary>The option that says whose data is asked for, where that is not the signed-in user's.</summary>
internal sealed class UserOption : Option<string?>
{
    private readonly ConnectionOptions _connection;

    public UserOption(string description, ConnectionOptions connection)
        : base("--user")
    {
        _connection = connection;
        Description = description;
        HelpName = "id";
    }

    public Organizer Read(ParseResult parse)
    {
        if (parse.GetValue(this) is { } user)
            return Organizer.User(user);

        return _connection.ApplicationMethod(parse) is { } method
            ? throw new UsageException(
                $"{method} signs in an application, and nothing says for which user it asks. Pass --user with the user's object id.")
            : Organizer.Me;
    }

    /// <summary>Whom to ask for the meeting of a link: the user given, or else the signed-in one, or else the organizer that the link
    /// names.</summary>
    public Organizer Read(ParseResult parse, JoinLink link)
    {
        if (parse.GetValue(this) is null && _connection.ApplicationMethod(parse) is { } method)
        {
            return Organizer.User(link.OrganizerId ?? throw new UsageException(
                $"{method} signs in an application, which has to name the organizer, and a meeting ID or short link does not. " +
                "Pass --user with the organizer's object id, or the long join link."));
        }

        return Read(parse);
    }
}
