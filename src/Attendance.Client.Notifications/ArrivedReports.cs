using System.Threading.Channels;

namespace Attendance.Client.Notifications;

/// <summary>The reports that notifications led to, as a stream for one reader.</summary>
/// <remarks><see cref="AttendanceNotificationsBuilder.AddReportStream"/> registers it. Reports that nobody reads wait, and hold back the
/// fetching of others beyond a thousand.</remarks>
public sealed class ArrivedReports : IReportHandler
{
    private readonly Channel<ArrivedReport> _channel = Channel.CreateBounded<ArrivedReport>(1000);

    /// <summary>The reports in the order of their arrival, for as long as the enumeration lasts.</summary>
    public IAsyncEnumerable<ArrivedReport> ReadAllAsync(CancellationToken cancellationToken = default) =>
        _channel.Reader.ReadAllAsync(cancellationToken);

    /// <inheritdoc/>
    public Task HandleAsync(ArrivedReport report, CancellationToken cancellationToken) =>
        _channel.Writer.WriteAsync(report, cancellationToken).AsTask();
}
