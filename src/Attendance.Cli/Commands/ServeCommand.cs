using System.CommandLine;
using System.Globalization;
using Attendance.Client.Testing;

namespace Attendance.Cli;

/// <summary>Plays Microsoft Graph for other programs, with sample data or data from a file.</summary>
internal sealed class ServeCommand : Command
{
    // What a test reads of it; what came before is only counted.
    private const int KeptRequests = 1000;

    private readonly Surroundings _surroundings;
    private readonly ServeOptions _options = new();

    private readonly Option<FileInfo?> _data = new("--data")
    {
        Description =
            "A file with the data to serve: Graph's own JSON, in the shape that --print-data prints, with settings, callers and faults. " +
            "Without it, the data of attendance demo.",
    };

    private readonly Option<bool> _printData = new("--print-data")
    {
        Description = "Print the data that would be served, and serve nothing.",
    };

    private readonly Option<bool> _quiet = new("--quiet")
    {
        Description = "Print no line for each request.",
    };

    private readonly Option<bool> _json = new("--json")
    {
        Description = "Print one line of JSON with the addresses and the certificate's file when the server is ready, and nothing else.",
    };

    public ServeCommand(Surroundings surroundings)
        : base("serve", "Play Microsoft Graph on 127.0.0.1, for programs in any language, until Ctrl+C.")
    {
        _surroundings = surroundings;
        _options.AddTo(this);
        Add(_data);
        Add(_printData);
        Add(_quiet);
        Add(_json);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parse, CancellationToken cancellationToken)
    {
        using var graph = await LoadAsync(parse.GetValue(_data), cancellationToken).ConfigureAwait(false);
        _options.Set(graph, parse);
        if (parse.GetValue(_printData))
        {
            await _surroundings.Output.WriteLineAsync(graph.ToJson()).ConfigureAwait(false);
            return ExitCode.Success;
        }

        var lines = new LineQueue(new Screen(_surroundings));
        graph.KeptRequests = KeptRequests;
        if (!parse.GetValue(_quiet) && !parse.GetValue(_json))
        {
            graph.RequestAnswered = request =>
                lines.Add($"{_surroundings.TimeProvider.GetLocalNow().ToString("HH:mm:ss", CultureInfo.InvariantCulture)} {request}");
        }

        var options = _options.ServerOptions(parse);
        var server = await StartAsync(graph, options, parse, cancellationToken).ConfigureAwait(false);
        await using (server.ConfigureAwait(false))
        {
            using var trustFile = await TrustFile.WriteAsync(server, _options.CaFile(parse), cancellationToken).ConfigureAwait(false);
            var addresses = new ServedAddresses(server, options, trustFile?.Path);
            foreach (var line in parse.GetValue(_json) ? [addresses.ToJson()] : addresses.ToLines(isSample: parse.GetValue(_data) is null))
                lines.Add(line);

            await UntilCancelledAsync(cancellationToken).ConfigureAwait(false);
        }

        if (!parse.GetValue(_json))
            lines.Add($"Stopped after {graph.RequestCount.ToString(CultureInfo.InvariantCulture)} requests.");
        await lines.EndAsync().ConfigureAwait(false);
        return ExitCode.Success;
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

    private async Task<FakeGraphServer> StartAsync(
        FakeGraph graph, FakeGraphServerOptions options, ParseResult parse, CancellationToken cancellationToken)
    {
        try
        {
            return await FakeGraphServer.StartAsync(graph, options, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or System.Net.Sockets.SocketException)
        {
            throw new UsageException(
                $"{_options.Address(parse)} cannot be used. {exception.Message} Choose another one, or 0 for any that is free.");
        }
    }

    private static Task UntilCancelledAsync(CancellationToken cancellationToken)
    {
        var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        cancellationToken.Register(cancelled.SetResult);
        return cancelled.Task;
    }
}
