using Attendance.Client.Internal;

namespace Attendance.Client;

/// <summary>A registrant's answer to one question: <see cref="Value"/>, <see cref="BooleanValue"/> or <see cref="Choices"/>, by the kind of
/// the question.</summary>
/// <remarks>See <see href="https://learn.microsoft.com/graph/api/resources/virtualeventregistrationquestionanswer"/>.</remarks>
public sealed record RegistrationAnswer
{
    /// <summary>Key of the question, or null where Graph sent none.</summary>
    public string? QuestionId { get; init; }

    /// <summary>The question as the registrant saw it, or null where Graph does not say.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The answer as text, or null where it is none.</summary>
    public string? Value { get; init; }

    /// <summary>The answer as yes or no, or null where it is neither.</summary>
    public bool? BooleanValue { get; init; }

    /// <summary>What the registrant chose; empty where there was nothing to choose.</summary>
    public IReadOnlyList<string> Choices
    {
        get;
        init => field = ValueList.Copy(value) ?? ValueList<string>.Empty;
    } = ValueList<string>.Empty;
}
