using System.CommandLine;

namespace Attendance.Cli;

/// <summary>The option without which nothing is erased.</summary>
internal sealed class ConfirmOption : Option<bool>
{
    public ConfirmOption()
        : base("--yes") => Description = "Do it, which cannot be undone.";

    /// <exception cref="UsageException">The option is not given.</exception>
    public void Check(ParseResult parse)
    {
        if (!parse.GetValue(this))
            throw new UsageException($"This cannot be undone, and the archive is not copied before. Pass {Name} to do it.");
    }
}
