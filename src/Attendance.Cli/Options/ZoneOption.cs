using System.CommandLine;

namespace Attendance.Cli;

/// <summary>The option that chooses the <see cref="Zone"/>, which every command with times has.</summary>
internal sealed class ZoneOption : Option<string?>
{
    public ZoneOption()
        : base("--time-zone")
    {
        Description = "Time zone to show and read times in, by its IANA or Windows name [default: the machine's]";
        HelpName = "name";
        CompletionSources.Add(_ => TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id));
    }

    public Zone Read(ParseResult parse, Surroundings surroundings)
    {
        if (parse.GetValue(this) is not { } name)
            return new Zone(surroundings.LocalTimeZone);

        return TimeZoneInfo.TryFindSystemTimeZoneById(name, out var info)
            ? new Zone(info)
            : throw new UsageException(
                $"{Name} is \"{name}\", a time zone that this machine does not know. " +
                "Pass a name such as Europe/Berlin, W. Europe Standard Time or UTC.");
    }
}
