namespace Attendance.Client.Archive.Internal;

/// <summary>What somebody answered who registered.</summary>
internal sealed class RegistrationAnswerRow
{
    public long VirtualEventId { get; set; }

    public int RegistrationPosition { get; set; }

    public int Position { get; set; }

    public string? QuestionId { get; set; }

    public string? Question { get; set; }

    public string? Value { get; set; }

    public bool? BooleanValue { get; set; }

    /// <summary>A JSON array of texts.</summary>
    public List<string> Choices { get; set; } = [];
}
