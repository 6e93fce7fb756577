using System.CommandLine;

namespace Attendance.Cli;

/// <summary>Forgets a sign-in.</summary>
internal sealed class LogoutCommand : Command
{
    private readonly Surroundings _surroundings;
    private readonly Option<string?> _profile = new("--profile")
    {
        Description = "Profile to forget [default: ATTENDANCE_PROFILE, or else the last one]",
        HelpName = "name",
    };

    private readonly Option<bool> _all = new("--all") { Description = "Forget all profiles." };

    public LogoutCommand(Surroundings surroundings)
        : base("logout", "Forget a sign-in: the profile, who signed in, and the tokens.")
    {
        _surroundings = surroundings;
        Add(_profile);
        Add(_all);
        SetAction(parse => RunAsync(parse));
    }

    private async Task<int> RunAsync(ParseResult parse)
    {
        if (parse.GetValue(_all) && parse.GetValue(_profile) is not null)
            throw new UsageException("--all and --profile contradict each other. Leave one of them out.");

        var profiles = new Profiles(_surroundings);
        foreach (var name in NamesToForget(parse, profiles))
        {
            profiles.Remove(name);
            await _surroundings.Output.WriteLineAsync($"Signed out of {name}.").ConfigureAwait(false);
        }

        return ExitCode.Success;
    }

    private List<string> NamesToForget(ParseResult parse, Profiles profiles)
    {
        if (parse.GetValue(_all))
            return [.. profiles.ReadToForget()];

        var list = profiles.Read();
        var (name, from) = parse.GetValue(_profile) is { } option
            ? (option, _profile.Name)
            : (_surroundings.Environment("ATTENDANCE_PROFILE") is { Length: > 0 } variable ? variable : null, "ATTENDANCE_PROFILE");
        if (name is null)
        {
            return [list.Current ?? throw new FailureException(
                "Nobody is signed in" +
                (list.Profiles.Count == 0 ? "." : $" by default; there is {string.Join(", ", list.Profiles.Keys)}."),
                "Name a profile with --profile, or forget all with --all.")];
        }

        profiles.Get(name, from);
        return [name];
    }
}
