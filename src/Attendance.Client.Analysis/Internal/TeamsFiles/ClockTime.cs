using System.Runtime.InteropServices;

namespace Attendance.Client.Analysis.Internal.TeamsFiles;

/// <summary>A date and time as a file writes them, before it is known which number is the day.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ClockTime
{
    private const int LongestText = 48;
    private const int LongestWord = 5;
    private const int MostNumbers = 6;
    private const int MostDigits = 4;
    private const string BeforeMarker = ".日";

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

        var text = CellText.Plain(cell).AsSpan().Trim();
        if (text.Length == 0 || text[0] is < '0' or > '9')
            return false;

        Span<Number> found = stackalloc Number[MostNumbers];
        var numbers = new Numbers(text, found);
        if (numbers.Count is 2 or 3 && numbers.Gap(0) is [':'])
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
    private static bool? IsAfternoon(ReadOnlySpan<char> word) => word switch
    {
        [] => null,
        ['P' or 'p', 'M' or 'm'] => true,
        ['A' or 'a', 'M' or 'm'] => false,
        _ => word.ToString().Replace(".", "").Replace(" ", "").ToUpperInvariant() switch
        {
            "AM" or "上午" or "午前" or "오전" or "ص" or "ΠΜ" or "ÖÖ" or "SA" => false,
            "PM" or "下午" or "午後" or "오후" or "م" or "ΜΜ" or "ÖS" or "CH" => true,
            _ => null,
        },
    };

    /// <summary>A number and what stands behind it.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Number(int Value, int Length, int GapStart, int GapLength);

    /// <summary>The numbers of a text and what stands between them; none where there are too many.</summary>
    private readonly ref struct Numbers
    {
        private readonly ReadOnlySpan<char> _text;
        private readonly ReadOnlySpan<Number> _all;

        public Numbers(ReadOnlySpan<char> text, Span<Number> found)
        {
            _text = text;
            var count = 0;
            for (var at = 0; at < text.Length;)
            {
                var (start, value) = (at, 0);
                while (at < text.Length && text[at] is >= '0' and <= '9' && at - start <= MostDigits)
                    value = (value * 10) + text[at++] - '0';
                var length = at - start;
                if (count == found.Length || length > MostDigits)
                    return;

                start = at;
                while (at < text.Length && text[at] is not (>= '0' and <= '9'))
                    at++;
                found[count++] = new Number(value, length, start, at - start);
            }

            _all = found.Slice(0, count);
        }

        public int Count => _all.Length;

        public ReadOnlySpan<char> Tail => Gap(Count - 1);

        public ReadOnlySpan<char> Gap(int after) => _text.Slice(_all[after].GapStart, _all[after].GapLength).Trim();

        public bool TryDate(out ClockTime date)
        {
            var separator = Gap(0) switch
            {
                ['/' or '.' or '-'] gap when Gap(1).SequenceEqual(gap) => gap[0],
                ['年'] when Gap(1) is ['月'] => '年',
                _ => '\0',
            };
            var (first, second, third) = (_all[0], _all[1], _all[2]);
            date = new ClockTime
            {
                First = first.Value,
                Second = second.Value,
                Third = third.Value,
                HasDate = true,
                IsUnpadded = first.Length == 1 || second.Length == 1 || third.Length == 1,
                IsPadded = IsPadded(first) || IsPadded(second) || IsPadded(third),
                Style = new ClockStyle(
                    separator, first.Length == 4, third.Length == 4, HasMarker: false, HasSeconds: false, HasComma: false),
            };
            return separator != '\0' && second.Length <= 2 && first.Length != 3 && third.Length != 3
                && !(first.Length == 4 && third.Length == 4) && first.Value + second.Value + third.Value > 0;
        }

        public bool TryTime(int from, bool hasMarkerBefore, ClockTime date, out ClockTime time)
        {
            time = default;
            var word = hasMarkerBefore ? Gap(from - 1).TrimStart(BeforeMarker.AsSpan()).Trim() : default;
            var hasComma = word is [',', ..];
            word = word.TrimStart(',').Trim();
            var hasSeconds = Count - from == 3;
            var separator = Gap(from);
            var tail = Tail;
            if (!IsWord(word)
                || !(separator is [':'] || (separator is ['.'] && hasSeconds))
                || (hasSeconds && !separator.SequenceEqual(Gap(from + 1))))
            {
                return false;
            }

            var markerBehind = IsAfternoon(tail);
            var marker = IsAfternoon(word) ?? markerBehind;
            if (tail.Length > 0 && (markerBehind is null || IsAfternoon(word) is not null))
                return false;

            var (hours, minutes, seconds) = (_all[from], _all[from + 1], hasSeconds ? _all[from + 2] : new Number(0, 2, 0, 0));
            var hour = hours.Value;
            if (hour > 23 || minutes.Value > 59 || seconds.Value > 59 || hours.Length > 2 || minutes.Length != 2 || seconds.Length != 2)
                return false;

            if (marker is { } isAfternoon && hour <= 12)
                hour = (hour % 12) + (isAfternoon ? 12 : 0);
            time = date with
            {
                HasTime = true,
                TimeOfDay = new TimeSpan(hour, minutes.Value, seconds.Value),
                HasCapitals = tail.IndexOf('M') >= 0,
                IsUnpadded = date.IsUnpadded || hours.Length == 1,
                IsPadded = date.IsPadded || IsPadded(hours),
                Style = date.Style with { HasMarker = marker is not null, HasSeconds = hasSeconds, HasComma = hasComma },
            };
            return true;
        }

        private static bool IsPadded(Number number) => number is { Length: 2, Value: < 10 };

        private static bool IsWord(ReadOnlySpan<char> word)
        {
            if (word.Length > LongestWord)
                return false;

            foreach (var letter in word)
            {
                if (!char.IsLetter(letter) && letter is not ('.' or ' '))
                    return false;
            }

            return true;
        }
    }
}
