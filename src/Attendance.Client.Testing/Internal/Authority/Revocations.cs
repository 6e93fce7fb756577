namespace Attendance.Client.Testing.Internal;

/// <summary>Which tokens of whom are good no longer.</summary>
/// <remarks>Tokens are counted, since a second, which their times are told in, holds many of them.</remarks>
internal sealed class Revocations
{
    private readonly Dictionary<string, (long Serial, DateTimeOffset At)> _last = new(StringComparer.OrdinalIgnoreCase);
    private long _serial;

    public long NextSerial() => ++_serial;

    public void Revoke(string subject, DateTimeOffset at) => _last[subject] = (_serial, at);

    /// <summary>When the token was revoked, or null where it was not.</summary>
    public DateTimeOffset? Of(string subject, long serial) =>
        _last.TryGetValue(subject, out var last) && serial <= last.Serial ? last.At : null;
}
