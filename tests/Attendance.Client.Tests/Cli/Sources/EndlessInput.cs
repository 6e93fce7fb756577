using Attendance.Cli;

namespace Attendance.Client.Tests.Cli;

/// <summary>Files and pipes that are longer than anybody means them to be.</summary>
public sealed class EndlessInput : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.txt");

    public void Dispose() => File.Delete(_file);

    [Theory]
    [InlineData(
        "summary --demo --sources {0}",
        "--sources is \"{0}\", which has a line 2 of more than 32,768 letters, which is no link, path or id.")]
    [InlineData("reports --demo --sources -", "Standard input has a line 2 of more than 32,768 letters, which is no link, path or id.")]
    [InlineData("find --demo -", "Standard input has a line 2 of more than 32,768 letters, which is no link, path or id.")]
    public async Task Is_refused_by_the_length_of_a_line(string commandLine, string error)
    {
        var text = $"# first\n{new string('x', 40_000)}\n";
        await File.WriteAllTextAsync(_file, text);

        var result = await new Tool { Input = text }.RunAsync(string.Format(null, commandLine, _file));

        Assert.StartsWith($"error: {string.Format(null, error, _file)}\n", result.Error, StringComparison.Ordinal);
        Assert.Equal(2, result.ExitCode);
    }

    [Fact]
    public async Task Is_refused_before_all_of_it_is_read()
    {
        using var reader = new EndlessReader();

        var long1 = await Assert.ThrowsAsync<UsageException>(() => InputText.ReadAsync(reader, "It", longestLine: 100, default));
        Assert.Equal("It has a line 1 of more than 100 letters, which is no link, path or id.", long1.Message);
        Assert.InRange(reader.Letters, 101, 100_000);

        var long2 = await Assert.ThrowsAsync<UsageException>(() => InputText.ReadAsync(reader, "It", int.MaxValue, default));
        Assert.Equal("It has more than 67,108,864 letters. Pass it in parts.", long2.Message);
        Assert.InRange(reader.Letters, 67_108_864, 68_000_000);
    }

    private sealed class EndlessReader : TextReader
    {
        public int Letters { get; private set; }

        public override int Read(Span<char> buffer)
        {
            buffer.Fill('x');
            Letters += buffer.Length;
            return buffer.Length;
        }
    }
}
