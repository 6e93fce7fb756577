using FsCheck;

namespace Attendance.Client.Tests.Properties;

/// <summary>How properties are checked.</summary>
internal static class Checks
{
    /// <summary>Throws with the smallest counterexample; always the same cases, so that a build fails for a reason.</summary>
    public static Config Of(int cases) => Config.QuickThrowOnFailure.WithMaxTest(cases).WithReplay(20_260_102, 7);
}
