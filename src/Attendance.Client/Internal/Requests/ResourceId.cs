using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Attendance.Client.Internal;

/// <summary>The ids that may stand in a path.</summary>
internal static class ResourceId
{
    /// <summary>Returns the id, which is opaque, unless it would address another resource than the one meant, or is an address
    /// itself.</summary>
    public static string Check(string id, [CallerArgumentExpression(nameof(id))] string? parameterName = null)
    {
        if (id is null)
            throw new ArgumentNullException(parameterName);

        return Diagnose(id) is var (what, cure) ? throw new ArgumentException($"The id {what}. {cure}", parameterName) : id;
    }

    /// <summary>Whether there is an id and it may stand in a path.</summary>
    public static bool CanBeSent([NotNullWhen(true)] string? id) => id is not null && WhatIsWrongWith(id) is null;

    /// <summary>Says why the id cannot be sent, as the end of a sentence, or null where it can.</summary>
    public static string? WhatIsWrongWith(string id) => Diagnose(id)?.What;

    private static (string What, string Cure)? Diagnose(string id) => WhatCannotBeSentOf(id) is { } fault
        ? (fault, "Pass the id as Microsoft Graph returned it, not encoded.")
        : AddressFault.Of(id);

    private static string? WhatCannotBeSentOf(string id)
    {
        if (string.IsNullOrWhiteSpace(id))
            return id.Length == 0 ? "is empty" : "is blank";
        if (id is "." or "..")
            return $"is \"{id}\", which would address another resource";

        for (var i = 0; i < id.Length; i++)
        {
            if (char.IsControl(id[i]))
                return $"has the control character U+{(int)id[i]:X4} at position {i}";
            if (char.IsSurrogatePair(id, i))
                i++;
            else if (char.IsSurrogate(id[i]))
                return $"has half a surrogate pair at position {i}";
        }

        return null;
    }
}
