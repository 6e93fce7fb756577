using System.CommandLine;
using Attendance.Client.Internal;

namespace Attendance.Cli;

/// <summary>The option that chooses the <see cref="Zone"/>, which every command with times has.</summary>
internal sealed class ZoneOption : Option<string?>
{
    private const string Example = "Europe/Berlin";

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

        return TimeZones.Find(name.Trim()) is { } info
            ? new Zone(info)
            : throw new UsageException(
                TimeZones.Find(Example) is null
                    ? $"{Name} is \"{CellText.Of(name)}\", and this machine has no time zone data, so that it knows UTC alone. " +
                        "Install them, as the package tzdata does, or pass UTC."
                    : $"{Name} is \"{CellText.Of(name)}\", a time zone that this machine does not know. " +
                        $"Pass a name such as {Example}, W. Europe Standard Time or UTC.");
    }
}
