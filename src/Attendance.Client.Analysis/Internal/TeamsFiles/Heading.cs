namespace Attendance.Client.Analysis.Internal.TeamsFiles;

/// <summary>What a heading, a label or an action means.</summary>
internal enum Heading
{
    Unknown,
    Name,
    Action,
    Time,
    Join,
    Leave,
    Duration,
    Email,
    Role,
    UserPrincipalName,
    SessionId,
    ParticipantId,
    UserAgent,
    FirstName,
    LastName,
    RegisteredAt,
    RegistrationStatus,
}
