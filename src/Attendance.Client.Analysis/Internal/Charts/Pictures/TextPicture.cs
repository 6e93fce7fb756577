namespace Attendance.Client.Analysis.Internal.Charts;

/// <summary>A picture that says why there is none.</summary>
internal static class TextPicture
{
    private const double LetterWidth = 6.5;
    private const double LineHeight = 18;

    public static Picture Of(double width, string title, string text)
    {
        var (body, line, lines) = (new Markup(), "", 0);
        // SVG breaks no lines by itself.
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && (line.Length + 1 + word.Length) * LetterWidth > width - 16)
                End();
            line = line.Length == 0 ? word : $"{line} {word}";
        }

        End();
        return new Picture(width, 30 + (lines * LineHeight), title, text, body, IsEmpty: true);

        void End()
        {
            body.Add($"""<text class="start" x="8" y="{28 + (lines * LineHeight)}">{line}</text>""").Add($"\n");
            (line, lines) = ("", lines + 1);
        }
    }
}
