using System.Text.Json;
using Azure.Identity;

namespace Attendance.Cli;

/// <summary>What <c>attendance login</c> keeps: profiles, and for those of users who has signed in and the tokens.</summary>
internal sealed class Profiles
{
    public const string DefaultName = "default";

    private const string ListName = "profiles.json";
    private const string DirectoryVariable = "ATTENDANCE_CONFIG_DIR";
    private const int LongestName = 64;

    private readonly PrivateFiles? _files;

    public Profiles(Surroundings surroundings) => _files = DirectoryOf(surroundings) is { } path ? new PrivateFiles(path) : null;

    private PrivateFiles Files => _files ?? throw new FailureException(
        "Nothing says where sign-ins are kept, as neither HOME nor XDG_CONFIG_HOME is set.",
        $"Name a directory in the variable {DirectoryVariable}.");

    /// <summary>All profiles, none where nobody has signed in.</summary>
    public ProfileList Read()
    {
        if (_files?.Read(ListName) is not { } json)
            return new ProfileList();

        try
        {
            var list = JsonSerializer.Deserialize(json, ProfileJson.Default.ProfileList);
            if (list is { Profiles: { } profiles } && profiles.All(entry => entry.Value is not null && IsName(entry.Key)))
                return list;
        }
        catch (JsonException)
        {
            // Told below, as all else that is no list of profiles.
        }

        throw new FailureException(
            $"{Files.PathOf(ListName)} holds no list of profiles.", "Mend it, or run attendance logout --all and sign in again.");
    }

    /// <summary>A profile that is there.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="from">What names it.</param>
    public Profile Get(string name, string from)
    {
        var list = Read();
        return list.Profiles.TryGetValue(CheckName(name, from), out var profile) ? profile : throw new UsageException(
            $"{from} is \"{name}\", and there is no such profile" +
            (list.Profiles.Count == 0 ? "." : $" among {string.Join(", ", list.Profiles.Keys)}.") +
            $" Make it with attendance login --profile {name}.");
    }

    public void Save(string name, Profile profile, AuthenticationRecord? account)
    {
        var list = Read();
        list.Profiles[name] = profile;
        if (account is null)
        {
            Files.Delete(AccountOf(name));
        }
        else
        {
            using var stream = new MemoryStream();
            account.Serialize(stream);
            Files.Write(AccountOf(name), stream.ToArray());
        }

        Write(list with { Current = name });
    }

    /// <summary>Who has signed in, or null where nobody has.</summary>
    public AuthenticationRecord? AccountIn(string name)
    {
        if (Files.Read(AccountOf(name)) is not { } json)
            return null;

        try
        {
            using var stream = new MemoryStream(json);
            return AuthenticationRecord.Deserialize(stream);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    /// <summary>The tokens of a profile.</summary>
    /// <param name="name">The profile.</param>
    /// <param name="isUnsafe">Whether they are in a file in clear.</param>
    /// <param name="isNew">Whether somebody signs in: else nothing is kept where nobody is signed in any longer.</param>
    public TokenStore TokensOf(string name, bool isUnsafe, bool isNew = false) =>
        new(Files, name, isUnsafe, () => isNew || Files.Exists(AccountOf(name)));

    /// <summary>Forgets a profile, and all that is kept with it.</summary>
    public void Remove(string name)
    {
        var list = Read();
        var isUnsafe = list.Profiles[name].UnsafeStore;
        Files.Delete(AccountOf(name));
        TokensOf(name, isUnsafe).Clear();
        list.Profiles.Remove(name);
        Write(list with { Current = list.Current == name ? null : list.Current });
    }

    /// <summary>The names of all profiles. A list that cannot be read goes as it is, as do the tokens in clear beside it.</summary>
    public IReadOnlyList<string> ReadToForget()
    {
        try
        {
            return [.. Read().Profiles.Keys];
        }
        catch (FailureException) when (_files?.Exists(ListName) == true)
        {
            foreach (var file in Directory.EnumerateFiles(Files.Directory).Where(file => IsKept(Path.GetFileName(file))).ToList())
                Files.Delete(Path.GetFileName(file));
            return [];
        }
    }

    /// <summary>The name, where a profile can have it.</summary>
    public static string CheckName(string name, string from) => IsName(name) ? name : throw new UsageException(
        $"{from} is \"{CellText.Of(CellText.Short(name))}\", which is no name of a profile: " +
        "it has small letters, digits and hyphens alone. Pass one such as work.");

    // A name is part of those of files, which are the same on some systems whatever their case.
    private static bool IsName(string name) =>
        name.Length is > 0 and <= LongestName
        && name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');

    private static bool IsKept(string file) =>
        file == ListName
        || file.EndsWith(".account.json", StringComparison.Ordinal)
        || file.EndsWith(".tokens", StringComparison.Ordinal);

    private static string AccountOf(string name) => $"{name}.account.json";

    private static string? DirectoryOf(Surroundings surroundings)
    {
        if (Variable(DirectoryVariable) is { } named)
            return Path.GetFullPath(named);
        if (OperatingSystem.IsWindows())
            return Variable("APPDATA") is { } roaming ? Path.Combine(roaming, "attendance") : null;

        // The specification has relative ones passed over.
        if (Variable("XDG_CONFIG_HOME") is { } configuration && Path.IsPathRooted(configuration))
            return Path.Combine(configuration, "attendance");

        return Variable("HOME") is { } home ? Path.Combine(home, ".config", "attendance") : null;

        string? Variable(string name) => surroundings.Environment(name) is { Length: > 0 } value ? value : null;
    }

    private void Write(ProfileList list)
    {
        if (list.Profiles.Count == 0)
            Files.Delete(ListName);
        else
            Files.Write(ListName, JsonSerializer.SerializeToUtf8Bytes(list, ProfileJson.Default.ProfileList));
    }
}
