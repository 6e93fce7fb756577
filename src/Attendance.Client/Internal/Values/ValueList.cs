using System.Collections;

namespace Attendance.Client.Internal;

/// <summary>Makes the lists that the public records hold.</summary>
internal static class ValueList
{
    /// <summary>Returns an immutable copy that compares by value, or null for null.</summary>
    public static ValueList<T>? Copy<T>(IReadOnlyList<T>? items) => items switch
    {
        null => null,
        ValueList<T> list => list,
        { Count: 0 } => ValueList<T>.Empty,
        _ => new ValueList<T>([.. items]),
    };
}

/// <summary>An immutable list that compares by value, as the records that hold it do.</summary>
/// <param name="items">The items, which nobody else may hold.</param>
internal sealed class ValueList<T>(T[] items) : IReadOnlyList<T>, IEquatable<ValueList<T>>
{
    public static ValueList<T> Empty { get; } = new([]);

    public int Count => items.Length;

    public T this[int index] => items[index];

    public bool Equals(ValueList<T>? other) =>
        ReferenceEquals(this, other) || (other is not null && items.SequenceEqual(other));

    public override bool Equals(object? obj) => Equals(obj as ValueList<T>);

    public override int GetHashCode() =>
        items.Aggregate(items.Length, (hash, item) => unchecked((hash * 31) + (item?.GetHashCode() ?? 0)));

    public override string ToString() => $"[{string.Join(", ", items)}]";

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => items.GetEnumerator();
}
