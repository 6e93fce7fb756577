using Attendance.Client.Analysis;

namespace Attendance.Cli;

/// <summary>The people whom an assistant names as expected.</summary>
internal static class ExpectedPeople
{
    /// <summary>The people of a question, or null where it names none.</summary>
    public static IReadOnlyList<ExpectedPerson>? Of(ToolArguments arguments) =>
        arguments.List(ToolParameters.People.Name) is { } texts ? [.. texts.Select(Of)] : null;

    private static ExpectedPerson Of(string text)
    {
        if (Guid.TryParse(text, out _))
            return new ExpectedPerson { Id = text };
        if (!text.Contains('@', StringComparison.Ordinal))
            return new ExpectedPerson { DisplayName = text };

        // As mail programs write it.
        var start = text.IndexOf('<', StringComparison.Ordinal);
        var name = start > 0 ? text[..start].Trim(' ', '"') : "";
        return new ExpectedPerson
        {
            EmailAddress = text[(start + 1)..].Trim(' ', '>'),
            DisplayName = name.Length > 0 ? name : null,
        };
    }
}
