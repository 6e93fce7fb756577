namespace Attendance.Cli;

/// <summary>Where a path ends that may lead over symbolic links, as the system finds it.</summary>
internal static class LinkedPath
{
    // As many as Linux follows.
    private const int MostLinks = 40;

    /// <summary>The full path without a link in it, of which the end may not be there; null where the links lead in a circle.</summary>
    /// <remarks>File.ResolveLinkTarget joins what it reads to the path as it is written, which for a relative path, or one over a linked
    /// directory, is another file.</remarks>
    public static string? Resolve(string path)
    {
        var full = Path.GetFullPath(path);
        var resolved = Path.GetPathRoot(full)!;
        var names = new Stack<string>(NamesOf(full[resolved.Length..]));
        var links = 0;
        while (names.TryPop(out var name))
        {
            if (name == "..")
            {
                resolved = Path.GetDirectoryName(resolved) ?? resolved;
                continue;
            }

            var next = Path.Combine(resolved, name);
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                resolved = next;
                continue;
            }

            if (++links > MostLinks)
                return null;
            if (Path.GetPathRoot(target) is { Length: > 0 } root)
                (resolved, target) = (Path.GetFullPath(root, resolved), target[root.Length..]);
            foreach (var part in NamesOf(target))
                names.Push(part);
        }

        return resolved;
    }

    // The last one first, as a stack takes them.
    private static IEnumerable<string> NamesOf(string path) =>
        path.Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries)
            .Where(name => name != ".").Reverse();
}
