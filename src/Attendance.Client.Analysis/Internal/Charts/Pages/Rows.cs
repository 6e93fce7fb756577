using System.Text;

namespace Attendance.Client.Analysis.Internal.Charts;

/// <summary>The first rows of a table, as many as there is room for.</summary>
internal sealed class Rows
{
    private Rows(Markup markup, int count, long size) => (Markup, Count, Size) = (markup, count, size);

    public static Rows None { get; } = new(new Markup(), 0, 0);

    public Markup Markup { get; }

    public int Count { get; }

    /// <summary>Length in bytes of UTF-8.</summary>
    public long Size { get; }

    /// <summary>Rows from the first to the last that fits.</summary>
    public static Rows Take(IEnumerable<Markup> rows, long room)
    {
        var (markup, count, size) = (new Markup(), 0, 0L);
        foreach (var row in rows)
        {
            var next = size + Encoding.UTF8.GetByteCount(row.ToString());
            if (next > room)
                break;

            (count, size) = (count + 1, next);
            markup.Add(row);
        }

        return new Rows(markup, count, size);
    }
}
