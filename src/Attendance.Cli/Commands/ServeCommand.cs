using System.CommandLine;
using System.Globalization;
using Attendance.Client.Testing;

namespace Attendance.Cli;

/// <summary>Plays Microsoft Graph for other programs, with sample data or data from a file.</summary>
internal sealed class ServeCommand : Command
{
    private readonly Surroundings _surroundings;

    private readonly Option<int> _port = new("--port")
    {
        Description = "The port of 127.0.0.1 to listen on; 0 takes any free one.",
        DefaultValueFactory = _ => 5080,
    };

    private readonly Option<string[]> _allowedHosts = new("--allow-host")
    {
        HelpName = "name",
        Description = "A name in the header Host that is served too, such as that of a proxy; without it, those of loopback alone.",
    };

    private readonly Option<FileInfo?> _data = new("--data")
    {
        Description =
            "A file with the data to serve: Graph's own JSON, in the shape that --print-data prints. " +
            "Without it, the data of attendance demo.",
    };

    private readonly Option<bool> _printData = new("--print-data")
    {
        Description = "Print the data that would be served, and serve nothing.",
    };

    public ServeCommand(Surroundings surroundings)
        : base("serve", "Play Microsoft Graph on 127.0.0.1, for programs in any language, until Ctrl+C.")
    {
        _surroundings = surroundings;
        _port.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 0 or > 65535)
                result.AddError("--port must be a number from 0 to 65535.");
        });
        Add(_port);
        Add(_allowedHosts);
        Add(_data);
        Add(_printData);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parse, CancellationToken cancellationToken)
    {
        using var graph = await LoadAsync(parse.GetValue(_data), cancellationToken).ConfigureAwait(false);
        if (parse.GetValue(_printData))
        {
            await _surroundings.Output.WriteLineAsync(graph.ToJson()).ConfigureAwait(false);
            return ExitCode.Success;
        }

        var lines = new LineQueue(new Screen(_surroundings));
        var count = 0;
        graph.KeptRequests = 0;
        graph.RequestAnswered = request =>
        {
            Interlocked.Increment(ref count);
            lines.Add($"{_surroundings.TimeProvider.GetLocalNow().ToString("HH:mm:ss", CultureInfo.InvariantCulture)} {request}");
        };

        var server = await StartAsync(graph, parse.GetValue(_port), parse.GetValue(_allowedHosts) ?? [], cancellationToken)
            .ConfigureAwait(false);
        await using (server.ConfigureAwait(false))
        {
            AddWelcome(lines, server.Endpoint, isSample: parse.GetValue(_data) is null);
            await UntilCancelledAsync(cancellationToken).ConfigureAwait(false);
        }

        lines.Add($"Stopped after {count.ToString(CultureInfo.InvariantCulture)} requests.");
        await lines.EndAsync().ConfigureAwait(false);
        return ExitCode.Success;
    }

    private static void AddWelcome(LineQueue lines, Uri endpoint, bool isSample)
    {
        lines.Add($"Microsoft Graph is played at {endpoint}v1.0 and {endpoint}beta. Any token will do. Ctrl+C stops it.");
        if (isSample)
        {
            lines.Add($"  $ curl -H 'Authorization: Bearer x' {endpoint}v1.0/{SampleData.Meeting}/attendanceReports");
            lines.Add(
                $"  $ ATTENDANCE_TOKEN=x attendance show --auth token --endpoint {endpoint} {SourceArguments.Of(SampleData.Meeting)}");
        }
    }

    private static async Task<FakeGraph> LoadAsync(FileInfo? file, CancellationToken cancellationToken)
    {
        if (file is null)
            return SampleData.CreateGraph();

        try
        {
            return new FakeGraph().AddJson(await InputText.ReadFileAsync(
                file.FullName, "The file of --data", int.MaxValue, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"The file of --data cannot be read. {exception.Message}");
        }
        catch (FormatException exception)
        {
            throw new UsageException($"The file of --data holds no data for Graph. {exception.Message}");
        }
    }

    private static async Task<FakeGraphServer> StartAsync(
        FakeGraph graph, int port, string[] allowedHosts, CancellationToken cancellationToken)
    {
        try
        {
            return await FakeGraphServer.StartAsync(graph, port, allowedHosts, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException exception)
        {
            throw new UsageException(
                $"--port {port.ToString(CultureInfo.InvariantCulture)} cannot be used. " +
                $"{exception.Message} Choose another one, or 0 for any that is free.");
        }
    }

    private static Task UntilCancelledAsync(CancellationToken cancellationToken)
    {
        var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        cancellationToken.Register(cancelled.SetResult);
        return cancelled.Task;
    }
}
