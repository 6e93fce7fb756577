using System.Globalization;
using System.Net;
using Attendance.Client.Internal;
using FsCheck;
using FsCheck.Fluent;

namespace Attendance.Client.Tests.Properties;

public class AnyRetryAfter
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    // Text that is near to a number or a date finds more than text of any letters.
    private static readonly Gen<string> Text = Gen.OneOf(
        ArbMap.Default.GeneratorFor<string>(),
        ArbMap.Default.GeneratorFor<double>().Select(number => number.ToString("R", CultureInfo.InvariantCulture)),
        ArbMap.Default.GeneratorFor<DateTimeOffset>().Select(date => date.ToString("R", CultureInfo.InvariantCulture)),
        Gen.Elements(
            "-Infinity", "Infinity", "-∞", "∞", "NaN", "-NaN", "-0", "-0.0", "+5", "0x10", "1e5", "922337203685.4775807",
            "922337203685.4776", "1,5", "5, 6", " ", "٣", "Fri, 31 Dec 9999 23:59:59 GMT", "Mon, 01 Jan 0001 00:00:00 GMT"),
        Gen.Choose(0, int.MaxValue).Select(number => $"{number}{number}"));

    [Fact]
    public void No_text_throws_or_is_a_negative_wait() =>
        Prop.ForAll(Text.ToArbitrary(), text => Read(text) is null or { Ticks: >= 0 }).Check(Checks.Of(10_000));

    [Fact]
    public void Whole_seconds_are_read_as_they_are() =>
        Prop.ForAll(
            Gen.Choose(0, int.MaxValue).ToArbitrary(),
            seconds => Read(seconds.ToString(CultureInfo.InvariantCulture)) == TimeSpan.FromSeconds(seconds)).Check(Checks.Of(1_000));

    [Fact]
    public void Fractions_are_read_to_the_millisecond() =>
        Prop.ForAll(
            Gen.Choose(0, 100_000_000).ToArbitrary(),
            milliseconds => Read((milliseconds / 1000m).ToString(CultureInfo.InvariantCulture)) is { } wait
                && (wait - TimeSpan.FromMilliseconds(milliseconds)).Duration() <= TimeSpan.FromTicks(1)).Check(Checks.Of(1_000));

    [Fact]
    public void A_date_is_the_time_until_then_and_none_where_it_has_passed() =>
        Prop.ForAll(
            Gen.Choose(-1_000_000_000, 1_000_000_000).ToArbitrary(),
            seconds => Read(Now.AddSeconds(seconds).ToString("R", CultureInfo.InvariantCulture)) == TimeSpan.FromSeconds(
                Math.Max(seconds, 0))).Check(Checks.Of(1_000));

    private static TimeSpan? Read(string? text)
    {
        using var response = new HttpResponseMessage(HttpStatusCode.TooManyRequests);
        response.Headers.TryAddWithoutValidation("Retry-After", text);
        return RetryAfterHeader.Read(response.Headers, new FixedTimeProvider(Now));
    }
}
