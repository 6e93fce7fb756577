using System.Runtime.CompilerServices;
using PublicApiGenerator;

namespace Attendance.Client.Notifications.Tests.PublicApi;

public class PublicSurface
{
    private static readonly ApiGeneratorOptions Options = new()
    {
        IncludeAssemblyAttributes = false,
        TreatRecordsAsClasses = false,
        UseDenyNamespacePrefixesForExtensionMethods = false,
    };

    [Fact]
    public void The_public_API_is_the_one_that_is_checked_in()
    {
        var actual = typeof(AttendanceSubscriptions).Assembly.GeneratePublicApi(Options).ReplaceLineEndings("\n") + "\n";
        var file = SourceFile("Attendance.Client.Notifications.txt");
        if (Environment.GetEnvironmentVariable("ACCEPT_PUBLIC_API") == "1")
            File.WriteAllText(file, actual);

        Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\n"), actual);
        Assert.DoesNotMatch(@"Microsoft\.Kiota\b|Microsoft\.IdentityModel\b", actual);
        Assert.DoesNotMatch(@"\.(Internal|Generated)\b", actual);
    }

    private static string SourceFile(string name, [CallerFilePath] string thisFile = "") =>
        Path.Combine(Path.GetDirectoryName(thisFile)!, name);
}
