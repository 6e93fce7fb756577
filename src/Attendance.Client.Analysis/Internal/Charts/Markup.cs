using System.Globalization;
using System.Text;

namespace Attendance.Client.Analysis.Internal.Charts;

/// <summary>HTML or SVG in the making. What fills a hole of a piece is escaped, unless it is markup itself, so that no name can become a
/// tag.</summary>
internal sealed class Markup
{
    private readonly StringBuilder _text = new();

    /// <summary>Text that is markup already.</summary>
    public static Markup Raw(string text)
    {
        var markup = new Markup();
        markup._text.Append(text);
        return markup;
    }

    public Markup Add(FormattableString piece)
    {
        _text.AppendFormat(Escaping.Provider, piece.Format, piece.GetArguments());
        return this;
    }

    public Markup Add(Markup piece)
    {
        _text.Append(piece._text);
        return this;
    }

    public override string ToString() => _text.ToString();

    private sealed class Escaping : IFormatProvider, ICustomFormatter
    {
        public static readonly Escaping Provider = new();

        public object? GetFormat(Type? formatType) => formatType == typeof(ICustomFormatter) ? this : null;

        public string Format(string? format, object? arg, IFormatProvider? formatProvider) => arg switch
        {
            Markup markup => markup.ToString(),
            // Two decimals of a unit are finer than any screen; adding zero makes 0 of -0.
            double number => (Math.Round(number, 2) + 0.0).ToString("0.##", CultureInfo.InvariantCulture),
            IFormattable value => value.ToString(format, CultureInfo.InvariantCulture),
            _ => Escape(arg?.ToString() ?? ""),
        };

        private static string Escape(string text)
        {
            StringBuilder? escaped = null;
            for (var index = 0; index < text.Length; index++)
            {
                if (Replacement(text, index) is { } replacement)
                    (escaped ??= new StringBuilder(text, 0, index, text.Length + 16)).Append(replacement);
                else
                    escaped?.Append(text[index]);
            }

            return escaped?.ToString() ?? text;
        }

        private static string? Replacement(string text, int index) => text[index] switch
        {
            '&' => "&amp;",
            '<' => "&lt;",
            '>' => "&gt;",
            '"' => "&quot;",
            '\t' or '\n' or '\r' => " ",
            // No reader of XML goes on after one of these, however it is escaped.
            < ' ' or '\uFFFE' or '\uFFFF' => "\uFFFD",
            >= '\x7F' and <= '\x9F' => "\uFFFD",
            var letter when char.IsHighSurrogate(letter) =>
                index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]) ? null : "\uFFFD",
            var letter when char.IsLowSurrogate(letter) => index > 0 && char.IsHighSurrogate(text[index - 1]) ? null : "\uFFFD",
            _ => null,
        };
    }
}
