using System.CommandLine;

namespace Attendance.Cli;

/// <summary>The commands about an archive itself.</summary>
internal sealed class ArchiveCommand : Command
{
    public ArchiveCommand(Surroundings surroundings)
        : base(
            "archive",
            "Tell what an archive holds, forget a person in it, or erase what is old. Every command that reads takes --archive.")
    {
        Add(new ArchiveShowCommand(surroundings));
        Add(new ArchiveForgetCommand(surroundings));
        Add(new ArchiveEraseCommand(surroundings));
    }
}
