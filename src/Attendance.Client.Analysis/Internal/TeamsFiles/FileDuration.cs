using System.Globalization;
using System.Runtime.InteropServices;

namespace Attendance.Client.Analysis.Internal.TeamsFiles;

/// <summary>Lengths of time as files write them: one to three numbers, each with a word.</summary>
internal static class FileDuration
{
    private const int LongestText = 48;
    private const int LongestWord = 12;
    private const int MostParts = 3;
    private const int MostDigits = 5;

    private static readonly Dictionary<string, int> Seconds = Units(
        (3600, "h hr hrs hour hours std stunde stunden godz heure heures hora horas ora ore u uur sa saat hod hodin 時間 小时 小時 시간 ч س"),
        (60, "m min mins minute minutes minuten minuta minut minuto minutos minuti dk dakika 分 分钟 分鐘 분 мин د"),
        (1, "s sec secs second seconds sek sekunde sekunden secondes segundo segundos secondi sn saniye 秒 초 сек с ث"));

    public static bool IsDuration(string cell) => TryParts(cell, stackalloc Part[MostParts], out _, out _);

    /// <summary>The length, or null where its words are not known. Three parts need no known words.</summary>
    public static TimeSpan? Of(string cell)
    {
        Span<Part> parts = stackalloc Part[MostParts];
        if (!TryParts(cell, parts, out var text, out var count))
            return TryClock(cell);

        var total = 0L;
        for (var index = 0; index < count; index++)
        {
            var part = parts[index];
            if (SecondsOf(text.Slice(part.Start, part.Length)) is { } seconds)
                total += (long)part.Number * seconds;
            else if (count == MostParts)
                total += (long)part.Number * (index == 0 ? 3600 : index == 1 ? 60 : 1);
            else
                return null;
        }

        return TimeSpan.FromTicks(total * TimeSpan.TicksPerSecond);
    }

    // Hours may be more than a day has, as in 02:03:04, which no file is known to have.
    private static TimeSpan? TryClock(string cell)
    {
        var parts = CellText.Plain(cell).Split(':');
        return parts.Length == 3
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var hours) && hours < 10_000
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes < 60
            && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < 60
                ? new TimeSpan(hours, minutes, seconds)
                : null;
    }

    private static bool TryParts(string cell, Span<Part> parts, out ReadOnlySpan<char> text, out int count)
    {
        text = default;
        count = 0;
        if (cell.Length is < 2 or > LongestText)
            return false;

        text = CellText.Plain(cell).AsSpan().Trim();
        if (text.Length == 0 || text[0] is < '0' or > '9')
            return false;

        for (var at = 0; at < text.Length;)
        {
            var (start, number) = (at, 0);
            while (at < text.Length && text[at] is >= '0' and <= '9' && at - start <= MostDigits)
                number = (number * 10) + text[at++] - '0';
            if (at == start || at - start > MostDigits || count == MostParts)
                return false;

            start = at;
            while (at < text.Length && text[at] is not (>= '0' and <= '9'))
                at++;
            var end = at;
            while (start < end && text[start] is ' ' or '.' or ',')
                start++;
            while (end > start && text[end - 1] is ' ' or '.' or ',')
                end--;
            if (end == start || end - start > LongestWord || !AreLetters(text.Slice(start, end - start)))
                return false;

            parts[count++] = new Part(number, start, end - start);
        }

        return true;
    }

    private static bool AreLetters(ReadOnlySpan<char> word)
    {
        foreach (var letter in word)
        {
            if (!char.IsLetter(letter))
                return false;
        }

        return true;
    }

    private static int? SecondsOf(ReadOnlySpan<char> word) => word switch
    {
        ['h'] => 3600,
        ['m'] => 60,
        ['s'] => 1,
        _ => Seconds.TryGetValue(word.ToString().ToLowerInvariant(), out var seconds) ? seconds : null,
    };

    private static Dictionary<string, int> Units(params (int Seconds, string Words)[] units)
    {
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (seconds, names) in units)
        {
            foreach (var name in names.Split(' '))
                words[name] = seconds;
        }

        return words;
    }

    /// <summary>A number, and where its word stands.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Part(int Number, int Start, int Length);
}
