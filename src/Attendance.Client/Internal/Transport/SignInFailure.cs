using System.Globalization;
using System.Net.Sockets;

namespace Attendance.Client.Internal;

/// <summary>Why a credential had no token, in the words of the sign-in server where it answered, and what to do.</summary>
internal sealed class SignInFailure
{
    private const string Code = "AADSTS";

    private static readonly Dictionary<int, string> Remedies = new()
    {
        [50011] = "Add the address http://localhost to the application's registration, under Authentication, for mobile and desktop " +
            "applications.",
        [50105] = "Have an administrator assign the user to the application, or turn off that assignment is required.",
        [53003] = "Ask an administrator which conditional access policy blocks this sign-in.",
        [65001] = "Have an administrator consent to the permissions of the application.",
        [65004] = "Sign in again, and accept the permissions that the application asks for.",
        [90002] = TenantRemedy,
        [700016] = "Check the client id and the tenant: the application is registered in another tenant, or not consented to in this one.",
        [700024] = ClockRemedy,
        [700027] = "Upload this certificate to the application's registration, under Certificates & secrets, or use the one that is there.",
        [900023] = TenantRemedy,
        [7000215] = "Use the value of a client secret, and not its id. The application's registration makes a new one, under " +
            "Certificates & secrets.",
        [7000218] = "Turn on \"Allow public client flows\" in the application's registration, under Authentication.",
        [7000222] = "Make a new client secret in the application's registration, under Certificates & secrets: this one has expired.",
    };

    private const string TenantRemedy = "Check the tenant, its id or its domain, and that it is in this cloud.";
    private const string ClockRemedy = "Set this machine's clock: the sign-in server does not accept a proof of another time.";

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
        var refusal = Chain(exception).Select(static one => one.Message).FirstOrDefault(static text => CodeIn(text) >= 0);
        if (refusal is not null)
        {
            var start = CodeIn(refusal);
            return new SignInFailure(WithoutIds(refusal.Substring(start)), RemedyOf(refusal, start));
        }

        var broken = Chain(exception).FirstOrDefault(static one => one is HttpRequestException or SocketException);
        return broken is null
            ? new SignInFailure(exception.Message, remedy: null)
            : new SignInFailure(
                $"The sign-in server could not be reached. {broken.Message}",
                "Check the network and the proxy on the way to the sign-in server.");
    }

    private static IEnumerable<Exception> Chain(Exception exception)
    {
        for (var one = exception; one is not null; one = one.InnerException)
            yield return one;
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
        return Remedies.TryGetValue(int.Parse(text.Substring(start, end - start), CultureInfo.InvariantCulture), out var remedy)
            ? remedy
            : null;
    }

    // Only Microsoft's support can read them.
    private static string WithoutIds(string text)
    {
        var end = text.IndexOf("Trace ID:", StringComparison.Ordinal);
        return end > 0 ? text.Substring(0, end).TrimEnd() : text;
    }
}
