namespace Attendance.Client.Analysis.Internal;

/// <summary>What tells people apart, as records and registrations give it.</summary>
internal static class PersonKeys
{
    // What some systems send for an identity that they do not know.
    private static readonly string NobodyId = Guid.Empty.ToString();

    /// <summary>An id, or null where it says nothing.</summary>
    public static string? Id(string? id) => Text(id) is { } text && text != NobodyId ? text : null;

    /// <summary>An e-mail address, or null where it is none: some answers hold a placeholder in its place.</summary>
    public static string? Address(string? address) => Text(address) is { } text && text.Contains('@') ? text : null;

    /// <summary>Text that is not blank, or null.</summary>
    public static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text!.Trim();

    /// <summary>The addresses of a record: its own, and that of a guest's identity.</summary>
    public static IEnumerable<string> Addresses(AttendanceRecord record)
    {
        if (Address(record.EmailAddress) is { } address)
            yield return address;
        if (Address(record.Identity?.Email) is { } guestAddress)
            yield return guestAddress;
    }

    /// <summary>The name of somebody whom nothing but a name tells apart, or null; who is hidden has no name of their own.</summary>
    public static string? NameAlone(AttendanceRecord record) =>
        Id(record.Identity?.Id) is null && Id(record.RegistrationId) is null && !Addresses(record).Any() && record.Identity?.Kind != AttendeeKind.Encrypted
            ? Text(record.Identity?.DisplayName)
            : null;
}
