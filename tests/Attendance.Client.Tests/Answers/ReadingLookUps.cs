using System.Reflection;
using System.Text;
using System.Text.Json;
using Attendance.Client.Internal;
using Wire = Attendance.Client.Generated.Models;

namespace Attendance.Client.Tests;

/// <summary>The wire models of what leads to a report, which Graph sends with oddities of their own.</summary>
public class ReadingLookUps
{
    [Fact]
    public void A_session_has_its_times_as_objects_or_as_plain_text()
    {
        var asObjects = Read<Wire.VirtualEventSession>(
            """{"id":"s","startDateTime":{"dateTime":"2025-01-01T10:00:00.0000000","timeZone":"PacificSt","x":[1]},"endDateTime":{"timeZone":null,"dateTime":null}}""");
        var asText = Read<Wire.VirtualEventSession>("""{"startDateTime":"2025-01-01T10:00:00Z","endDateTime":null}""");

        Assert.Equal(("2025-01-01T10:00:00.0000000", "PacificSt"), (asObjects.StartDateTime?.DateTime, asObjects.StartDateTime?.TimeZone));
        Assert.Equal((null, null), (asObjects.EndDateTime?.DateTime, asObjects.EndDateTime?.TimeZone));
        Assert.Equal(("2025-01-01T10:00:00Z", null), (asText.StartDateTime?.DateTime, asText.StartDateTime?.TimeZone));
        Assert.Null(asText.EndDateTime);
    }

    [Theory]
    [InlineData("""{"id":"w","displayName":"Launch","description":"plain text","status":"published"}""")]
    [InlineData("""{"id":"w","displayName":"Launch","description":{"contentType":"text","content":"x"},"status":"published"}""")]
    [InlineData("""{"@odata.context":"x","value":{"id":"w","displayName":"Launch","status":"published"}}""")]
    public void A_webinar_may_be_wrapped_and_its_description_is_of_either_form(string json)
    {
        var webinar = Read<Wire.VirtualEvent>(json);

        Assert.Equal(("w", "Launch", "published"), (webinar.Id, webinar.DisplayName, webinar.Status));
    }

    [Fact]
    public void A_registration_has_times_without_a_zone()
    {
        var registration = Read<Wire.VirtualEventRegistration>(
            """{"id":"r","registrationDateTime":"2025-01-01T10:00:00","cancelationDateTime":null,"registrationQuestionAnswers":[{"booleanValue":true,"multiChoiceValues":["a"]}]}""");

        Assert.Equal(new DateTimeOffset(2025, 1, 1, 10, 0, 0, TimeSpan.Zero), registration.RegistrationDateTime);
        Assert.Null(registration.CancelationDateTime);
        Assert.Equal(["a"], registration.RegistrationQuestionAnswers![0].MultiChoiceValues!);
    }

    [Fact]
    public void A_page_has_its_count_and_its_link()
    {
        var page = Read<Wire.OnlineMeetingCollectionResponse>("""{"@odata.count":7,"@odata.nextLink":"https://x","value":[{"id":"m"}]}""");

        Assert.Equal((7L, "https://x", "m"), (page.OdataCount, page.OdataNextLink, page.Value![0].Id));
    }

    [Fact]
    public void What_is_false_is_not_unknown()
    {
        var webinar = Read<Wire.VirtualEvent>("""{"id":"w","isInviteOnly":false}""");

        Assert.False(webinar.IsInviteOnly);
        Assert.NotNull(webinar.IsInviteOnly);
    }

    [Theory]
    [InlineData("null", "The document is null.")]
    [InlineData("""{"startDateTime":5}""", "A value of kind Number stands where there should be another.")]
    [InlineData("""{"startDateTime":[]}""", "A value of kind StartArray stands where there should be another.")]
    [InlineData("""{"id":{}}""", "A value of kind StartObject stands where there should be another.")]
    [InlineData("""{"capacity":[]}""", "A value of kind StartArray stands where there should be another.")]
    public void Another_kind_of_value_than_any_known_one_is_malformed(string json, string fault) =>
        Assert.Equal(fault, Assert.Throws<JsonException>(() => Read<Wire.VirtualEventSession>(json)).Message);

    [Theory]
    [InlineData("""{"registrationQuestionAnswers":{}}""", "A value of kind StartObject stands where there should be another.")]
    [InlineData("""{"registrationQuestionAnswers":["a"]}""", "A value of kind String stands where there should be another.")]
    [InlineData(
        """{"registrationQuestionAnswers":[{"multiChoiceValues":"a"}]}""", "A value of kind String stands where there should be another.")]
    [InlineData("""{"registrationQuestionAnswers":[{"booleanValue":1}]}""", "A value of kind Number stands where there should be another.")]
    [InlineData("""{"registrationDateTime":true}""", "A value of kind True stands where there should be another.")]
    public void So_it_is_within_a_list(string json, string fault) =>
        Assert.Equal(fault, Assert.Throws<JsonException>(() => Read<Wire.VirtualEventRegistration>(json)).Message);

    [Fact]
    public void Each_reader_is_made_once()
    {
        var readers = typeof(ModelReaders).GetProperties(BindingFlags.Static | BindingFlags.NonPublic);

        Assert.NotEmpty(readers);
        Assert.All(readers, reader => Assert.Same(reader.GetValue(null), reader.GetValue(null)));
    }

    private static T Read<T>(string json)
        where T : class, new() => new GraphDocument(Encoding.UTF8.GetBytes(json)).Read<T>();
}
