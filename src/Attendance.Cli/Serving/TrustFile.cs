using Attendance.Client.Testing;

namespace Attendance.Cli;

/// <summary>The file with the certificate that other programs are to trust, which goes when the server does, unless the user has chosen its
/// place.</summary>
internal sealed class TrustFile : IDisposable
{
    private readonly DirectoryInfo? _directory;

    private TrustFile(string path, DirectoryInfo? directory)
    {
        Path = path;
        _directory = directory;
    }

    public string Path { get; }

    /// <summary>Writes the file of a server, null where that has made no certificate.</summary>
    /// <exception cref="UsageException">The file cannot be written.</exception>
    public static async Task<TrustFile?> WriteAsync(FakeGraphServer server, string? chosen, CancellationToken cancellationToken)
    {
        if (server.Certificate is null)
            return null;

        // In a directory of its own, where nobody else can put a file in its place.
        var directory = chosen is null ? Directory.CreateTempSubdirectory("attendance-serve-") : null;
        var file = new TrustFile(System.IO.Path.GetFullPath(chosen ?? System.IO.Path.Combine(directory!.FullName, "ca.pem")), directory);
        try
        {
            await server.WriteCertificateAsync(file.Path, cancellationToken).ConfigureAwait(false);
            return file;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            file.Dispose();
            throw new UsageException($"--ca-file cannot be written. {exception.Message}");
        }
    }

    public void Dispose() => _directory?.Delete(recursive: true);
}
