using System.Globalization;
using System.Runtime.InteropServices;

namespace Attendance.Client.Analysis.Internal.TeamsFiles;

/// <summary>A date and time as a file writes them, before it is known which number is the day.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ClockTime
{
    private const int LongestText = 48;
    private const int LongestWord = 5;

    public int First { get; private init; }

    public int Second { get; private init; }

    public int Third { get; private init; }

    public bool HasDate { get; private init; }

    public bool HasTime { get; private init; }

    public TimeSpan TimeOfDay { get; private init; }

    /// <summary>How it is written. What one program wrote is written alike, so dates of one style have one order.</summary>
    public ClockStyle Style { get; private init; }

    /// <summary>Whether a number below ten in the date, or the hour, is written with one digit.</summary>
    public bool IsUnpadded { get; private init; }

    /// <summary>Whether a number below ten in the date, or the hour, is written with two digits.</summary>
    public bool IsPadded { get; private init; }

    /// <summary>Whether it has AM or PM in capital letters.</summary>
    public bool HasCapitals { get; private init; }

    /// <summary>The date alone, for comparison.</summary>
    public ClockTime DateOnly => new() { First = First, Second = Second, Third = Third, HasDate = true, Style = Style };

    public static bool IsTime(string cell) => TryParse(cell, out var time) && time.HasTime;

    public static bool TryParse(string cell, out ClockTime time)
    {
        time = default;
        if (cell.Length is < 4 or > LongestText)
            return false;

        var text = CellText.Plain(cell).Trim();
        if (text.Length == 0 || text[0] is < '0' or > '9' || Numbers.Of(text) is not { } numbers)
            return false;

        if (numbers.Count is 2 or 3 && numbers.Gap(0) == ":")
            return numbers.TryTime(0, hasMarkerBefore: false, default, out time);
        if (numbers.Count < 3 || !numbers.TryDate(out var date))
            return false;

        if (numbers.Count == 3)
        {
            time = date;
            return numbers.Tail.Length == 0;
        }

        return numbers.Count is 5 or 6 && numbers.TryTime(3, hasMarkerBefore: true, date, out time);
    }

    // True for after noon, false for before, null for no such word.
    private static bool? IsAfternoon(string word) =>
        word.Replace(".", "").Replace(" ", "").ToUpperInvariant() switch
        {
            "AM" or "上午" or "午前" or "오전" or "ص" or "ΠΜ" or "ÖÖ" or "SA" => false,
            "PM" or "下午" or "午後" or "오후" or "م" or "ΜΜ" or "ÖS" or "CH" => true,
            _ => null,
        };

    /// <summary>The numbers of a text and what stands between them.</summary>
    private sealed class Numbers
    {
        private const int Most = 6;

        private readonly int[] _values = new int[Most];
        private readonly int[] _lengths = new int[Most];
        private readonly string[] _gaps = new string[Most];

        public int Count { get; private set; }

        public string Tail => Gap(Count - 1);

        public static Numbers? Of(string text)
        {
            var numbers = new Numbers();
            for (var at = 0; at < text.Length;)
            {
                var start = at;
                while (at < text.Length && text[at] is >= '0' and <= '9')
                    at++;
                if (numbers.Count == Most || at - start > 4)
                    return null;

                numbers._values[numbers.Count] = int.Parse(text.Substring(start, at - start), CultureInfo.InvariantCulture);
                numbers._lengths[numbers.Count] = at - start;
                start = at;
                while (at < text.Length && text[at] is not (>= '0' and <= '9'))
                    at++;
                numbers._gaps[numbers.Count++] = text.Substring(start, at - start).Trim();
            }

            return numbers;
        }

        public string Gap(int after) => _gaps[after];

        public bool TryDate(out ClockTime date)
        {
            var separator = (_gaps[0], _gaps[1]) switch
            {
                ("/", "/") => '/',
                (".", ".") => '.',
                ("-", "-") => '-',
                ("年", "月") => '年',
                _ => '\0',
            };
            date = new ClockTime
            {
                First = _values[0],
                Second = _values[1],
                Third = _values[2],
                HasDate = true,
                IsUnpadded = Enumerable.Range(0, 3).Any(index => _lengths[index] == 1),
                IsPadded = Enumerable.Range(0, 3).Any(index => _lengths[index] == 2 && _values[index] < 10),
                Style = new ClockStyle(separator, _lengths[0] == 4, _lengths[2] == 4, HasMarker: false, HasSeconds: false, HasComma: false),
            };
            return separator != '\0' && _lengths[1] <= 2 && _lengths[0] != 3 && _lengths[2] != 3
                && !(_lengths[0] == 4 && _lengths[2] == 4) && _values[0] + _values[1] + _values[2] > 0;
        }

        public bool TryTime(int from, bool hasMarkerBefore, ClockTime date, out ClockTime time)
        {
            time = default;
            var word = hasMarkerBefore ? _gaps[from - 1].TrimStart('.', '日').Trim() : "";
            var hasComma = word.StartsWith(",", StringComparison.Ordinal);
            word = word.TrimStart(',').Trim();
            var hasSeconds = Count - from == 3;
            if (!IsWord(word)
                || !(_gaps[from] == ":" || (_gaps[from] == "." && hasSeconds))
                || (hasSeconds && _gaps[from] != _gaps[from + 1]))
            {
                return false;
            }

            var marker = IsAfternoon(word) ?? IsAfternoon(Tail);
            if ((Tail.Length > 0 && IsAfternoon(Tail) is null) || (Tail.Length > 0 && IsAfternoon(word) is not null))
                return false;

            var (hour, minute, second) = (_values[from], _values[from + 1], hasSeconds ? _values[from + 2] : 0);
            if (hour > 23 || minute > 59 || second > 59 || _lengths[from] > 2 || _lengths[from + 1] != 2
                || (hasSeconds && _lengths[from + 2] != 2))
            {
                return false;
            }

            if (marker is { } isAfternoon && hour <= 12)
                hour = (hour % 12) + (isAfternoon ? 12 : 0);
            time = date with
            {
                HasTime = true,
                TimeOfDay = new TimeSpan(hour, minute, second),
                HasCapitals = Tail.Contains('M'),
                IsUnpadded = date.IsUnpadded || _lengths[from] == 1,
                IsPadded = date.IsPadded || (_lengths[from] == 2 && _values[from] < 10),
                Style = date.Style with { HasMarker = marker is not null, HasSeconds = hasSeconds, HasComma = hasComma },
            };
            return true;
        }

        private static bool IsWord(string word) =>
            word.Length <= LongestWord && word.All(static letter => char.IsLetter(letter) || letter is '.' or ' ');
    }
}
