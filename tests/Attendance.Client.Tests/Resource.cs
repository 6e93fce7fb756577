using System.Text;

namespace Attendance.Client.Tests;

/// <summary>Files of the repository that the tests carry with them.</summary>
internal static class Resource
{
    /// <summary>README of the repository, those of the packages, and the guides.</summary>
    public static IReadOnlyList<string> Readmes { get; } =
    [
        .. typeof(Resource).Assembly.GetManifestResourceNames()
            .Where(name => Path.GetFileName(name) == "README.md" || name.StartsWith("docs/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    public static byte[] Bytes(string name)
    {
        using var stream = typeof(Resource).Assembly.GetManifestResourceStream(name)
            ?? throw new FileNotFoundException($"No resource {name}.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    public static string Text(string name) => Encoding.UTF8.GetString(Bytes(name));
}
