using System.Collections;
using System.Reflection;
using System.Text.Json;

namespace Attendance.Client.Tests.LookUps;

public class LookUpRecords
{
    public static TheoryData<string> Names => [.. LookUpSamples.All.Select(record => record.GetType().Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_record_travels_through_JSON(string name)
    {
        var record = Sample(name);
        var empty = Activator.CreateInstance(record.GetType())!;

        Assert.Equal(record, JsonSerializer.Deserialize(JsonSerializer.Serialize(record, record.GetType()), record.GetType()));
        Assert.Equal(empty, JsonSerializer.Deserialize(JsonSerializer.Serialize(empty, empty.GetType()), empty.GetType()));
        Assert.Equal(empty, JsonSerializer.Deserialize("{}", empty.GetType()));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Records_compare_by_every_one_of_their_values(string name)
    {
        var record = Sample(name);
        Assert.Equal(record, Sample(name));
        Assert.Equal(record.GetHashCode(), Sample(name).GetHashCode());

        foreach (var property in record.GetType().GetProperties().Where(property => property.CanWrite))
        {
            var empty = property.GetValue(Activator.CreateInstance(record.GetType()));
            Assert.True(!Equals(empty, property.GetValue(record)), $"The sample leaves {property.Name} as it is in an empty record.");

            var other = Sample(name);
            property.SetValue(other, empty);
            Assert.True(!record.Equals(other), $"{property.Name} does not count.");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_list_that_is_set_to_null_is_empty_and_one_that_was_given_is_copied(string name)
    {
        var record = Sample(name);
        foreach (var property in record.GetType().GetProperties().Where(
            property => property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)))
        {
            var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(property.PropertyType.GetGenericArguments()))!;
            list.Add(((IEnumerable)property.GetValue(record)!).Cast<object>().First());
            property.SetValue(record, list);
            list.Clear();
            Assert.Single((IEnumerable)property.GetValue(record)!);

            property.SetValue(record, value: null);
            Assert.Empty((IEnumerable)property.GetValue(record)!);
        }
    }

    [Fact]
    public void Every_record_that_a_look_up_gives_is_among_them()
    {
        var given = typeof(AttendanceClient).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method => method.ReturnType.IsGenericType && method.Name != nameof(AttendanceClient.SendAsync))
            .Select(method => method.ReturnType.GetGenericArguments()[0])
            .Except(
            [
                typeof(AttendanceReport), typeof(AttendanceRecord), typeof(AttendanceOutcome), typeof(AccessDiagnosis), typeof(Organizer),
            ])
            .Distinct();

        Assert.Subset(LookUpSamples.All.Select(record => record.GetType()).ToHashSet(), given.ToHashSet());
    }

    [Fact]
    public void Kinds_statuses_and_sources_are_text_in_JSON()
    {
        var townhall = JsonSerializer.Serialize(LookUpSamples.Townhall);
        var registration = JsonSerializer.Serialize(LookUpSamples.Registration);
        var meeting = JsonSerializer.Serialize(LookUpSamples.Meeting);

        Assert.Contains("\"Kind\":\"Townhall\"", townhall, StringComparison.Ordinal);
        Assert.Contains("\"Status\":\"published\"", townhall, StringComparison.Ordinal);
        Assert.Contains("\"Status\":\"waitlisted\"", registration, StringComparison.Ordinal);
        Assert.Contains("\"Source\":\"users/u/onlineMeetings/MSpk%3D%2A0\"", meeting, StringComparison.Ordinal);
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<VirtualEventStatus>("1"));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<RegistrationStatus>("{}"));

        var occurrence = JsonSerializer.Serialize(LookUpSamples.CalendarMeeting);
        Assert.Contains("\"Type\":\"exception\"", occurrence, StringComparison.Ordinal);
        Assert.Contains("\"Type\":\"optional\",\"Response\":\"declined\"", occurrence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_status_compares_without_regard_to_case_and_is_never_without_a_name()
    {
        Assert.True(new VirtualEventStatus("CANCELED") == VirtualEventStatus.Canceled);
        Assert.Equal(new VirtualEventStatus("DRAFT").GetHashCode(), VirtualEventStatus.Draft.GetHashCode());
        Assert.NotEqual(VirtualEventStatus.Published, VirtualEventStatus.Canceled);
        Assert.Equal((VirtualEventStatus.Draft, "draft"), (default, default(VirtualEventStatus).ToString()));
        Assert.Equal("value", Assert.Throws<ArgumentNullException>(() => new VirtualEventStatus(null!)).ParamName);

        Assert.True(new RegistrationStatus("PendingAPPROVAL") == RegistrationStatus.PendingApproval);
        Assert.Equal(new RegistrationStatus("REGISTERED").GetHashCode(), RegistrationStatus.Registered.GetHashCode());
        Assert.NotEqual(RegistrationStatus.Registered, RegistrationStatus.Canceled);
        Assert.Equal((RegistrationStatus.Registered, "registered"), (default, default(RegistrationStatus).ToString()));
        Assert.Equal("value", Assert.Throws<ArgumentNullException>(() => new RegistrationStatus(null!)).ParamName);
    }

    [Fact]
    public void So_do_the_types_and_answers_of_a_calendar()
    {
        Assert.True(new CalendarMeetingType("SERIESMASTER") == CalendarMeetingType.SeriesMaster);
        Assert.Equal(new CalendarMeetingType("OCCURRENCE").GetHashCode(), CalendarMeetingType.Occurrence.GetHashCode());
        Assert.NotEqual(CalendarMeetingType.Occurrence, CalendarMeetingType.Exception);
        Assert.Equal((CalendarMeetingType.SingleInstance, "singleInstance"), (default, default(CalendarMeetingType).ToString()));
        Assert.Equal("value", Assert.Throws<ArgumentNullException>(() => new CalendarMeetingType(null!)).ParamName);

        Assert.True(new CalendarAttendeeType("RESOURCE") == CalendarAttendeeType.Resource);
        Assert.Equal(new CalendarAttendeeType("OPTIONAL").GetHashCode(), CalendarAttendeeType.Optional.GetHashCode());
        Assert.NotEqual(CalendarAttendeeType.Required, CalendarAttendeeType.Optional);
        Assert.Equal((CalendarAttendeeType.Required, "required"), (default, default(CalendarAttendeeType).ToString()));
        Assert.Equal("value", Assert.Throws<ArgumentNullException>(() => new CalendarAttendeeType(null!)).ParamName);

        Assert.True(new CalendarResponse("TentativelyACCEPTED") == CalendarResponse.TentativelyAccepted);
        Assert.Equal(new CalendarResponse("DECLINED").GetHashCode(), CalendarResponse.Declined.GetHashCode());
        Assert.NotEqual(CalendarResponse.Accepted, CalendarResponse.NotResponded);
        Assert.NotEqual(CalendarResponse.None, CalendarResponse.Organizer);
        Assert.Equal((CalendarResponse.None, "none"), (default, default(CalendarResponse).ToString()));
        Assert.Equal("value", Assert.Throws<ArgumentNullException>(() => new CalendarResponse(null!)).ParamName);
    }

    private static object Sample(string name) => LookUpSamples.All.Single(record => record.GetType().Name == name);
}
