using System.Globalization;
using System.Text;

namespace Attendance.Cli;

/// <summary>Writes messages to people, and lets nothing in them steer the terminal.</summary>
/// <param name="error">Where they go.</param>
internal sealed class MessageWriter(TextWriter error) : TextWriter(CultureInfo.InvariantCulture)
{
    public override Encoding Encoding => error.Encoding;

    public override void Write(char value) => Try(() => error.Write(value is '\r' or '\n' ? value : PlainText.OfLine(value.ToString())[0]));

    /// <summary>Writes what stands below the messages, which goes back to the beginning of its line.</summary>
    public override void Write(string? value) => Try(() => error.Write(PlainText.OfDocument(value ?? "", isCsv: false)));

    public override void WriteLine(string? value) => Try(() => error.WriteLine(PlainText.OfMessage(value ?? "")));

    public override Task WriteLineAsync(string? value)
    {
        WriteLine(value);
        return Task.CompletedTask;
    }

    public override void Flush() => Try(error.Flush);

    private static void Try(Action write)
    {
        try
        {
            write();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // There is nowhere to tell it, and the work is not to fail for it: the exit code says enough.
        }
    }
}
