using Microsoft.Kiota.Abstractions;

namespace Attendance.Client.Internal;

/// <summary>Addresses of the requests that the generated builders describe.</summary>
internal static class RequestUri
{
    /// <summary>Gives the request the address that its builder's template and the query make.</summary>
    public static RequestInformation Address(this RequestInformation request, ODataQuery? query = null)
    {
        if (query is not null)
        {
            // RFC 6570 knows no variable named "$top", so the templates name it "%24top".
            Add("%24top", query.Top);
            Add("%24skip", query.Skip);
            Add("%24filter", query.Filter);
            Add("%24orderby", query.OrderBy);
            Add("%24select", query.Select);
            Add("%24expand", query.Expand);
            Add("%24count", query.Count);
        }

        request.URI = new Uri(UrlTemplate.Of(request.UrlTemplate!).Fill(request));
        return request;

        void Add(string option, object? value)
        {
            if (value is not (null or IReadOnlyList<string> { Count: 0 }))
                request.QueryParameters.Add(option, value);
        }
    }

    /// <summary>A request for an address that an answer links to.</summary>
    public static RequestInformation LinkedTo(Uri link) => Of(Method.GET, link);

    /// <summary>Kiota's name of a method, or null for one that is not sent.</summary>
    public static Method? MethodOf(HttpMethod method) => method.Method switch
    {
        "GET" => Method.GET,
        "POST" => Method.POST,
        "PUT" => Method.PUT,
        "PATCH" => Method.PATCH,
        "DELETE" => Method.DELETE,
        _ => null,
    };

    /// <summary>A request that no builder describes.</summary>
    public static RequestInformation Of(Method method, Uri uri)
    {
        var request = new RequestInformation { HttpMethod = method, URI = uri };
        request.Headers.TryAdd("Accept", "application/json");
        return request;
    }
}
