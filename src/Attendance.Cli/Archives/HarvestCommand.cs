using System.CommandLine;
using Attendance.Cli.Json;
using Attendance.Client.Archive;

namespace Attendance.Cli;

/// <summary>Reads attendance into an archive, where it stays when Graph has deleted it.</summary>
internal sealed class HarvestCommand : Command
{
    // The sample data is older than Graph's would be.
    private static readonly DateTimeOffset SampleBegin = new(2021, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Surroundings _surroundings;
    private readonly ConnectionOptions _connection;
    private readonly HarvestScopeOptions _scope;
    private readonly ArchiveOption _archive = new("The archive to fill, which is made where there is none");
    private readonly ZoneOption _zone = new();
    private readonly JsonOption _json = new();

    private readonly TimeOption _from = new(
        "--from",
        "How far back the first harvest of an organizer reads, such as 2026-09-01 or 90d; later ones go on where the last one ended " +
        "[default: a year, as long as Graph keeps reports]");

    private readonly Option<string?> _every = new("--every")
    {
        HelpName = "span",
        Description = "Go on as a service, and harvest each organizer once in that time, such as 6h, until Ctrl+C.",
    };

    private readonly Option<int> _concurrency = new("--concurrency")
    {
        HelpName = "count",
        Description = "Most organizers at work at the same time.",
        DefaultValueFactory = _ => new HarvestOptions().MaxConcurrency,
    };

    private readonly Option<string?> _redis = new("--redis")
    {
        HelpName = "address",
        Description = "A Redis, such as redis:6379, through which harvests on several machines share Graph's limit of requests.",
    };

    private readonly PseudonymsOption _pseudonyms = new(
        "Begin an archive in which pseudonyms stand for people, made with the key in this file: 16 secret bytes or more, which later " +
        "harvests need too.");

    private readonly Option<bool> _omitTimes = new("--no-times")
    {
        Description = "Begin an archive that holds how long people were there, but not when.",
    };

    public HarvestCommand(Surroundings surroundings)
        : base(
            "harvest",
            "Read attendance into an archive, where it stays when Graph has deleted it. Each harvest reads what is new, tries again what " +
            "failed, and goes on where one was cut short. The exit code is 1 where anything could not be read.")
    {
        _surroundings = surroundings;
        _connection = new ConnectionOptions(surroundings, readsArchives: false);
        _scope = new HarvestScopeOptions(_connection);
        _concurrency.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 256)
                result.AddError("--concurrency must be a number from 1 to 256.");
        });
        Add(_archive);
        _scope.AddTo(this);
        Add(_from);
        Add(_every);
        Add(_concurrency);
        Add(_redis);
        Add(_pseudonyms);
        Add(_omitTimes);
        Add(_zone);
        _connection.AddTo(this);
        Add(_json);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parse, CancellationToken cancellationToken)
    {
        var place = await ReadArchiveAsync(parse, cancellationToken).ConfigureAwait(false);
        var scope = await _scope.ReadAsync(parse, _surroundings, cancellationToken).ConfigureAwait(false);
        var now = _surroundings.TimeProvider.GetUtcNow();
        var every = SpanOption.Read(parse, _every);
        if (every < TimeSpan.FromMinutes(1))
            throw new UsageException($"--every is {parse.GetValue(_every)}, which is too short. Pass 1m or more.");
        if (every is not null && parse.GetValue(_json))
            throw new UsageException("--json prints the result of one harvest, and --every has no last one. Leave one of them out.");

        var options = new HarvestOptions
        {
            From = _from.Read(parse, _zone.Read(parse, _surroundings), now) ?? (_connection.IsDemo(parse) ? SampleBegin : null),
            MaxConcurrency = parse.GetValue(_concurrency),

            // Who calls again has mended something.
            RetryNow = every is null,
        };
        if (options.From >= now)
            throw new UsageException($"--from is \"{parse.GetValue(_from)}\", which is still to come. Pass an earlier time.");

        var limit = await SharedLimit.ConnectAsync(parse.GetValue(_redis)).ConfigureAwait(false);
        await using (limit.ConfigureAwait(false))
        {
            if (every is null)
                return await HarvestOnceAsync(parse, place, scope, options, limit, cancellationToken).ConfigureAwait(false);

            var client = await _connection.CreateClientAsync(parse, _surroundings, limit.Limiter, cancellationToken)
                .ConfigureAwait(false);
            await new HarvestService(_surroundings).RunAsync(client, place, scope, options, every.Value, cancellationToken)
                .ConfigureAwait(false);
            return ExitCode.Success;
        }
    }

    private async Task<int> HarvestOnceAsync(
        ParseResult parse, ArchiveOptions place, Func<Client.AttendanceClient, HarvestScope> scope, HarvestOptions options,
        SharedLimit limit, CancellationToken cancellationToken)
    {
        var archive = await AttendanceArchive.OpenAsync(place, cancellationToken).ConfigureAwait(false);
        await using (archive.ConfigureAwait(false))
        {
            var result = await _connection.UseClientAsync(
                parse, _surroundings, limit.Limiter,
                (client, status) => archive.HarvestAsync(
                    client, scope(client),
                    options with { Progress = new HarvestProgressLine(_surroundings.IsErrorTerminal ? status : null) },
                    cancellationToken)).ConfigureAwait(false);
            var failures = result.Failures == 0
                ? []
                : await archive.GetFailuresAsync(cancellationToken).Where(failure => failure.LastFailedAt >= result.StartedAt)
                    .ToListAsync(cancellationToken).ConfigureAwait(false);
            var name = place.File ?? "the database";
            if (parse.GetValue(_json))
                await _surroundings.Output.WriteLineAsync(OutputJson.Of(HarvestJson.Of(name, result, failures))).ConfigureAwait(false);
            else
                HarvestText.Write(new Screen(_surroundings), name, result, failures);

            return failures.Count == 0 ? ExitCode.Success : ExitCode.RequestFailed;
        }
    }

    private async Task<ArchiveOptions> ReadArchiveAsync(ParseResult parse, CancellationToken cancellationToken)
    {
        var place = _archive.ReadNeeded(parse, _surroundings);
        place.OmitTimes = parse.GetValue(_omitTimes) ? true : null;
        place.PseudonymKey = await _pseudonyms.ReadAsync(parse, cancellationToken).ConfigureAwait(false);
        return place;
    }
}
