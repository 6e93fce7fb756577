using System.CommandLine;

namespace Attendance.Cli;

/// <summary>The option for programs, which every command has.</summary>
internal sealed class JsonOption : Option<bool>
{
    public JsonOption()
        : base("--json") => Description = "Print JSON instead of text. Times are UTC, durations are seconds.";
}
