using System.Net;
using System.Text;

namespace Attendance.Client.Tests;

/// <summary>Nothing grows with what a stranger sends.</summary>
public class Limits
{
    private static readonly AttendanceSource Source = AttendanceSource.Meeting(Organizer.Me, "m");

    [Theory]
    [InlineData(1000, null, 1001, 1000)]
    [InlineData(null, 1000, 1001, 1000)]
    [InlineData(2000, 1000, 1001, 1000)]
    [InlineData(1000, 2000, 1001, 1000)]
    public async Task A_success_that_is_larger_is_no_answer_and_not_read_on(int? option, int? buffer, int size, int limit)
    {
        var exception = await Assert.ThrowsAsync<AttendanceRequestException>(() => Read(Report(size), option, buffer));

        Assert.Equal(
            (HttpStatusCode.OK, AttendanceErrorReason.UnexpectedResponse, 1), (exception.Status, exception.Reason, exception.Attempts));
        Assert.Contains($"the answer has more than {limit} bytes, the MaxResponseSize", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_is_just_as_large_is_read()
    {
        Assert.Equal("r", (await Read(Report(1000), option: 1000, buffer: null)).Id);
        Assert.Equal("r", (await Read(Report(1_000_000), option: 1_000_000, buffer: null)).Id);
    }

    [Fact]
    public async Task One_without_end_is_read_no_further_than_the_limit()
    {
        var endless = new EndlessStream("""{"id":"r","more":"aaaaaaaaaaaaaaaaaaaa"""u8.ToArray());

        await Assert.ThrowsAsync<AttendanceRequestException>(
            () => Read(() => new StreamContent(endless), HttpStatusCode.OK, option: 100_000, buffer: null));

        Assert.InRange(endless.Sent, 100_000, 200_000);
    }

    [Theory]
    [InlineData(400, AttendanceErrorReason.UnexpectedResponse)]
    [InlineData(403, AttendanceErrorReason.UnexpectedResponse)]
    [InlineData(404, AttendanceErrorReason.UnexpectedResponse)]
    [InlineData(401, AttendanceErrorReason.InvalidToken)]
    [InlineData(429, AttendanceErrorReason.Throttled)]
    [InlineData(503, AttendanceErrorReason.ServiceUnavailable)]
    public async Task Of_any_other_answer_64_KiB_are_read(int status, AttendanceErrorReason reason)
    {
        var endless = new EndlessStream("""{"error":{"code":"Forbidden","message":"aaaaaaaaaa"""u8.ToArray());

        var exception = await Assert.ThrowsAsync<AttendanceRequestException>(
            () => Read(() => new StreamContent(endless), (HttpStatusCode)status, option: null, buffer: null));

        Assert.Equal(((HttpStatusCode)status, reason), (exception.Status, exception.Reason));
        Assert.Null(exception.ErrorCode);
        Assert.InRange(exception.Message.Length, 1, 1_500);

        // A rejected token is replaced once, and so asked with twice.
        Assert.InRange(endless.Sent, 64 * 1024, 4 * 64 * 1024);
    }

    [Fact]
    public async Task A_long_text_is_cut_before_anything_else_is_done_with_it()
    {
        var message = string.Concat(Enumerable.Repeat("eyJa ", 12_000));

        var exception = await Assert.ThrowsAsync<AttendanceRequestException>(
            () => Read(() => Error("Forbidden", message), HttpStatusCode.Forbidden, option: null, buffer: null));

        Assert.Equal((AttendanceErrorReason.MissingPermission, "Forbidden"), (exception.Reason, exception.ErrorCode));
        Assert.DoesNotContain("eyJ", exception.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(0x7FFFFFC7L)]
    [InlineData(long.MaxValue)]
    public void The_limit_is_checked(long size)
    {
        var exception = Assert.Throws<ArgumentException>(
            () => new StubGraph().CreateClient(new AttendanceClientOptions { MaxResponseSize = size }));

        Assert.StartsWith($"MaxResponseSize is {size}: use 1 to 2147483590 bytes.", exception.Message, StringComparison.Ordinal);
    }

    private static StringContent Report(int size)
    {
        const string Start = """{"id":"r","attendanceRecords":[],"x":" """;
        return new StringContent(Start + new string('a', size - Start.Length - 2) + "\"}", Encoding.UTF8, "application/json");
    }

    private static StringContent Error(string code, string message) =>
        new($$"""{"error":{"code":"{{code}}","message":"{{message}}"} }""", Encoding.UTF8, "application/json");

    private static Task<AttendanceReport> Read(StringContent content, int? option, int? buffer) =>
        Read(() => content, HttpStatusCode.OK, option, buffer);

    private static async Task<AttendanceReport> Read(Func<HttpContent> content, HttpStatusCode status, int? option, int? buffer)
    {
        using var handler = new ScriptedHandler((_, _) => Task.FromResult(new HttpResponseMessage(status) { Content = content() }));
        using var http = new HttpClient(handler);
        if (buffer is { } most)
            http.MaxResponseContentBufferSize = most;

        var options = new AttendanceClientOptions { MaxRetries = 0 };
        if (option is { } size)
            options.MaxResponseSize = size;

        return await new AttendanceClient(http, new RecordingCredential(), options).GetReportAsync(Source, "r");
    }

    private sealed class EndlessStream(byte[] start) : Stream
    {
        public long Sent { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            for (var i = 0; i < count; i++, Sent++)
                buffer[offset + i] = Sent < start.Length ? start[Sent] : (byte)'a';

            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
