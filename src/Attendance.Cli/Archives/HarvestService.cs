using Attendance.Client;
using Attendance.Client.Archive;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Attendance.Cli;

/// <summary>Harvests again and again until it is stopped.</summary>
internal sealed class HarvestService(Surroundings surroundings)
{
    public async Task RunAsync(
        AttendanceClient client, ArchiveOptions archive, Func<AttendanceClient, HarvestScope> scope, HarvestOptions options,
        TimeSpan interval, CancellationToken cancellationToken)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.AddProvider(new ServiceLog(surroundings));
        builder.Services.AddSingleton(client);
        builder.Services.AddAttendanceHarvest(service =>
        {
            service.Archive.File = archive.File;
            service.Archive.PostgresConnectionString = archive.PostgresConnectionString;
            service.Archive.PseudonymKey = archive.PseudonymKey;
            service.Archive.OmitTimes = archive.OmitTimes;
            service.Interval = interval;
            service.MaxConcurrency = options.MaxConcurrency;
            service.Harvest = options;
            service.Scope = _ => scope(client);
        });
        using var host = builder.Build();

        // A wrong archive is an error of the command line, and none to be logged each time.
        _ = host.Services.GetRequiredService<AttendanceArchive>();
        await host.StartAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Who stops a service wants what is under way to end well, and no error.
        }

        await host.StopAsync(CancellationToken.None).ConfigureAwait(false);
    }
}
