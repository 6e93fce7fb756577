namespace Attendance.Client.Analysis.Internal.TeamsFiles;

/// <summary>Finds out what separates the cells of a file.</summary>
internal static class Separators
{
    private const int JudgedLength = 64 * 1024;

    /// <summary>The separator that most lines have twice; where none does, the one that most have once.</summary>
    public static char Find(string text, int from)
    {
        // In this order, for each of them may stand in the cells that the one before it separates.
        ReadOnlySpan<char> candidates = ['\t', ';', ','];
        if (text.Length > from + 4 && string.CompareOrdinal(text, from, "sep=", 0, 4) == 0 && candidates.IndexOf(text[from + 4]) >= 0)
            return text[from + 4];

        Span<int> once = stackalloc int[candidates.Length];
        Span<int> twice = stackalloc int[candidates.Length];
        Span<int> inLine = stackalloc int[candidates.Length];
        var isQuoted = false;
        var end = Math.Min(text.Length, from + JudgedLength);
        for (var at = from; at <= end; at++)
        {
            if (at == end || text[at] is '\n' or '\r' or '\uFEFF')
            {
                for (var index = 0; index < candidates.Length; index++)
                {
                    once[index] += inLine[index] >= 1 ? 1 : 0;
                    twice[index] += inLine[index] >= 2 ? 1 : 0;
                }

                if (at < end && text[at] == '\uFEFF')
                    break;

                inLine.Clear();
                isQuoted = false;
                continue;
            }

            if (text[at] == '"')
                isQuoted = !isQuoted;
            else if (!isQuoted && candidates.IndexOf(text[at]) is >= 0 and var index)
                inLine[index]++;
        }

        var counts = twice[0] + twice[1] + twice[2] > 0 ? twice : once;
        var best = 0;
        for (var index = 1; index < candidates.Length; index++)
        {
            if (counts[index] > counts[best])
                best = index;
        }

        return candidates[best];
    }
}
