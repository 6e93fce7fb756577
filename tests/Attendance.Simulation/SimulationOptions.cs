using System.Globalization;

namespace Attendance.Simulation;

/// <summary>How large the tenant is, and what happens to its harvest.</summary>
internal sealed record SimulationOptions
{
    public const string Usage =
        "Usage: Attendance.Simulation [--organizers 100] [--series 4] [--weeks 5] [--people 5] [--webinars 10] [--workers 3] " +
        "[--kill-every 20] [--minutes 10]";

    public int Organizers { get; init; } = 100;

    /// <summary>Weekly meetings of each organizer.</summary>
    public int Series { get; init; } = 4;

    public int Weeks { get; init; } = 5;

    public int People { get; init; } = 5;

    public int Webinars { get; init; } = 10;

    public int Workers { get; init; } = 3;

    /// <summary>Seconds from one kill to the next.</summary>
    public int KillEvery { get; init; } = 20;

    /// <summary>When to give up.</summary>
    public int Minutes { get; init; } = 10;

    public static SimulationOptions? Parse(string[] args)
    {
        var options = new SimulationOptions();
        for (var index = 0; index < args.Length; index += 2)
        {
            if (index + 1 == args.Length
                || !int.TryParse(args[index + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var value))
            {
                return null;
            }

            var changed = args[index] switch
            {
                "--organizers" => options with { Organizers = value },
                "--series" => options with { Series = value },
                "--weeks" => options with { Weeks = value },
                "--people" => options with { People = value },
                "--webinars" => options with { Webinars = value },
                "--workers" => options with { Workers = value },
                "--kill-every" => options with { KillEvery = value },
                "--minutes" => options with { Minutes = value },
                _ => null,
            };
            if (changed is null)
                return null;
            options = changed;
        }

        return options;
    }
}
