using System.CommandLine;

namespace Attendance.Cli;

/// <summary>The option that names the file with the key of an archive's pseudonyms.</summary>
internal sealed class PseudonymsOption : Option<FileInfo?>
{
    public PseudonymsOption(string description)
        : base("--pseudonyms")
    {
        HelpName = "file";
        Description = description;
    }

    /// <summary>The key, or null where no file is given.</summary>
    /// <exception cref="UsageException">The file cannot be read.</exception>
    public async Task<byte[]?> ReadAsync(ParseResult parse, CancellationToken cancellationToken)
    {
        if (parse.GetValue(this) is not { } file)
            return null;

        try
        {
            return await File.ReadAllBytesAsync(file.FullName, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(
                $"The file of {Name} cannot be read. {exception.Message} Make one: head -c 32 /dev/urandom > pseudonyms.key");
        }
    }
}
