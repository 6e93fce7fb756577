using System.Globalization;

namespace Attendance.Client.Analysis.Internal.TeamsFiles;

/// <summary>Lengths of time as files write them: one to three numbers, each with a word.</summary>
internal static class FileDuration
{
    private const int LongestText = 48;
    private const int MostParts = 3;

    private static readonly Dictionary<string, int> Seconds = Units(
        (3600, "h hr hrs hour hours std stunde stunden godz heure heures hora horas ora ore u uur sa saat hod hodin 時間 小时 小時 시간 ч س"),
        (60, "m min mins minute minutes minuten minuta minut minuto minutos minuti dk dakika 分 分钟 分鐘 분 мин د"),
        (1, "s sec secs second seconds sek sekunde sekunden secondes segundo segundos secondi sn saniye 秒 초 сек с ث"));

    public static bool IsDuration(string cell) => Parts(cell) is not null;

    /// <summary>The length, or null where its words are not known. Three parts need no known words.</summary>
    public static TimeSpan? Of(string cell)
    {
        if (Parts(cell) is not { } parts)
            return TryClock(cell);

        var total = 0L;
        for (var index = 0; index < parts.Count; index++)
        {
            if (Seconds.TryGetValue(parts[index].Word, out var seconds))
                total += (long)parts[index].Number * seconds;
            else if (parts.Count == MostParts)
                total += (long)parts[index].Number * (index == 0 ? 3600 : index == 1 ? 60 : 1);
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

    private static List<(int Number, string Word)>? Parts(string cell)
    {
        if (cell.Length is < 2 or > LongestText)
            return null;

        var text = CellText.Plain(cell).Trim();
        if (text.Length == 0 || text[0] is < '0' or > '9')
            return null;

        var parts = new List<(int, string)>(MostParts);
        for (var at = 0; at < text.Length;)
        {
            var start = at;
            while (at < text.Length && text[at] is >= '0' and <= '9')
                at++;
            if (at == start || at - start > 5 || parts.Count == MostParts)
                return null;

            var number = int.Parse(text.Substring(start, at - start), CultureInfo.InvariantCulture);
            start = at;
            while (at < text.Length && text[at] is not (>= '0' and <= '9'))
                at++;
            var word = text.Substring(start, at - start).Trim(' ', '.', ',').ToLowerInvariant();
            if (word.Length is 0 or > 12 || !word.All(char.IsLetter))
                return null;

            parts.Add((number, word));
        }

        return parts;
    }

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
}
