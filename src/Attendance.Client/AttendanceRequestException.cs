using System.Net;
using System.Text;

namespace Attendance.Client;

/// <summary>Microsoft Graph, or something between it and the client, did not give the answer that was asked for.</summary>
/// <remarks>
/// The only exception for an answer that is no success. A failed connection stays <see cref="HttpRequestException"/>, cancellation
/// <see cref="OperationCanceledException"/>, and a token that could not be had is the credential's own exception.
/// See <see href="https://learn.microsoft.com/graph/errors"/>.
/// </remarks>
public sealed class AttendanceRequestException : Exception
{
    /// <summary>An exception such as the client throws, for tests of code that handles one.</summary>
    public AttendanceRequestException(string message, HttpStatusCode status, AttendanceErrorReason reason, Exception? innerException = null)
        : base(message, innerException)
    {
        Status = status;
        Reason = reason;
    }

    /// <summary>Status of the answer.</summary>
    public HttpStatusCode Status { get; }

    /// <summary>Why the request failed, as far as the answer tells.</summary>
    public AttendanceErrorReason Reason { get; }

    /// <summary>What to do about it, or null where the answer gives no hint.</summary>
    public string? Remedy { get; init; }

    /// <summary>Graph's own code, such as <c>Forbidden</c>, or null where it sent none.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>Id that Graph gave the request, to quote to Microsoft's support, or null where it gave none.</summary>
    public string? RequestId { get; init; }

    /// <summary>Id that the client gave the request, or null where it is not known.</summary>
    public string? ClientRequestId { get; init; }

    /// <summary>How often the request was sent.</summary>
    public int Attempts { get; init; } = 1;

    /// <summary>When Graph answered, in UTC, or null where it does not say.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>How long to wait before another request, or null where Graph does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The message, everything to quote, and the stack trace.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(base.ToString());
        text.AppendLine();
        Append(nameof(Status), $"{(int)Status} {Status}");
        Append(nameof(Reason), Reason);
        Append(nameof(Remedy), Remedy);
        Append(nameof(ErrorCode), ErrorCode);
        Append(nameof(RequestId), RequestId);
        Append(nameof(ClientRequestId), ClientRequestId);
        Append(nameof(Attempts), Attempts);
        Append(nameof(Date), Date?.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        Append(nameof(RetryAfter), RetryAfter);
        return text.ToString();

        void Append(string name, object? value)
        {
            if (value is not null)
                text.Append(name).Append(": ").Append(value).AppendLine();
        }
    }
}
