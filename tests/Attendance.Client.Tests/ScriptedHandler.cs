namespace Attendance.Client.Tests;

/// <summary>Answers each call as a test says.</summary>
internal sealed class ScriptedHandler(Func<int, CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
{
    private int _calls;

    public ScriptedHandler(Func<int, HttpResponseMessage> answer)
        : this((call, _) => Task.FromResult(answer(call)))
    {
    }

    public int Calls => _calls;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        answer(Interlocked.Increment(ref _calls), cancellationToken);
}
