using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using Attendance.Client;
using Attendance.Client.Notifications;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Attendance.Cli;

/// <summary>Listens to what Graph tells, and prints or writes reports as they become ready.</summary>
internal sealed class ListenCommand : Command
{
    private readonly Surroundings _surroundings;
    private readonly ConnectionOptions _connection;
    private readonly ResourceOptions _resources = new();
    private readonly AddressOptions _address = new();
    private readonly JsonOption _json = new();
    private readonly Option<int> _port = new("--port")
    {
        Description = "The port of 127.0.0.1 to listen on, to which your tunnel or reverse proxy leads; 0 takes any free one.",
        DefaultValueFactory = _ => 5081,
    };
    private readonly Option<string?> _output = new("--output")
    {
        HelpName = "directory",
        Description = "Write each report as a JSON file into this directory too.",
    };
    private readonly ArchiveOption _archive = new(
        "Keep each report in this archive too, which is made where there is none, and read first what it lacks");
    private readonly PseudonymsOption _pseudonyms = new("The key of an archive in which pseudonyms stand for people.");
    private readonly Option<bool> _keep = new("--keep")
    {
        Description = "Leave the subscriptions alive when it stops; Graph sends again for four hours what nobody takes.",
    };

    public ListenCommand(Surroundings surroundings)
        : base(
            "listen",
            "Print reports as they become ready, until Ctrl+C: subscribes, listens on 127.0.0.1 behind a tunnel or reverse proxy of " +
            "yours, and keeps the subscriptions alive.")
    {
        _surroundings = surroundings;
        _connection = new ConnectionOptions(surroundings, readsArchives: false);
        _port.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 0 or > 65535)
                result.AddError("--port must be a number from 0 to 65535.");
        });
        _resources.AddTo(this);
        _address.AddTo(this);
        Add(_port);
        Add(_output);
        Add(_archive);
        Add(_pseudonyms);
        Add(_keep);
        _connection.AddTo(this);
        Add(_json);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parse, CancellationToken cancellationToken)
    {
        if (_connection.IsDemo(parse))
            throw new UsageException("The sample data inside the tool tells nobody of anything. Leave --demo out.");

        var resources = _resources.Read(parse);
        var client = await _connection.CreateClientAsync(parse, _surroundings, cancellationToken).ConfigureAwait(false);
        var lines = new LineQueue(new Screen(_surroundings));
        var options = new AttendanceNotificationOptions();
        Configure(parse, options);
        var path = options.NotificationUrl!.AbsolutePath;
        var archive = await OpenArchiveAsync(parse, client, options.NotificationUrl, cancellationToken).ConfigureAwait(false);
        var application = Create(
            parse.GetValue(_port), path, services => AddServices(services, parse, client, options, resources, lines, archive));
        await using (application.ConfigureAwait(false))
        {
            await StartAsync(application, parse.GetValue(_port), cancellationToken).ConfigureAwait(false);
            if (!parse.GetValue(_json))
            {
                lines.Add(
                    $"Listening at {application.Urls.Single()}{path}, to which {options.NotificationUrl} must lead. Ctrl+C stops it.");
            }

            var renewer = application.Services.GetRequiredService<SubscriptionRenewer>();
            await CatchUpAsync(renewer, archive?.Gaps, resources, cancellationToken).ConfigureAwait(false);
            await UntilCancelledAsync(cancellationToken).ConfigureAwait(false);
            if (!parse.GetValue(_keep))
                await EndAsync(renewer, resources).ConfigureAwait(false);

            await application.StopAsync(CancellationToken.None).ConfigureAwait(false);
        }

        await lines.EndAsync().ConfigureAwait(false);
        return ExitCode.Success;
    }

    // What became ready while nobody listened is read when everything later is told of.
    private static async Task CatchUpAsync(
        SubscriptionRenewer renewer, GapsIntoArchive? gaps, IReadOnlyList<SubscriptionResource> resources,
        CancellationToken cancellationToken)
    {
        if (gaps is null)
            return;

        try
        {
            await renewer.RenewDueAsync(cancellationToken).ConfigureAwait(false);
            await gaps.FillAsync(resources, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // It stops, and reads the rest when it starts again.
        }
    }

    private static async Task EndAsync(SubscriptionRenewer renewer, IReadOnlyList<SubscriptionResource> resources)
    {
        // What cannot be ended now ends by itself within a day or three.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        try
        {
            foreach (var resource in resources)
                await renewer.EndAsync(resource, patience.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is AttendanceRequestException or HttpRequestException or OperationCanceledException)
        {
            // Whoever stops the tool is told nothing of what is over anyway.
        }
    }

    private static Task UntilCancelledAsync(CancellationToken cancellationToken)
    {
        var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        cancellationToken.Register(cancelled.SetResult);
        return cancelled.Task;
    }

    private static WebApplication Create(int port, string path, Action<IServiceCollection> services)
    {
        try
        {
            return ListenHost.Create(port, path, services);
        }
        catch (OptionsValidationException exception)
        {
            throw new UsageException(AddressOptions.InOptions(string.Join(" ", exception.Failures)));
        }
    }

    private static async Task StartAsync(WebApplication application, int port, CancellationToken cancellationToken)
    {
        try
        {
            await application.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (IOException exception)
        {
            throw new UsageException(
                $"--port {port.ToString(CultureInfo.InvariantCulture)} cannot be used. " +
                $"{exception.Message} Choose another one, or 0 for any that is free.");
        }
    }

    private void Configure(ParseResult parse, AttendanceNotificationOptions options)
    {
        var signIn = _connection.ReadSignIn(parse);
        _address.Read(parse, _surroundings, signIn.Graph.IsLoopback, options);

        // Nobody else need know it, as no other subscription leads here.
        options.ClientState ??= Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        options.ApplicationId = signIn.ClientId?.Value;
        options.Authority = signIn.Authority ?? signIn.Cloud.Authority;
    }

    private async Task<(ReportsIntoArchive Reports, GapsIntoArchive Gaps)?> OpenArchiveAsync(
        ParseResult parse, AttendanceClient client, Uri url, CancellationToken cancellationToken)
    {
        var key = await _pseudonyms.ReadAsync(parse, cancellationToken).ConfigureAwait(false);
        if (_archive.Read(parse, _surroundings) is not { } place)
        {
            return key is null
                ? null
                : throw new UsageException(
                    $"{_pseudonyms.Name} belongs to an archive. Name it with {_archive.Name}, or leave the key out.");
        }

        place.PseudonymKey = key;
        var archive = await _archive.OpenAsync(place, _surroundings, cancellationToken).ConfigureAwait(false);
        if ((await archive.GetSubscriptions(url.AbsoluteUri).LoadAsync(cancellationToken).ConfigureAwait(false)).Count > 0)
        {
            await archive.DisposeAsync().ConfigureAwait(false);
            throw new UsageException(
                $"An application keeps subscriptions that lead to {url} alive in this archive, and would lose them to this command. " +
                "Give it a URL of its own.");
        }

        return (
            new ReportsIntoArchive(archive, client),
            new GapsIntoArchive(archive, place.File ?? "<database>", client, _surroundings.Error));
    }

    private void AddServices(
        IServiceCollection services, ParseResult parse, AttendanceClient client, AttendanceNotificationOptions read,
        IReadOnlyList<SubscriptionResource> resources, LineQueue lines, (ReportsIntoArchive Reports, GapsIntoArchive Gaps)? archive)
    {
        services.AddNotes(_surroundings.Error);
        services.AddSingleton(client);
        var notifications = services.AddAttendanceNotifications(options =>
        {
            options.NotificationUrl = read.NotificationUrl;
            options.AllowsLoopback = read.AllowsLoopback;
            options.ClientState = read.ClientState;
            options.EncryptionCertificate = read.EncryptionCertificate;
            options.ApplicationId = read.ApplicationId;
            options.Authority = read.Authority;
            foreach (var resource in resources)
                options.Subscriptions.Add(resource);
        });

        // What is printed is kept.
        if (archive is var (reports, gaps))
            notifications.OnReport(reports.HandleAsync).OnGap(gaps.HandleAsync);
        var printer = new ReportPrinter(lines, _surroundings.TimeProvider, parse.GetValue(_json));
        notifications.OnReport(printer.HandleAsync);
        if (parse.GetValue(_output) is { } directory)
            notifications.OnReport(new ReportFiles(Made(directory)).HandleAsync);
    }

    private string Made(string directory)
    {
        try
        {
            return Directory.CreateDirectory(directory).FullName;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException($"{_output.Name} is \"{CellText.Of(directory)}\", which cannot be made. {exception.Message}");
        }
    }
}
