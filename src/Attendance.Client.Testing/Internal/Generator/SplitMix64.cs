namespace Attendance.Client.Testing.Internal;

/// <summary>Random numbers by Steele's SplitMix64, which are the same on every framework, as those of <see cref="System.Random"/> are
/// not.</summary>
internal sealed class SplitMix64(ulong state)
{
    private const ulong GoldenGamma = 0x9E3779B97F4A7C15;

    private ulong _state = state;

    /// <summary>Numbers that follow from a text.</summary>
    public static SplitMix64 Of(string text)
    {
        var hash = 0UL;
        foreach (var letter in text)
            hash = Mix(unchecked(hash + GoldenGamma) ^ letter);
        return new SplitMix64(hash);
    }

    public ulong Next() => Mix(_state = unchecked(_state + GoldenGamma));

    public int Below(int limit) => (int)Below((long)limit);

    public long Below(long limit) => (long)(Next() % (ulong)limit);

    /// <summary>True in so many cases of a thousand. Whole numbers alone: fractions are not the same on every machine.</summary>
    public bool Chance(int ofThousand) => Below(1_000) < ofThousand;

    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>A random GUID (version 4), as Graph's are.</summary>
    public Guid NextGuid()
    {
        var (high, low) = (Next(), Next());
        return new Guid(
            (int)(high >> 32), (short)(high >> 16), (short)((high & 0x0FFF) | 0x4000),
            (byte)(((low >> 56) & 0x3F) | 0x80), (byte)(low >> 48), (byte)(low >> 40), (byte)(low >> 32), (byte)(low >> 24),
            (byte)(low >> 16), (byte)(low >> 8), (byte)low);
    }

    private static ulong Mix(ulong value)
    {
        unchecked
        {
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }
}
