using System.Diagnostics;
using Attendance.Cli;
using Attendance.Client.Testing;
using static Attendance.Client.Tests.Cli.ExportSamples;

namespace Attendance.Client.Tests.Cli;

public sealed class ExportToFiles : IDisposable
{
    private readonly Tool _tool = new();
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("attendance-export-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Theory]
    [InlineData("", "")]
    [InlineData("--bom", "\uFEFF")]
    public async Task Writes_a_file_and_says_so(string option, string mark)
    {
        var file = InDirectory("ada.csv");

        var result = await Tool.SignedIn(GraphOf("Zoë")).RunAsync($"export --auth token --meeting m --rows stays --output {file} {option}");

        Assert.Equal("", result.Output);
        Assert.Equal($"{file} holds the stays of 1 session.\n", result.Error);
        Assert.Equal(0, result.ExitCode);
        Assert.Equal(
            System.Text.Encoding.UTF8.GetBytes(
                $"{mark}{Stays}me/onlineMeetings/m,,r,2026-03-01T10:00:00Z,2026-03-01T10:01:40Z,name:Zoë,Zoë,,,2026-03-01T10:00:00Z,2026-03-01T10:00:50Z,50\r\n"),
            await File.ReadAllBytesAsync(file));
        Assert.Equal([file], Directory.GetFiles(_directory.FullName));
    }

    [Theory]
    [InlineData("x.json", '[')]
    [InlineData("x.jsonl", '{')]
    [InlineData("x.NDJSON", '{')]
    [InlineData("x", 's')]
    [InlineData("x.CSV", 's')]
    [InlineData("x.txt --format json", '[')]
    public async Task Writes_what_the_name_of_the_file_says_unless_told_otherwise(string arguments, char first)
    {
        var result = await _tool.RunAsync($"export --demo {Meeting} --output {InDirectory(arguments)}");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(first, (await File.ReadAllTextAsync(InDirectory(arguments.Split(' ')[0])))[0]);
    }

    [Fact]
    public async Task Writes_to_standard_output_where_the_file_is_a_dash()
    {
        var dash = await _tool.RunAsync($"export --demo {Meeting} --output -");
        var plain = await _tool.RunAsync($"export --demo {Meeting}");

        Assert.Equal(plain, dash);
    }

    [Fact]
    public async Task Replaces_no_file_unless_forced_to()
    {
        var file = InDirectory("ada.csv");
        await File.WriteAllTextAsync(file, "mine");
        using var graph = new RecordingHandler(SampleData.CreateGraph());

        var refused = await Tool.SignedIn(graph).RunAsync($"export --auth token {Meeting} --output {file}");

        Assert.Equal(
            $"error: --output is \"{file}\", which is there already. " +
            "Pass --force to replace it, or another file.\nSee: attendance export --help\n",
            refused.Error);
        Assert.Equal(2, refused.ExitCode);
        Assert.Empty(graph.Uris);
        Assert.Equal("mine", await File.ReadAllTextAsync(file));

        var forced = await _tool.RunAsync($"export --demo {Meeting} --output {file} --force");

        Assert.Equal(0, forced.ExitCode);
        Assert.StartsWith(OriginColumns, await File.ReadAllTextAsync(file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaves_no_half_file_when_it_fails()
    {
        var file = InDirectory("ada.csv");
        await File.WriteAllTextAsync(file, "mine");

        await Assert.ThrowsAsync<OperationCanceledException>(() => new ExportFile(file, replaces: true).WriteAsync(WriteHalf));
        await Assert.ThrowsAsync<OperationCanceledException>(
            () => new ExportFile(InDirectory("new.csv"), replaces: false).WriteAsync(WriteHalf));

        Assert.Equal([file], Directory.GetFiles(_directory.FullName));
        Assert.Equal("mine", await File.ReadAllTextAsync(file));

        static async Task WriteHalf(TextWriter writer)
        {
            await writer.WriteAsync("half");
            await writer.FlushAsync();
            throw new OperationCanceledException();
        }
    }

    [Fact]
    public async Task Replaces_no_file_that_came_while_it_was_reading()
    {
        var file = InDirectory("ada.csv");

        var error = await Assert.ThrowsAsync<UsageException>(
            () => new ExportFile(file, replaces: false).WriteAsync(_ => File.WriteAllTextAsync(file, "theirs")));

        Assert.Equal($"--output is \"{file}\", which is there already. Pass --force to replace it, or another file.", error.Message);
        Assert.Equal("theirs", await File.ReadAllTextAsync(file));
        Assert.Equal([file], Directory.GetFiles(_directory.FullName));
    }

    [Fact]
    public async Task Says_what_the_disk_says()
    {
        var file = new ExportFile(InDirectory("ada.csv"), replaces: false);

        var error = await Assert.ThrowsAsync<FailureException>(
            () => file.WriteAsync(_ => throw new IOException("No space left on device.")));

        Assert.Equal($"\"{InDirectory("ada.csv")}\" could not be written. No space left on device.", error.Message);
        Assert.Equal("Check the disk and the permissions, or pass another --output.", error.Remedy);
        Assert.Empty(Directory.GetFiles(_directory.FullName));
    }

    [Fact]
    public async Task Says_what_went_wrong_first_and_not_what_cannot_be_cleaned_up()
    {
        var file = new ExportFile(InDirectory(Path.Combine("gone", "ada.csv")), replaces: false);
        var directory = _directory.CreateSubdirectory("gone");

        var error = await Assert.ThrowsAsync<FailureException>(() => file.WriteAsync(_ =>
        {
            directory.Delete(recursive: true);
            throw new IOException("No space left on device.");
        }));

        Assert.EndsWith(" could not be written. No space left on device.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Writes_a_file_whose_name_is_as_long_as_one_may_be()
    {
        var file = InDirectory(new string('x', 251) + ".csv");

        var result = await _tool.RunAsync($"export --demo {Meeting} --output {file}");

        Assert.Equal($"{file} holds the people of 1 session.\n", result.Error);
        Assert.Equal([file], Directory.GetFiles(_directory.FullName));
    }

    [Fact]
    public async Task Writes_to_where_a_link_leads_and_keeps_the_link()
    {
        var (first, second, file) =
            (InDirectory("first.csv"), InDirectory("second.csv"), _directory.CreateSubdirectory("else").FullName + "/ada.csv");
        File.CreateSymbolicLink(first, second);
        File.CreateSymbolicLink(second, file);

        var dangling = await _tool.RunAsync($"export --demo {Meeting} --output {first} --force");
        await File.WriteAllTextAsync(file, "");
        var refused = await _tool.RunAsync($"export --demo {Meeting} --output {first}");
        var forced = await _tool.RunAsync($"export --demo {Meeting} --output {first} --force");

        Assert.Equal(
            $"error: --output is \"{first}\", a link to \"{file}\", which is not there. " +
            "Remove the link, or pass the file that it leads to.\nSee: attendance export --help\n",
            dangling.Error);
        Assert.StartsWith(
            $"error: --output is \"{first}\", a link to \"{file}\", which is there already. Pass --force to replace it, or another file.\n",
            refused.Error,
            StringComparison.Ordinal);
        Assert.Equal((2, 2, 0), (dangling.ExitCode, refused.ExitCode, forced.ExitCode));
        Assert.Equal((second, file), (new FileInfo(first).LinkTarget, new FileInfo(second).LinkTarget));
        Assert.StartsWith(OriginColumns, await File.ReadAllTextAsync(file), StringComparison.Ordinal);
        Assert.Equal([file], Directory.GetFiles(Path.GetDirectoryName(file)!));
    }

    [Fact]
    public async Task Follows_a_relative_link_from_the_directory_that_it_is_really_in()
    {
        var inner = _directory.CreateSubdirectory("a").CreateSubdirectory("b");
        var file = InDirectory(Path.Combine("a", "ada.csv"));
        await File.WriteAllTextAsync(file, "mine");
        File.CreateSymbolicLink(Path.Combine(inner.FullName, "link.csv"), "../ada.csv");
        Directory.CreateSymbolicLink(InDirectory("short"), "a/b");
        var link = Path.GetRelativePath(Directory.GetCurrentDirectory(), InDirectory(Path.Combine("short", "link.csv")));

        var refused = await _tool.RunAsync($"export --demo {Meeting} --output {link}");
        var forced = await _tool.RunAsync($"export --demo {Meeting} --output {link} --force");

        Assert.Equal((2, 0), (refused.ExitCode, forced.ExitCode));
        Assert.StartsWith(OriginColumns, await File.ReadAllTextAsync(file), StringComparison.Ordinal);
        Assert.Equal("../ada.csv", new FileInfo(Path.Combine(inner.FullName, "link.csv")).LinkTarget);
        Assert.Equal([file], Directory.GetFiles(Path.GetDirectoryName(file)!));
        Assert.Empty(Directory.GetFiles(_directory.FullName));
    }

    [Fact]
    public async Task Refuses_links_that_lead_in_a_circle()
    {
        var (first, second) = (InDirectory("first.csv"), InDirectory("second.csv"));
        File.CreateSymbolicLink(first, "second.csv");
        File.CreateSymbolicLink(second, "first.csv");

        var result = await _tool.RunAsync($"export --demo {Meeting} --output {first} --force");

        Assert.Equal(
            $"error: --output is \"{first}\", a link that leads in a circle. " +
            "Remove the link, or pass another file.\nSee: attendance export --help\n",
            result.Error);
        Assert.Equal(2, result.ExitCode);
    }

    [Theory]
    [InlineData("export --demo {0} --output {1}", UnixFileMode.UserRead | UnixFileMode.UserWrite)]
    [InlineData("export --demo {0} --output {1}", UnixFileMode.UserRead | UnixFileMode.GroupRead)]
    [InlineData("chart --demo {0} --kind page --output {1}", UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherWrite)]
    public async Task Leaves_a_file_that_it_replaces_its_mode(string commandLine, UnixFileMode mode)
    {
        if (OperatingSystem.IsWindows())
            return;

        var file = InDirectory("x");
        await File.WriteAllTextAsync(file, "mine");
        File.SetUnixFileMode(file, mode);

        var result = await _tool.RunAsync($"{string.Format(null, commandLine, Meeting, file)} --force");

        Assert.Equal(0, result.ExitCode);
        Assert.NotEqual("mine", await File.ReadAllTextAsync(file));
        Assert.Equal(mode, File.GetUnixFileMode(file));
    }

    [Theory]
    [InlineData("")]
    [InlineData("--force")]
    public async Task Replaces_nothing_that_is_no_regular_file(string option)
    {
        if (OperatingSystem.IsWindows())
            return;

        var pipe = InDirectory("pipe");
        using (var make = Process.Start("mkfifo", pipe))
            await make.WaitForExitAsync();

        var result = await _tool.RunAsync($"export --demo {Meeting} --output {pipe} {option}");

        Assert.StartsWith(
            $"error: --output is \"{pipe}\", which is no regular file. Pass - as --output and redirect that.\n", result.Error,
            StringComparison.Ordinal);
        Assert.Equal(2, result.ExitCode);
        Assert.Equal([pipe], Directory.GetFiles(_directory.FullName));
    }

    [Fact]
    public async Task Writes_no_file_where_there_is_no_report()
    {
        var result = await Tool.SignedIn(new FakeGraph().Add(Source)).RunAsync(
            $"export --auth token --meeting m --output {InDirectory("x.csv")}");

        Assert.StartsWith("There is no attendance report yet for me/onlineMeetings/m.", result.Error, StringComparison.Ordinal);
        Assert.Equal(3, result.ExitCode);
        Assert.Empty(Directory.GetFiles(_directory.FullName));
    }

    [Fact]
    public async Task Needs_a_directory_that_is_there()
    {
        var missing = await _tool.RunAsync($"export --demo {Meeting} --output {InDirectory(Path.Combine("no", "x.csv"))}");
        var directory = await _tool.RunAsync($"export --demo {Meeting} --output {_directory.FullName}");

        Assert.StartsWith(
            $"error: --output is \"{InDirectory(Path.Combine("no", "x.csv"))}\", " +
            $"and there is no directory \"{InDirectory("no")}\". Make it first, or pass another file.\n",
            missing.Error,
            StringComparison.Ordinal);
        Assert.StartsWith(
            $"error: --output is \"{_directory.FullName}\", which is a directory. Pass the name of a file in it.\n", directory.Error,
            StringComparison.Ordinal);
        var empty = await _tool.RunAsync(["export", "--demo", "--meeting", "m", "--output", ""]);
        Assert.StartsWith(
            "error: --output is empty. Pass the name of a file, or - for standard output.\n", empty.Error, StringComparison.Ordinal);
        Assert.Equal((2, 2, 2), (missing.ExitCode, directory.ExitCode, empty.ExitCode));
    }

    private string InDirectory(string name) => Path.Combine(_directory.FullName, name);
}
