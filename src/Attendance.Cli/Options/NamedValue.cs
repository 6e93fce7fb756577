using System.CommandLine;

namespace Attendance.Cli;

/// <summary>The value of an option that takes one of a few names.</summary>
internal static class NamedValue
{
    public static T Of<T>(Option<string?> option, ParseResult parse, T fallback, IReadOnlyList<T> all, Func<T, string> nameOf) =>
        parse.GetValue(option) is { } name ? Of(new Setting(option.Name, name), all, nameOf) : fallback;

    public static T Of<T>(Setting setting, IReadOnlyList<T> all, Func<T, string> nameOf)
    {
        if (all.Any(item => nameOf(item) == setting.Value))
            return all.First(item => nameOf(item) == setting.Value);

        throw new UsageException(
            $"{setting.Name} is \"{setting.Value}\", which is none of its values. Pass one of {string.Join(", ", all.Select(nameOf))}.");
    }
}
