using Microsoft.Kiota.Abstractions;

namespace Attendance.Client.Internal;

/// <summary>The URL of a request that a generated builder describes.</summary>
internal static class RequestUri
{
    public static Uri Of(RequestInformation request, ODataQuery? query = null)
    {
        Add("$top", query?.Top);
        Add("$skip", query?.Skip);
        Add("$filter", query?.Filter);
        Add("$orderby", query?.OrderBy);
        Add("$select", query?.Select);
        Add("$expand", query?.Expand);
        Add("$count", query?.Count);

        // RFC 6570 knows no variable named "$top", so the templates name it "%24top", and so does the URL that they expand to.
        // Only option names can match: in a value, both '&' and '%' are encoded.
        return new Uri(request.URI.OriginalString.Replace("?%24", "?$").Replace("&%24", "&$"));

        void Add(string option, object? value)
        {
            if (value is IReadOnlyList<string> list)
                value = list.Count == 0 ? null : list.ToArray();
            if (value is not null)
                request.QueryParameters.Add(option.Replace("$", "%24"), value);
        }
    }
}
