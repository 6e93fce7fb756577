namespace Attendance.Client.Tests.LookUps;

public class ReadingRegistrations
{
    [Theory]
    [InlineData(LookUpSamples.RegistrationJson)]
    [InlineData($$"""{"@odata.context":"x","value":{{LookUpSamples.RegistrationJson}}}""")]
    public async Task Every_member_of_a_registration_is_read(string json) =>
        Assert.Equal(LookUpSamples.Registration, await Read(json));

    [Fact]
    public async Task Registrations_of_a_list_are_whole_too()
    {
        var graph = new StubGraph().Answers($$"""{"value":[{{LookUpSamples.RegistrationJson}},{}]}""");

        Assert.Equal(
            [LookUpSamples.Registration, new Registration()],
            await graph.CreateClient().GetRegistrationsAsync(VirtualEventKind.Webinar, "w").ToListAsync());
    }

    [Theory]
    [InlineData("""{"id":"r"}""")]
    [InlineData(
        """{"id":"r","email":"","status":null,"cancelationDateTime":null,"registrationQuestionAnswers":null,"externalRegistrationInformation":null}""")]
    [InlineData("""{"id":"r","registrationDateTime":"yesterday","registrationQuestionAnswers":[null]}""")]
    public async Task What_was_not_sent_is_null_and_no_answers_are_an_empty_list(string json) =>
        Assert.Equal(new Registration { Id = "r" }, await Read(json));

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"questionId":null,"displayName":null,"value":null,"booleanValue":null,"multiChoiceValues":null}""")]
    [InlineData("""{"multiChoiceValues":[]}""")]
    [InlineData("""{"multiChoiceValues":[null]}""")]
    public async Task An_answer_may_hold_nothing(string answer) =>
        Assert.Equal([new RegistrationAnswer()], (await Read($$"""{"id":"r","registrationQuestionAnswers":[{{answer}}]}""")).Answers);

    [Theory]
    [InlineData("registered", "Registered")]
    [InlineData("Canceled", "Canceled")]
    [InlineData("waitlisted", "Waitlisted")]
    [InlineData("pendingApproval", "PendingApproval")]
    [InlineData("rejectedbyorganizer", "RejectedByOrganizer")]
    public async Task A_status_is_known_in_any_case(string sent, string name)
    {
        var status = (await Read($$"""{"id":"r","status":"{{sent}}"}""")).Status;

        Assert.Equal(typeof(RegistrationStatus).GetProperty(name)!.GetValue(obj: null), status);
        Assert.Equal(sent, status?.Value);
    }

    [Fact]
    public async Task A_status_that_is_new_is_kept_as_text()
    {
        var status = (await Read("""{"id":"r","status":"unknownFutureValue"}""")).Status;

        Assert.Equal("unknownFutureValue", status?.ToString());
        Assert.NotEqual(RegistrationStatus.Registered, status);
    }

    private static Task<Registration> Read(string json) =>
        new StubGraph().Answers(json).CreateClient().GetRegistrationAsync(VirtualEventKind.Townhall, "t", "r");
}
