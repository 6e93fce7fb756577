namespace Attendance.Client;

/// <summary>A webinar or town hall as another system knows it.</summary>
/// <remarks>See <see href="https://learn.microsoft.com/graph/api/resources/virtualeventexternalinformation"/>.</remarks>
public sealed record ExternalEvent
{
    /// <summary>Id of the application that holds the event, or null where Graph does not say.</summary>
    public string? ApplicationId { get; init; }

    /// <summary>Id of the event in that application, up to 256 characters, or null where Graph does not say.</summary>
    public string? EventId { get; init; }
}
