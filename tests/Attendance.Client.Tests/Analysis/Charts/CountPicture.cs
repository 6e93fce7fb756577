using System.Globalization;
using System.Xml.Linq;

namespace Attendance.Client.Tests.Charts;

/// <summary>Parts of a picture of the head count.</summary>
internal static class CountPicture
{
    public static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static AttendanceReport Report(string start, int minutes) => new()
    {
        Id = start,
        StartedAt = Drawn.At(start),
        EndedAt = Drawn.At(start).AddMinutes(minutes),
        Records = [Drawn.Person("Ada", (start, Drawn.At(start).AddMinutes(minutes).ToString("O", CultureInfo.InvariantCulture)))],
    };

    public static string Description(XElement svg) => (string)svg.Element(Svg + "desc")!;

    /// <summary>Labels of both axes.</summary>
    public static IEnumerable<string> Labels(XElement svg) =>
        svg.Elements(Svg + "text").Where(text => !((string)text.Attribute("class")!).StartsWith("over", StringComparison.Ordinal))
            .Select(text => text.Value);

    public static XElement Count(XElement svg) => svg.Elements(Svg + "path").Single(path => (string?)path.Attribute("class") == "count");
}
