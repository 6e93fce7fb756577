using System.Text.RegularExpressions;

namespace Attendance.Client.Testing.Internal;

/// <summary>The path of an operation below the version: <c>{name}</c> stands for an id, <c>name(a,b)</c> for a function with its
/// arguments.</summary>
internal sealed class RouteTemplate(GraphOperation operation, string path)
{
    private static readonly Regex Argument = new(
        @"\G\s*(?<name>\w+)\s*=\s*'(?<value>(?:[^']|'')*)'\s*(?:,|$)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(1));

    private readonly string[] _path = path.Split('/');

    public GraphOperation Operation => operation;

    /// <summary>Whether an id stands at the place.</summary>
    public bool IsKey(int index) => _path[index][0] == '{';

    /// <summary>Whether a function stands at the place.</summary>
    public bool IsFunction(int index) => _path[index].Contains('(');

    /// <summary>The ids and arguments in a path by their names, or null where it is another path.</summary>
    public Dictionary<string, string>? Match(string[] segments)
    {
        if (segments.Length != _path.Length)
            return null;

        // Most paths differ in a word, which is seen before anything is made.
        for (var i = 0; i < segments.Length; i++)
        {
            if (!IsKey(i) && !IsFunction(i) && !_path[i].Equals(segments[i], StringComparison.OrdinalIgnoreCase))
                return null;
        }

        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < segments.Length; i++)
        {
            if (IsKey(i)
                ? !MatchKey(_path[i], segments[i], parameters)
                : IsFunction(i) && !MatchFunction(_path[i], segments[i], parameters))
            {
                return null;
            }
        }

        return parameters;
    }

    private static bool MatchKey(string template, string segment, Dictionary<string, string> parameters)
    {
        parameters.Add(template.Trim('{', '}'), segment);
        return segment.Length > 0 && !segment.StartsWith("getBy", StringComparison.OrdinalIgnoreCase);
    }

    private static bool MatchFunction(string template, string segment, Dictionary<string, string> parameters)
    {
        var open = template.IndexOf('(');
        return segment.StartsWith(template.Substring(0, open + 1), StringComparison.OrdinalIgnoreCase) && segment[segment.Length - 1] == ')'
            && MatchArguments(
                template.Substring(open + 1).TrimEnd(')').Split(','), segment.Substring(open + 1, segment.Length - open - 2), parameters);
    }

    private static bool MatchArguments(string[] names, string arguments, Dictionary<string, string> parameters)
    {
        var count = parameters.Count;
        foreach (Match argument in Argument.Matches(arguments))
            parameters[argument.Groups["name"].Value] = argument.Groups["value"].Value.Replace("''", "'");

        return names.All(parameters.ContainsKey) && parameters.Count == count + names.Length;
    }
}
