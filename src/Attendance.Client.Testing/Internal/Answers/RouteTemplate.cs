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

        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < segments.Length; i++)
        {
            if (!Match(_path[i], segments[i], parameters))
                return null;
        }

        return parameters;
    }

    private static bool Match(string template, string segment, Dictionary<string, string> parameters)
    {
        if (template[0] == '{')
        {
            parameters.Add(template.Trim('{', '}'), segment);
            return segment.Length > 0 && !segment.StartsWith("getBy", StringComparison.OrdinalIgnoreCase);
        }

        var open = template.IndexOf('(');
        return open < 0
            ? template.Equals(segment, StringComparison.OrdinalIgnoreCase)
            : segment.StartsWith(template.Substring(0, open + 1), StringComparison.OrdinalIgnoreCase) && segment[segment.Length - 1] == ')'
                && MatchArguments(
                    template.Substring(open + 1).TrimEnd(')').Split(','), segment.Substring(open + 1, segment.Length - open - 2),
                    parameters);
    }

    private static bool MatchArguments(string[] names, string arguments, Dictionary<string, string> parameters)
    {
        foreach (Match argument in Argument.Matches(arguments))
            parameters[argument.Groups["name"].Value] = argument.Groups["value"].Value.Replace("''", "'");

        return names.All(parameters.ContainsKey) && parameters.Count == names.Length;
    }
}
