namespace Attendance.Client.Tests;

/// <summary>A thread that is held up by what is slow, and counts what comes back to it.</summary>
internal sealed class OnlyThread : SynchronizationContext, IDisposable
{
    private TaskCompletionSource? _held;
    private int _posts;

    public string? Slow { get; init; }

    public int Holds { get; private set; }

    public int Posts => _posts;

    public Task HoldAsync(string what)
    {
        if (!string.Equals(what, Slow, StringComparison.Ordinal) || Current != this)
            return Task.CompletedTask;

        Holds++;
        _held ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return _held.Task;
    }

    public Task<T> Start<T>(Func<Task<T>> call) => (Task<T>)Start((Func<Task>)call);

    public Task Start(Func<Task> call)
    {
        var before = Current;
        SetSynchronizationContext(this);
        try
        {
            return call();
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }

    public async Task<T> Run<T>(Func<Task<T>> call)
    {
        var task = Start(call);
        Interlocked.Exchange(ref _held, null)?.SetResult();
        return await task;
    }

    public async Task Enumerate<T>(IAsyncEnumerable<T> items)
    {
        var item = items.GetAsyncEnumerator();
        var seen = 0;
        while (await Run(() => item.MoveNextAsync().AsTask()))
            seen++;

        await Start(() => item.DisposeAsync().AsTask());
        Assert.Equal(2, seen);
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        Interlocked.Increment(ref _posts);
        ThreadPool.QueueUserWorkItem(_ => d(state));
    }

    public void Dispose() => Assert.Null(_held);
}
