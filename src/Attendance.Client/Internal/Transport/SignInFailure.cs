using System.Globalization;
using System.Net.Sockets;

namespace Attendance.Client.Internal;

/// <summary>Why a credential had no token, in the words of the sign-in server where it answered, and what to do.</summary>
internal sealed class SignInFailure
{
    private const string Code = "AADSTS";

    private const string Registration = "in the application's registration";

    private SignInFailure(string detail, string? remedy) => (Detail, Remedy) = (detail, remedy);

    /// <summary>What happened.</summary>
    public string Detail { get; }

    /// <summary>What to do, or null where only the caller knows.</summary>
    public string? Remedy { get; }

    public static SignInFailure Of(Exception exception)
    {
        if (exception is AttendanceRequestException refused)
            return new SignInFailure(refused.Message, refused.Remedy);

        // Azure.Identity may leave what the server says to an inner exception, and lists each of its tries.
        for (var one = exception; one is not null; one = one.InnerException!)
        {
            if (CodeIn(one.Message) is >= 0 and var start)
                return new SignInFailure(WithoutIds(one.Message.Substring(start)), RemedyOf(one.Message, start));
            if (one is HttpRequestException or SocketException)
            {
                return new SignInFailure(
                    $"The sign-in server could not be reached. {one.Message}",
                    "Check the network and the proxy on the way to the sign-in server.");
            }
        }

        return new SignInFailure(exception.Message, remedy: null);
    }

    private static int CodeIn(string text)
    {
        var at = text.IndexOf(Code, StringComparison.Ordinal);
        return at >= 0 && at + Code.Length < text.Length && char.IsDigit(text[at + Code.Length]) ? at : -1;
    }

    private static string? RemedyOf(string text, int start)
    {
        start += Code.Length;
        var end = start;
        while (end < text.Length && end - start < 9 && text[end] is >= '0' and <= '9')
            end++;
        return int.Parse(text.Substring(start, end - start), CultureInfo.InvariantCulture) switch
        {
            50011 => $"Add the redirect URI http://localhost {Registration}, for mobile and desktop applications.",
            65001 => "Have an administrator consent to the permissions of the application.",
            65004 => "Sign in again, and accept the permissions that the application asks for.",
            90002 or 900023 => "Check the tenant, its id or its domain, and that it is in this cloud.",
            700016 => "Check the client id and the tenant: the application is not registered in this tenant, nor consented to.",
            700024 => "Set this machine's clock.",
            700027 => $"Upload this certificate {Registration}.",
            7000215 => "Use the value of a client secret, and not its id.",
            7000218 => $"Turn on \"Allow public client flows\" {Registration}, under Authentication.",
            7000222 => $"Make a new client secret {Registration}: this one has expired.",
            _ => null,
        };
    }

    // Only Microsoft's support can read them.
    private static string WithoutIds(string text)
    {
        var end = text.IndexOf("Trace ID:", StringComparison.Ordinal);
        return end > 0 ? text.Substring(0, end).TrimEnd() : text;
    }
}
