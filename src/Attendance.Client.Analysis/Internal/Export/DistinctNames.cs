using System.Globalization;

namespace Attendance.Client.Analysis.Internal;

/// <summary>Gives names that differ, also to those who do not mind upper and lower case.</summary>
/// <param name="taken">Names that are given already.</param>
/// <param name="maxLength">How long a name may be.</param>
internal sealed class DistinctNames(IEnumerable<string> taken, int maxLength = int.MaxValue)
{
    private readonly HashSet<string> _taken = new(taken, StringComparer.OrdinalIgnoreCase);

    /// <summary>The name, with a number where it is taken.</summary>
    public string Next(string wanted)
    {
        var name = Cut(wanted, maxLength);
        for (var number = 2; !_taken.Add(name); number++)
        {
            var end = string.Format(CultureInfo.InvariantCulture, " ({0})", number);
            name = Cut(wanted, maxLength - end.Length) + end;
        }

        return name;
    }

    private static string Cut(string text, int length) =>
        text.Length <= length ? text : text.Substring(0, char.IsHighSurrogate(text[length - 1]) ? length - 1 : length);
}
