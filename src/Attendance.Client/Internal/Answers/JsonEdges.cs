namespace Attendance.Client.Internal;

/// <summary>The first and the last character of a body that is no blank of JSON, which tell what it is before it is parsed.</summary>
internal static class JsonEdges
{
    /// <summary>Whether the body begins as an object or a list of JSON does.</summary>
    public static bool IsJson(ReadOnlySpan<byte> body)
    {
        var start = 0;
        while (start < body.Length && IsBlank(body[start]))
            start++;

        return start < body.Length && body[start] is (byte)'{' or (byte)'[';
    }

    /// <summary>Whether the body begins as JSON does, but does not end so.</summary>
    public static bool IsCutOff(ReadOnlySpan<byte> body)
    {
        var end = body.Length - 1;
        while (end >= 0 && IsBlank(body[end]))
            end--;

        return IsJson(body) && body[end] is not ((byte)'}' or (byte)']');
    }

    private static bool IsBlank(byte letter) => letter is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';
}
