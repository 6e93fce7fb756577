using System.Net;

namespace Attendance.Client.Internal;

/// <summary>The pages of one collection that were asked for, of which each keeps eight bytes.</summary>
internal sealed class FollowedLinks
{
    private const int MostPages = 10_000;

    private readonly HashSet<ulong> _hashes = [];

    /// <summary>Notes a page.</summary>
    /// <exception cref="AttendanceRequestException">It was followed already, or there are more pages than any collection of Graph
    /// has.</exception>
    public void Add(Uri page)
    {
        if (!_hashes.Add(Hash(page.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped))))
            throw Refused(page, "was followed already, so the pages would never end");
        if (_hashes.Count > MostPages)
            throw Refused(page, $"is page {_hashes.Count}, and no collection of attendance has so many");
    }

    /// <summary>The exception for a link that is not followed.</summary>
    public static AttendanceRequestException Refused(Uri link, string fault)
    {
        const string Remedy = "Nothing was sent there. Check what stands between the application and Graph, or report it to Microsoft.";
        return new AttendanceRequestException(
            $"The link to the next page, {link.GetLeftPart(UriPartial.Path)}, {fault}. {Remedy}", HttpStatusCode.OK,
            AttendanceErrorReason.UnexpectedResponse)
        {
            Remedy = Remedy,
        };
    }

    // FNV-1a in 64 bits: ten thousand links collide by chance once in 10^11 collections.
    private static ulong Hash(string text)
    {
        var hash = 14695981039346656037;
        foreach (var letter in text)
            hash = unchecked((hash ^ letter) * 1099511628211);

        return hash;
    }
}
