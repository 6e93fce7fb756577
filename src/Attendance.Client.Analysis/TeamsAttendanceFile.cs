using System.Diagnostics.CodeAnalysis;
using Attendance.Client.Analysis.Internal.TeamsFiles;
using Attendance.Client.Internal;

namespace Attendance.Client.Analysis;

/// <summary>A file of attendance that Teams lets organizers download, for which no access to Graph is needed.</summary>
/// <remarks>
/// Reads every kind in <see cref="TeamsFileKind"/>, in any language, whoever saved it since, as far as it goes.
/// <see cref="Notes"/> say what could not be told. People are told apart by their address, or by their name where they have none.
/// </remarks>
public sealed record TeamsAttendanceFile
{
    /// <summary>Title of the first session that has one, or null.</summary>
    public string? Title => Sessions.Select(static session => session.Title).FirstOrDefault(static title => title is not null);

    /// <summary>Language of the headings, such as <c>en</c>, or null where it is not known. The dates may follow another.</summary>
    public string? Language { get; init; }

    /// <summary>The sessions in the order of the file: mostly one, several where files were joined; empty where nothing was
    /// recorded.</summary>
    public IReadOnlyList<TeamsFileSession> Sessions
    {
        get;
        init => field = ValueList.Copy(value) ?? ValueList<TeamsFileSession>.Empty;
    } = ValueList<TeamsFileSession>.Empty;

    /// <summary>The reports of the sessions.</summary>
    public IReadOnlyList<AttendanceReport> Reports => [.. Sessions.Select(static session => session.Report)];

    /// <summary>Registrations for a webinar; empty where the file has none.</summary>
    public IReadOnlyList<Registration> Registrations
    {
        get;
        init => field = ValueList.Copy(value) ?? ValueList<Registration>.Empty;
    } = ValueList<Registration>.Empty;

    /// <summary>What could not be told from the file, or not with certainty; at most 100 of one kind.</summary>
    public IReadOnlyList<TeamsFileNote> Notes
    {
        get;
        init => field = ValueList.Copy(value) ?? ValueList<TeamsFileNote>.Empty;
    } = ValueList<TeamsFileNote>.Empty;

    /// <summary>Reads the text of a file.</summary>
    /// <exception cref="FormatException">The text is empty, is not from Teams, or is longer than
    /// <see cref="TeamsAttendanceFileOptions.MaxSize"/>.</exception>
    public static TeamsAttendanceFile Parse(string text, TeamsAttendanceFileOptions? options = null) =>
        TeamsFileReader.Read(text ?? throw new ArgumentNullException(nameof(text)), options ?? new TeamsAttendanceFileOptions());

    /// <summary>Reads the text of a file, unless it is not from Teams.</summary>
    /// <returns>Whether it was read.</returns>
    public static bool TryParse(
        [NotNullWhen(true)] string? text, [NotNullWhen(true)] out TeamsAttendanceFile? file, TeamsAttendanceFileOptions? options = null)
    {
        file = text is null ? null : TeamsFileReader.TryRead(text, options ?? new TeamsAttendanceFileOptions(), out _);
        return file is not null;
    }

    /// <summary>Reads a file in whatever encoding, and leaves the stream open.</summary>
    /// <exception cref="FormatException">The file is empty, is not from Teams, or is larger than
    /// <see cref="TeamsAttendanceFileOptions.MaxSize"/>.</exception>
    public static TeamsAttendanceFile Read(Stream stream, TeamsAttendanceFileOptions? options = null)
    {
        options ??= new TeamsAttendanceFileOptions();
        return TeamsFileReader.Read(FileBytes.Read(Checked(stream), options.MaxSize), options);
    }

    /// <summary>Reads a file in whatever encoding, and leaves the stream open.</summary>
    /// <exception cref="FormatException">The file is empty, is not from Teams, or is larger than
    /// <see cref="TeamsAttendanceFileOptions.MaxSize"/>.</exception>
    public static Task<TeamsAttendanceFile> ReadAsync(
        Stream stream, TeamsAttendanceFileOptions? options = null, CancellationToken cancellationToken = default) =>
        ReadCheckedAsync(Checked(stream), options ?? new TeamsAttendanceFileOptions(), cancellationToken);

    /// <summary>Reads a file in whatever encoding, unless it is not from Teams, and leaves the stream open.</summary>
    /// <returns>Whether it was read.</returns>
    public static bool TryRead(
        Stream stream, [NotNullWhen(true)] out TeamsAttendanceFile? file, TeamsAttendanceFileOptions? options = null)
    {
        options ??= new TeamsAttendanceFileOptions();
        file = FileBytes.TryRead(Checked(stream), options.MaxSize) is { } bytes
            ? TeamsFileReader.TryRead(bytes, options, out _)
            : null;
        return file is not null;
    }

    private static async Task<TeamsAttendanceFile> ReadCheckedAsync(
        Stream stream, TeamsAttendanceFileOptions options, CancellationToken cancellationToken) =>
        TeamsFileReader.Read(await FileBytes.ReadAsync(stream, options.MaxSize, cancellationToken).ConfigureAwait(false), options);

    private static Stream Checked(Stream stream) => stream ?? throw new ArgumentNullException(nameof(stream));
}
