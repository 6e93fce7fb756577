using System.Globalization;
using System.Text;

namespace Attendance.Cli;

/// <summary>Writes messages to people, and lets nothing in them steer the terminal.</summary>
/// <param name="error">Where they go.</param>
internal sealed class MessageWriter(TextWriter error) : TextWriter(CultureInfo.InvariantCulture)
{
    public override Encoding Encoding => error.Encoding;

    public override void Write(char value) => error.Write(value is '\r' or '\n' ? value.ToString() : PlainText.OfLine(value.ToString()));

    /// <summary>Writes what stands below the messages, which goes back to the beginning of its line.</summary>
    public override void Write(string? value) => error.Write(PlainText.OfDocument(value ?? "", isCsv: false));

    public override void WriteLine(string? value) => error.WriteLine(PlainText.OfMessage(value ?? ""));

    public override Task WriteLineAsync(string? value) => error.WriteLineAsync(PlainText.OfMessage(value ?? ""));

    public override void Flush() => error.Flush();
}
