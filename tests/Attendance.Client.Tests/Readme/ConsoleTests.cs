namespace Attendance.Client.Tests.Readme;

/// <summary>Tests that run alone, since they take over the console and the current directory, of which a process has one each.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public class ConsoleTests
{
    public const string Name = "Console";
}
