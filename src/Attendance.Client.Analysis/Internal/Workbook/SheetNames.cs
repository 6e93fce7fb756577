namespace Attendance.Client.Analysis.Internal;

/// <summary>Gives sheets names that Excel takes.</summary>
internal sealed class SheetNames
{
    private const int MaxLength = 31;

    private readonly DistinctNames _names = new(["History"], MaxLength);

    /// <summary>The name that is wanted, or the nearest that is allowed and not given yet.</summary>
    public string Next(string wanted)
    {
        var letters = CellText.Title(wanted).ToCharArray();
        for (var at = 0; at < letters.Length; at++)
        {
            if (letters[at] is '[' or ']' or ':' or '*' or '?' or '/' or '\\')
                letters[at] = ' ';
        }

        var name = new string(letters).Trim(' ', '\'');
        return _names.Next(name.Length == 0 ? "-" : name);
    }
}
