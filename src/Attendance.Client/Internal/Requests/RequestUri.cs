using System.Globalization;
using System.Text;
using Microsoft.Kiota.Abstractions;

namespace Attendance.Client.Internal;

/// <summary>The URL of a request that a generated builder describes.</summary>
internal static class RequestUri
{
    public static Uri Of(RequestInformation request, ODataQuery? query = null)
    {
        // RFC 6570 knows no variable named "$top", so the templates name it "%24top".
        Add("%24top", query?.Top);
        Add("%24skip", query?.Skip);
        Add("%24filter", query?.Filter);
        Add("%24orderby", query?.OrderBy);
        Add("%24select", query?.Select);
        Add("%24expand", query?.Expand);
        Add("%24count", query?.Count);
        return new Uri(Fill(request.UrlTemplate!, request));

        void Add(string option, object? value)
        {
            if (value is not (null or IReadOnlyList<string> { Count: 0 }))
                request.QueryParameters.Add(option, value);
        }
    }

    // The builders' templates have just these four kinds of expressions. Kiota's expansion of any template there can be took half the time of
    // a small call and more than half of its memory.
    private static string Fill(string template, RequestInformation request)
    {
        var url = new StringBuilder(capacity: 2 * template.Length);
        var end = 0;
        for (var start = template.IndexOf('{'); start >= 0; start = template.IndexOf('{', end))
        {
            url.Append(template, end, start - end);
            end = template.IndexOf('}', start) + 1;
            var expression = template.Substring(start + 1, end - start - 2);
            if (expression[0] == '+')
                url.Append(request.PathParameters[expression.Substring(1)]);
            else if (expression[0] is '?' or '&')
                AddQuery(url, expression[0], expression.Substring(1), request.QueryParameters);
            else
                url.Append(Encode(request.PathParameters.TryGetValue(expression, out var value) ? value : request.QueryParameters[expression]));
        }

        return url.Append(template, end, template.Length - end).ToString();
    }

    private static void AddQuery(StringBuilder url, char separator, string names, IDictionary<string, object> parameters)
    {
        if (parameters.Count == 0)
            return;

        foreach (var item in names.Split(','))
        {
            var name = item.TrimEnd('*');
            if (!parameters.TryGetValue(name, out var value))
                continue;

            url.Append(separator).Append(name.Replace("%24", "$")).Append('=').Append(Encode(value));
            separator = '&';
        }
    }

    private static string Encode(object value) => value switch
    {
        IEnumerable<string> list => string.Join(",", list.Select(Uri.EscapeDataString)),
        bool flag => flag ? "true" : "false",
        _ => Uri.EscapeDataString(Convert.ToString(value, CultureInfo.InvariantCulture)!),
    };
}
