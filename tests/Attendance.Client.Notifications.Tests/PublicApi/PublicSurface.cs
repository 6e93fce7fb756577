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
        if (Environment.GetEnvironmentVariable("ACCEPT_PUBLIC_API") == "1")
        {
            File.WriteAllText(SourceFile("Attendance.Client.Notifications.txt"), actual);
            return;
        }

        // In a build whose paths are the same on every machine, the source is nowhere.
        using var accepted = new StreamReader(
            typeof(PublicSurface).Assembly.GetManifestResourceStream("PublicApi/Attendance.Client.Notifications.txt")!);
        Assert.Equal(accepted.ReadToEnd().ReplaceLineEndings("\n"), actual);
        Assert.DoesNotMatch(@"Microsoft\.Kiota\b|Microsoft\.IdentityModel\b", actual);
        Assert.DoesNotMatch(@"\.(Internal|Generated)\b", actual);
    }

    private static string SourceFile(string name, [CallerFilePath] string thisFile = "") =>
        Path.Combine(Path.GetDirectoryName(thisFile)!, name);
}
