using System.Globalization;

namespace Attendance.Client.Testing.Internal;

/// <summary>The requests of the last 30 seconds, of which Graph takes so many.</summary>
internal sealed class RequestWindow
{
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(30);

    private readonly Queue<DateTimeOffset> _taken = new();

    /// <exception cref="GraphRefusal">There were too many.</exception>
    public void Take(int limit, DateTimeOffset now)
    {
        while (_taken.Count > 0 && now - _taken.Peek() >= Length)
            _taken.Dequeue();
        if (_taken.Count >= limit)
        {
            var wait = _taken.Count == 0 ? Length : _taken.Peek() + Length - now;
            throw GraphRefusal.Throttled(Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture));
        }

        _taken.Enqueue(now);
    }
}
