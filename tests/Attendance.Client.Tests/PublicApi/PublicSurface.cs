#if NETSTANDARD_PACKAGE
using System.Text.RegularExpressions;
#else
using System.Runtime.CompilerServices;
using Attendance.Client.Archive;
using Attendance.Client.Notifications.Archive;
#endif
using Attendance.Client.Analysis;
using Attendance.Client.Testing;
using PublicApiGenerator;

namespace Attendance.Client.Tests.PublicApi;

public partial class PublicSurface
{
    private const string Member = "        ";

    private static readonly ApiGeneratorOptions Options = new()
    {
        IncludeAssemblyAttributes = false,
        TreatRecordsAsClasses = false,
        UseDenyNamespacePrefixesForExtensionMethods = false,

        // They name converters, which are internal.
        ExcludeAttributes = ["System.Text.Json.Serialization.JsonConverterAttribute"],
    };

    [Theory]
    [InlineData(typeof(AttendanceClient))]
    [InlineData(typeof(AttendanceSummary))]
    [InlineData(typeof(FakeGraph))]
#if !NETSTANDARD_PACKAGE
    [InlineData(typeof(AttendanceArchive))]
    [InlineData(typeof(NotificationArchiveOptions))]
#endif
    public void The_public_API_is_the_one_that_is_checked_in(Type type)
    {
        var name = type.Assembly.GetName().Name!;
        var actual = Listing(type);
        if (Environment.GetEnvironmentVariable("ACCEPT_PUBLIC_API") == "1")
        {
#if !NETSTANDARD_PACKAGE
            File.WriteAllText(SourceFile($"{name}.txt"), actual);
#endif
            return;
        }

        var accepted = Resource.Text($"PublicApi/{name}.txt");
#if NETSTANDARD_PACKAGE
        accepted = NotOfNetStandard().Replace(accepted, "");
#endif
        Assert.True(accepted == actual, $"""
            The public API of {name} is not the one in PublicApi/{name}.txt:
            {Difference(accepted, actual)}
            If it shall be, run this test with the environment variable ACCEPT_PUBLIC_API=1, which writes the file, and look at the file's diff.
            """);
    }

    [Theory]
    [InlineData(typeof(AttendanceClient))]
    [InlineData(typeof(AttendanceSummary))]
    [InlineData(typeof(FakeGraph))]
#if !NETSTANDARD_PACKAGE
    [InlineData(typeof(AttendanceArchive))]
    [InlineData(typeof(NotificationArchiveOptions))]
#endif
    public void No_type_of_Kiota_and_nothing_internal_or_generated_shows(Type type)
    {
        var text = Listing(type);

        Assert.Contains(type.Namespace!, text, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"Microsoft\.Kiota\b", text);
        Assert.DoesNotMatch(@"\.(Internal|Generated)\b", text);
    }

    private static string Listing(Type type) => type.Assembly.GeneratePublicApi(Options).ReplaceLineEndings("\n") + "\n";

    private static string Difference(string accepted, string actual)
    {
        var (before, after) = (LinesWithTheirType(accepted), LinesWithTheirType(actual));
        var lines = before.Except(after, StringComparer.Ordinal).Select(line => "- " + line)
            .Concat(after.Except(before, StringComparer.Ordinal).Select(line => "+ " + line)).ToList();
        return lines.Count == 0 ? "the order of the lines" : string.Join('\n', lines);
    }

    // The same member line can stand in several types.
    private static List<string> LinesWithTheirType(string text)
    {
        var type = "";
        var lines = new List<string>();
        foreach (var line in text.Split('\n').Where(line => line.Trim() is not ("" or "{" or "}")))
        {
            var isMember = line.StartsWith(Member, StringComparison.Ordinal);
            type = isMember ? type : line.Trim();
            lines.Add(isMember ? $"{type} {{ {line.Trim()} }}" : type);
        }

        return lines;
    }

#if NETSTANDARD_PACKAGE
    // Web servers and what belongs to them, and attributes: the package brings its own, which are internal and so not listed.
    [GeneratedRegex(
        @"^    public (sealed|static) (class|record) (FakeGraphServer|FakeGraphServerOptions|FakeAuthority|FakeAuthorityRequest"
        + @"|FakeApplication|FakeUser|FakeGraphAuthorityExtensions)\b.*?^    }\n"
        + @"|^ *\[(get: )?System\.Diagnostics\.CodeAnalysis\.MemberNotNullWhen\([^\n]*\n"
        + @"|\[System\.Runtime\.CompilerServices\.ParamCollection\] ",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.Singleline,
        matchTimeoutMilliseconds: 5000)]
    private static partial Regex NotOfNetStandard();
#else
    private static string SourceFile(string name, [CallerFilePath] string thisFile = "") =>
        Path.Combine(Path.GetDirectoryName(thisFile)!, name);
#endif
}
