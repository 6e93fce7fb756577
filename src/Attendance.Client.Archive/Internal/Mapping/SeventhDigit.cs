namespace Attendance.Client.Archive.Internal;

/// <summary>Keeps the seventh fractional digit of times that PostgreSQL cuts off, up to three times in a number.</summary>
internal static class SeventhDigit
{
    public static short? Of(params ReadOnlySpan<DateTimeOffset?> times)
    {
        var digits = 0;
        foreach (var time in times)
            digits = (digits * 10) + (int)((time?.UtcTicks ?? 0) % 10);
        return (short)digits;
    }

    /// <summary>The time with its digit.</summary>
    /// <param name="time">The time as it was kept.</param>
    /// <param name="digits">The digits, or null where the time has all of its own.</param>
    /// <param name="fromRight">Which of the digits, 0 for the last.</param>
    public static DateTimeOffset? Restore(DateTimeOffset? time, short? digits, int fromRight)
    {
        if (time is not { } kept)
            return null;
        if (digits is not { } packed)
            return kept.ToUniversalTime();

        for (var i = 0; i < fromRight; i++)
            packed /= 10;
        return new DateTimeOffset(kept.UtcTicks - (kept.UtcTicks % 10) + (packed % 10), TimeSpan.Zero);
    }
}
