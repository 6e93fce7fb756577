using System.CommandLine;

namespace Attendance.Cli;

/// <summary>The value of an option that takes one of a few names.</summary>
internal static class NamedValue
{
    public static T Of<T>(Option<string?> option, ParseResult parse, T fallback, IReadOnlyList<T> all, Func<T, string> nameOf)
    {
        if (parse.GetValue(option) is not { } name)
            return fallback;
        if (all.Any(item => nameOf(item) == name))
            return all.First(item => nameOf(item) == name);

        throw new UsageException(
            $"{option.Name} is \"{name}\", which is none of its values. Pass one of {string.Join(", ", all.Select(nameOf))}.");
    }
}
