using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Net;
using Microsoft.Extensions.Logging;

namespace Attendance.Client.Internal;

/// <summary>One public call as OpenTelemetry and the log see it: a span, measurements, messages. None holds an id, a name or an address of
/// a person.</summary>
internal sealed class Operation : IDisposable
{
    private const string Instrumentation = "Attendance.Client";

    private static readonly ActivitySource Source = new(Instrumentation, GraphHttp.Version);
    private static readonly Meter Meter = new(Instrumentation, GraphHttp.Version);
    private static readonly Counter<long> Requests = Meter.CreateCounter<long>(
        "attendance.client.requests", "{request}", "Requests sent, each attempt counted.");
    private static readonly Counter<long> Retries = Meter.CreateCounter<long>(
        "attendance.client.retries", "{retry}", "Requests sent again.");
    private static readonly Counter<long> Throttles = Meter.CreateCounter<long>(
        "attendance.client.throttles", "{response}", "Answers with status 429.");
    private static readonly Histogram<double> Durations = Meter.CreateHistogram<double>(
        "attendance.client.operation.duration", "s", "Duration of public calls, retries included.");

    private readonly GraphConnection _connection;
    private readonly Activity? _activity;
    private readonly string _version;
    private readonly string _method;
    private readonly long? _started;
    private HttpStatusCode? _status;
    private int _retries;
    private string? _error;
    private bool _isAbandoned;

    private Operation(string name, GraphConnection connection, GraphVersion version, string method)
    {
        Name = name;
        _connection = connection;
        _method = method;
        _version = version == GraphVersion.Beta ? "beta" : "v1.0";
        _activity = Source.StartActivity(name, ActivityKind.Client);

        // A clock that nobody asks is not read.
        if (Durations.Enabled || connection.Logger.IsEnabled(LogLevel.Debug))
            _started = connection.TimeProvider.GetTimestamp();
    }

    /// <summary>Name of the public method, without <c>Async</c>.</summary>
    public string Name { get; }

    public static Operation Start(string name, GraphConnection connection, GraphVersion version, string method = "GET") =>
        new(name, connection, version, method);

    /// <summary>Makes the span the current one, which an enumeration loses between its items.</summary>
    public void Enter()
    {
        if (_activity is not null)
            Activity.Current = _activity;
    }

    public void AddRequest(HttpStatusCode? status)
    {
        _status = status;
        if (Requests.Enabled)
            Requests.Add(1, Tags(status, status is null ? "connection" : null));
        if ((int?)status == 429)
            Throttles.Add(1, Tags(status, error: null));
    }

    public void AddRetry()
    {
        _retries++;
        if (Retries.Enabled)
            Retries.Add(1, Tags(_status, error: null));
    }

    public void Fail(Exception exception)
    {
        if (_isAbandoned)
            return;

        _error = exception switch
        {
            AttendanceRequestException request => request.Reason.ToString(),
            OperationCanceledException => "cancelled",
            _ => exception.GetType().FullName,
        };
    }

    /// <summary>Notes that the caller has enough: what is cancelled for it from here on is no failure.</summary>
    public void Abandon() => _isAbandoned = true;

    public void Dispose()
    {
        if (_started is { } started)
        {
            var duration = _connection.TimeProvider.GetElapsedTime(started);
            if (Durations.Enabled)
                Durations.Record(duration.TotalSeconds, Tags(_status, _error));
            if (_connection.Logger.IsEnabled(LogLevel.Debug))
                _connection.Logger.Completed(Name, _version, (int?)_status, _retries, duration, _error);
        }

        if (_activity is null)
            return;

        foreach (var tag in Tags(_status, _error))
            _activity.SetTag(tag.Key, tag.Value);
        if (_retries > 0)
            _activity.SetTag("http.request.resend_count", _retries);
        if (_error is not null)
            _activity.SetStatus(ActivityStatusCode.Error, _error);
        _activity.Dispose();
    }

    // Names of OpenTelemetry's conventions for HTTP clients, and two of our own.
    private TagList Tags(HttpStatusCode? status, string? error)
    {
        var tags = new TagList
        {
            { "attendance.operation", Name },
            { "attendance.graph.version", _version },
            { "http.request.method", _method },
            { "server.address", _connection.Endpoint.Host },
            { "server.port", _connection.Endpoint.Port },
        };
        if (status is { } known)
            tags.Add("http.response.status_code", (int)known);
        if ((error ?? ((int?)status >= 400 ? ((int)status!).ToString(CultureInfo.InvariantCulture) : null)) is { } type)
            tags.Add("error.type", type);

        return tags;
    }
}
