using System.Reflection;
using System.Runtime.Versioning;
using Attendance.Client.Analysis;
using Attendance.Client.Testing;

namespace Attendance.Client.Tests;

public class TestedAssemblies
{
#if NETSTANDARD_PACKAGE
    private const string Framework = ".NETStandard,Version=v2.0";
#else
    private const string Framework = ".NETCoreApp,Version=v10.0";
#endif

    [Theory]
    [InlineData(typeof(AttendanceClient))]
    [InlineData(typeof(AttendanceSummary))]
    [InlineData(typeof(FakeGraph))]
    public void The_tests_run_against_the_assembly_that_their_project_is_for(Type type) =>
        Assert.Equal(Framework, type.Assembly.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName);
}
