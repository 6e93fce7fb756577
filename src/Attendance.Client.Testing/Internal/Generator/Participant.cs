namespace Attendance.Client.Testing.Internal;

/// <summary>Somebody whom the generator made up, in a role.</summary>
/// <param name="Name">The name, which <paramref name="Identity"/> may hide.</param>
/// <param name="Identity">Who it is, as a report shows it.</param>
/// <param name="Role">Role in every session.</param>
/// <param name="User">The person, where it is one who signs in.</param>
internal sealed record Participant(FullName Name, AttendeeIdentity Identity, AttendeeRole Role, Person? User = null)
{
    public string? RegistrationId { get; init; }

    /// <summary>Address by which the participant can register.</summary>
    public string? Email => User?.Email ?? Identity.Email;
}
