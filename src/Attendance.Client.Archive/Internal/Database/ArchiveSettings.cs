using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace Attendance.Client.Archive.Internal;

/// <summary>What holds for a whole archive.</summary>
internal static class ArchiveSettings
{
    public const string ForgettingKey = "forgetting_key";
    public const string Pseudonyms = "pseudonym_key_fingerprint";
    public const string OmitsTimes = "omits_times";
    public const string ErasedBefore = "erased_before";
    public const string PrivacyVersion = "privacy_version";

    private static readonly string[] All = [ForgettingKey, Pseudonyms, OmitsTimes, ErasedBefore, PrivacyVersion];

    public static string OfTime(DateTimeOffset time) => time.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);

    public static DateTimeOffset? ToTime(string text) =>
        text.Length == 0 ? null : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);

    public static bool AreWhole(Dictionary<string, string> settings) => Array.TrueForAll(All, settings.ContainsKey);

    public static Task<Dictionary<string, string>> ReadAsync(ArchiveContext context, CancellationToken cancellationToken) =>
        context.Settings.AsNoTracking().ToDictionaryAsync(
            static row => row.Name, static row => row.Value, StringComparer.Ordinal, cancellationToken);

    /// <summary>Writes what an archive is begun with, or gives what somebody else has written meanwhile.</summary>
    public static async Task<Dictionary<string, string>> BeginAsync(
        ArchiveContext context, string pseudonyms, bool omitsTimes, string archiveName, CancellationToken cancellationToken)
    {
        var settings = await ReadAsync(context, cancellationToken).ConfigureAwait(false);
        if (AreWhole(settings))
            return settings;

        // Begun anew, people would stand by name beside pseudonyms, and who was forgotten would come back.
        if (settings.Count > 0 || await context.Meetings.AnyAsync(cancellationToken).ConfigureAwait(false))
        {
            throw new ArchiveException(
                $"In {archiveName} the table settings lacks {string.Join(", ", All.Where(name => !settings.ContainsKey(name)))}, so that " +
                "nobody can say what may be kept of people. Put the table back from a backup.");
        }

        settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [ForgettingKey] = Convert.ToHexString(RandomNumberGenerator.GetBytes(32)),
            [Pseudonyms] = pseudonyms,
            [OmitsTimes] = omitsTimes ? "true" : "false",
            [ErasedBefore] = "",
            [PrivacyVersion] = "0",
        };
        context.Settings.AddRange(settings.Select(static setting => new SettingRow { Name = setting.Key, Value = setting.Value }));
        return settings;
    }

    /// <summary>The number of changes to what may be kept of people, which nobody changes before the transaction ends.</summary>
    public static Task<string> LockPrivacyAsync(ArchiveContext context, CancellationToken cancellationToken) =>
        LockPrivacyAsync(context, "SELECT name, value FROM settings WHERE name = 'privacy_version' FOR SHARE", cancellationToken);

    /// <summary>Has everybody who saves from now on read the rules anew, and wait for the end of the transaction before.</summary>
    public static async Task ChangePrivacyAsync(ArchiveContext context, CancellationToken cancellationToken)
    {
        var version = await LockPrivacyAsync(
            context, "SELECT name, value FROM settings WHERE name = 'privacy_version' FOR UPDATE", cancellationToken)
            .ConfigureAwait(false);
        var next = (long.Parse(version, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture);
        await SetAsync(context, PrivacyVersion, next, cancellationToken).ConfigureAwait(false);
    }

    public static Task SetAsync(ArchiveContext context, string name, string value, CancellationToken cancellationToken) =>
        context.Settings.Where(row => row.Name == name)
            .ExecuteUpdateAsync(row => row.SetProperty(static one => one.Value, value), cancellationToken);

    private static async Task<string> LockPrivacyAsync(ArchiveContext context, string postgres, CancellationToken cancellationToken)
    {
        // SQLite has one writer at a time.
        var rows = context is SqliteArchiveContext
            ? context.Settings.Where(static row => row.Name == PrivacyVersion)
            : context.Settings.FromSqlRaw(postgres);
        return (await rows.AsNoTracking().ToListAsync(cancellationToken).ConfigureAwait(false))[0].Value;
    }
}
