using System.Net;

namespace Attendance.Client.Internal;

/// <summary>An access token, and the header that it is sent in.</summary>
internal sealed class BearerToken
{
    private BearerToken(string value) => (Value, Header) = (value, $"Bearer {value}");

    public string Value { get; }

    public string Header { get; }

    /// <summary>The token, unless it has what no header may have. Graph itself says so of one that is empty.</summary>
    /// <exception cref="AttendanceRequestException">It has another character than visible ones of ASCII.</exception>
    public static BearerToken Of(string? value)
    {
        value ??= "";
        var position = 0;
        while (position < value.Length && value[position] is > ' ' and < '\x7F')
            position++;

        if (position == value.Length)
            return new BearerToken(value);

        const string Remedy =
            "Look at where the credential has it from: a file that ends in a line break, or a password in place of a token.";
        throw new AttendanceRequestException(
            "The credential's access token has the character " +
            $"U+{(int)value[position]:X4} at position {position}, which cannot stand in a header. "
                +
                $"Nothing was sent. {Remedy}",
            HttpStatusCode.Unauthorized,
            AttendanceErrorReason.InvalidToken)
        {
            Remedy = Remedy,
            Attempts = 0,
        };
    }
}
