namespace Attendance.Cli;

/// <summary>What the tool tells the shell. The description of the root command lists them.</summary>
internal static class ExitCode
{
    public const int Success = 0;
    public const int RequestFailed = 1;
    public const int BadUsage = 2;
    public const int NoReportYet = 3;
    public const int Cancelled = 130;
}
