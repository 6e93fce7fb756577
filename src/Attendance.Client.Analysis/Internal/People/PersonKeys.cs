using System.Text;

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

    /// <summary>The e-mail addresses of a record, and the user principal name, which counts as one, where it looks like one; the most
    /// telling first.</summary>
    public static IEnumerable<string> Addresses(AttendanceRecord record)
    {
        if (Address(record.EmailAddress) is { } address)
            yield return address;
        if (Address(record.Identity?.Email) is { } ofIdentity)
            yield return ofIdentity;
        if (Address(record.Identity?.UserPrincipalName) is { } name)
            yield return name;
    }

    /// <summary>The addresses of somebody who is expected.</summary>
    public static IEnumerable<string> Addresses(ExpectedPerson person)
    {
        if (Address(person.EmailAddress) is { } address)
            yield return address;
        foreach (var other in person.OtherAddresses)
        {
            if (Address(other) is { } another)
                yield return another;
        }
    }

    /// <summary>Text that is not blank, or null.</summary>
    public static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text!.Trim();

    /// <summary>A name as it is compared, or null where it says nothing: some systems write the same letter in two ways, and a spreadsheet
    /// leaves spaces behind.</summary>
    public static string? Name(string? name) =>
        Text(name) is not { } text ? null
        : text.All(static letter => letter is >= ' ' and <= '~') && text.IndexOf("  ", StringComparison.Ordinal) < 0 ? text
        : string.Join(" ", Whole(text).Normalize().Split(null!).Where(static word => word.Length > 0));

    /// <summary>Text without the halves of letters that are left where something was cut, and without U+FFFE, which is no letter: neither
    /// has a normal form.</summary>
    public static string Whole(string text)
    {
        StringBuilder? whole = null;
        for (var index = 0; index < text.Length; index++)
        {
            if (char.IsSurrogatePair(text, index))
                index++;
            else if (char.IsSurrogate(text[index]) || text[index] == '\uFFFE')
                (whole ??= new StringBuilder(text))[index] = '\uFFFD';
        }

        return whole?.ToString() ?? text;
    }

    /// <summary>The name of somebody whom nothing but a name tells apart, or null; who is hidden has no name of their own.</summary>
    public static string? NameAlone(AttendanceRecord record) =>
        record.Identity is { } identity && identity.Kind != AttendeeKind.Encrypted
        && Id(identity.Id) is null && Id(record.RegistrationId) is null && !Addresses(record).Any()
            ? Text(identity.DisplayName)
            : null;

    /// <summary>The name of somebody expected whom nothing but a name tells apart, or null.</summary>
    public static string? NameAlone(ExpectedPerson person) =>
        Id(person.Id) is null && Id(person.RegistrationId) is null && !Addresses(person).Any() ? Text(person.DisplayName) : null;
}
