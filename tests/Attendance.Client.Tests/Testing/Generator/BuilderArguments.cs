using Attendance.Client.Testing;
using static Attendance.Client.Tests.Generator.BuilderSamples;

namespace Attendance.Client.Tests.Generator;

/// <summary>What the builders refuse.</summary>
public class BuilderArguments
{
    [Theory]
    [InlineData("", "The stay \"\" has no dash between two times.")]
    [InlineData("0:05", "The stay \"0:05\" has no dash between two times.")]
    [InlineData("-0:05", "The stay \"-0:05\" has no dash between two times.")]
    [InlineData("0:30-0:05", "The stay \"0:30-0:05\" ends before it begins.")]
    [InlineData("5-6", "The stay \"5-6\" has \"5\" in place of a time.")]
    [InlineData("0:05-0:61", "The stay \"0:05-0:61\" has \"0:61\" in place of a time.")]
    [InlineData("0:05-", "The stay \"0:05-\" has \"\" in place of a time.")]
    [InlineData("0:05 - 0:10", "The stay \"0:05 - 0:10\" has \"0:05 \" in place of a time.")]
    [InlineData("0:05-0:10-0:20", "The stay \"0:05-0:10-0:20\" has \"0:10-0:20\" in place of a time.")]
    public void A_stay_that_is_none_says_what_is_wrong_and_how_one_is_written(string stay, string fault)
    {
        var exception = Assert.Throws<FormatException>(
            () => new ReportBuilder("2026-03-02T09:00Z", Hour).Attendee("Ada", "0:00-0:01", stay));

        Assert.Equal(
            fault
                + " Write hours and minutes since the session began, such as \"0:05-0:30\" or \"-0:10-1:02:30\", and ? " +
                    "for a time that Graph lacks, such as \"0:05-?\".",
            exception.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-03-02")]
    [InlineData("03/02/2026 09:00")]
    [InlineData("09:00")]
    [InlineData("2026-02-30T09:00Z")]
    public void A_start_that_is_no_time_says_how_one_is_written(string text)
    {
        var expected =
            $"\"{text}\" is no time. Write date and time as ISO 8601 does, " +
            "such as \"2026-03-02T09:00Z\" or \"2026-03-02T09:00:30.5+01:00\".";

        Assert.Equal(expected, Assert.Throws<FormatException>(() => new ReportBuilder(text, Hour)).Message);
        Assert.Equal(expected, Assert.Throws<FormatException>(() => new MeetingBuilder("a", "Ada", text, Hour)).Message);
        Assert.Equal(expected, Assert.Throws<FormatException>(() => VirtualEventBuilder.Webinar("a", "Ada", text, Hour)).Message);
        Assert.Equal(expected, Assert.Throws<FormatException>(() => VirtualEventBuilder.Townhall("a", "Ada", text, Hour)).Message);
    }

    [Theory]
    [InlineData("", "has no name")]
    [InlineData(" ", "has no name")]
    [InlineData("<zoe@fabrikam.com>", "has no name")]
    [InlineData("Zoë <>", "has no e-mail address between < and >")]
    [InlineData("Zoë <zoe>", "has no e-mail address between < and >")]
    [InlineData("Zoë <@x>", "has no e-mail address between < and >")]
    [InlineData("Zoë <x@>", "has no e-mail address between < and >")]
    [InlineData("Zoë <a@b@c>", "has no e-mail address between < and >")]
    [InlineData("Zoë <z oe@x>", "has no e-mail address between < and >")]
    public void A_person_without_a_name_or_with_a_wrong_address_is_refused_by_whoever_takes_one(string text, string fault)
    {
        foreach (var (parameter, act) in new (string, Func<object>)[]
        {
            ("name", () => new ReportBuilder("2026-03-02T09:00Z", Hour).Attendee(text)),
            ("name", () => new ReportBuilder("2026-03-02T09:00Z", Hour).Guest(text)),
            ("organizer", () => new MeetingBuilder("a", text, "2026-03-02T09:00Z", Hour)),
            ("names", () => new MeetingBuilder("a", "Ada", "2026-03-02T09:00Z", Hour).Invited("Zoë", text)),
            ("organizer", () => VirtualEventBuilder.Webinar("a", text, "2026-03-02T09:00Z", Hour)),
            ("names", () => VirtualEventBuilder.Webinar("a", "Ada", "2026-03-02T09:00Z", Hour).CoOrganizers(text)),
            ("name", () => VirtualEventBuilder.Webinar("a", "Ada", "2026-03-02T09:00Z", Hour).Registered(text)),
        })
        {
            var exception = Assert.Throws<ArgumentException>(act);
            Assert.Equal(
                $"\"{text}\" {fault}. Write a name, such as \"Zoë Müller\", " +
                $"or a name and an address, such as \"Zoë Müller <zoe@fabrikam.com>\". (Parameter '{parameter}')",
                exception.Message);
        }
    }

    [Fact]
    public void A_length_less_than_nothing_is_refused()
    {
        var less = TimeSpan.FromMinutes(-1);
        foreach (var act in new Func<object>[]
        {
            () => new ReportBuilder(Utc("09:00"), less),
            () => new MeetingBuilder("a", "Ada", Utc("09:00"), less),
            () => new MeetingBuilder("a", "Ada", Utc("09:00"), Hour).Report(TimeSpan.Zero, less, _ => { }),
            () => VirtualEventBuilder.Townhall("a", "Ada", Utc("09:00"), less),
            () => VirtualEventBuilder.Townhall("a", "Ada", Utc("09:00"), Hour).Report(TimeSpan.Zero, less, _ => { }),
        })
        {
            var exception = Assert.Throws<ArgumentOutOfRangeException>("length", act);
            Assert.StartsWith(
                "A session cannot end before it begins. Give a length of zero or more, such as TimeSpan.FromHours(1).", exception.Message,
                StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_makes_no_sense_says_so()
    {
        Assert.Equal(
            "There is nobody to change yet. Add somebody first, such as .Attendee(\"Zoë Müller\").",
            Assert.Throws<InvalidOperationException>(() => new ReportBuilder("2026-03-02T09:00Z", Hour).With(record => record)).Message);
        Assert.Equal(
            "zoe@contoso.com is registered already, and Graph takes an address once. " +
            "Register another person, or give this one another address: \"ZOË <...>\". (Parameter 'name')",
            Assert.Throws<ArgumentException>(
                () => VirtualEventBuilder.Webinar("a", "Ada", "2026-03-02T09:00Z", Hour).Registered("Zoë").Registered("ZOË")).Message);
    }

    [Fact]
    public void Null_is_refused_by_name()
    {
        var report = new ReportBuilder("2026-03-02T09:00Z", Hour);
        var meeting = new MeetingBuilder("a", "Ada", "2026-03-02T09:00Z", Hour);
        var webinar = VirtualEventBuilder.Webinar("a", "Ada", "2026-03-02T09:00Z", Hour);

        Assert.Throws<ArgumentNullException>("text", () => new ReportBuilder(null!, Hour));
        Assert.Throws<ArgumentNullException>("text", () => report.Attendee("Ada", "0:00-0:01", null!));
        Assert.Throws<ArgumentNullException>("stays", () => report.Attendee("Ada", null!));
        Assert.Throws<ArgumentNullException>("name", () => report.Attendee(null!));
        Assert.Throws<ArgumentNullException>("number", () => report.Phone(null!));
        Assert.Throws<ArgumentNullException>("name", () => report.AzureCommunicationServicesUser(null!));
        Assert.Throws<ArgumentNullException>("change", () => report.Attendee("Ada").With(null!));
        Assert.Throws<ArgumentNullException>("names", () => meeting.Invited(null!));
        Assert.Throws<ArgumentNullException>("people", () => meeting.Report(null!));
        Assert.Throws<ArgumentNullException>("names", () => webinar.CoOrganizers(null!));
        Assert.Throws<ArgumentNullException>("people", () => webinar.Report(null!));
    }
}
