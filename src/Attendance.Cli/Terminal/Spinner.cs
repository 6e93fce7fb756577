namespace Attendance.Cli;

/// <summary>Shows that the tool is at work, where nobody knows how much of it is done.</summary>
internal static class Spinner
{
    private const string Faces = "|/-\\";

    /// <summary>Turns every second until it is disposed; null where nobody watches.</summary>
    /// <param name="surroundings">Has the clock, and says whether anybody watches.</param>
    /// <param name="status">Where it turns.</param>
    /// <param name="text">What stands beside it, by the time that has passed.</param>
    public static ITimer? Start(Surroundings surroundings, StatusLine status, Func<TimeSpan, string> text)
    {
        if (!surroundings.IsErrorTerminal)
            return null;

        var clock = surroundings.TimeProvider;
        var start = clock.GetTimestamp();
        var second = TimeSpan.FromSeconds(1);
        Turn();
        return clock.CreateTimer(_ => Turn(), state: null, second, second);

        void Turn()
        {
            var passed = clock.GetElapsedTime(start);
            status.Show($"{Faces[(int)passed.TotalSeconds % Faces.Length]} {text(passed)}");
        }
    }
}
