using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;

namespace Attendance.Client.Notifications.Tests.Receiving;

/// <summary>What is wrong with options is said when the application starts, all at once.</summary>
public class OptionsOfAnApplication
{
    public static TheoryData<Action<AttendanceNotificationOptions>, string> Faults => new()
    {
        {
            options => options.ClientState = null,
            "ClientState is null, and without it anybody can forge notifications. Set a secret of 16 to 128 random letters."
        },
        {
            options =>
            {
                options.NotificationUrl = null;
                options.Subscriptions.Add(SubscriptionResource.CallRecords());
            },
            "NotificationUrl is null. Use an https address that the internet reaches, such as https://contoso.com/attendance."
        },
        {
            options => options.Subscriptions.Add(SubscriptionResource.Parse("me/messages")),
            "Subscriptions has \"me/messages\", which tells of no attendance. Leave it out."
        },
        {
            options => options.Lifetime = TimeSpan.FromMinutes(14),
            "Lifetime is 00:14:00, and a subscription is looked at once a minute and renewed when a third of its life is left. " +
                "Use 00:15:00 or more, or null for the longest."
        },
        {
            options =>
            {
                options.Lifetime = TimeSpan.FromHours(30);
                options.Subscriptions.Add(SubscriptionResource.CallRecords());
                options.Subscriptions.Add(SubscriptionResource.Events());
            },
            "Lifetime does not do for solutions/virtualEvents/events: the lifetime is 1.06:00:00, and Graph lets such a subscription " +
                "live for 1.00:00:00 at most. Use less, and renew it in time."
        },
        {
            options => options.EncryptionCertificate = Certificate(),
            "ApplicationId is null, and encrypted notifications are trusted only with a token that is issued to the application. " +
                "Set the application (client) ID."
        },
        {
            options =>
            {
                options.ApplicationId = "00000000-0000-0000-0000-000000000000";
                options.EncryptionCertificate = X509CertificateLoader.LoadCertificate(Certificate().Export(X509ContentType.Cert));
            },
            "EncryptionCertificate has no private key, so that nothing encrypted with it can be read. Load it with its key."
        },
        {
            options => (options.MaxBodySize, options.MaxRequestsPerSecond, options.InboxCapacity, options.MaxConcurrency, options.MaxWaits,
                options.MaxAttempts) = (0, 0, 0, 0, 0, -1),
            "MaxBodySize is 0: use 1 or more.; MaxRequestsPerSecond is 0: use 1 or more.; InboxCapacity is 0: use 1 or more.; " +
                "MaxConcurrency is 0: use 1 or more.; MaxWaits is 0: use 1 or more.; MaxAttempts is -1: use 1 or more."
        },
        { options => options.MaxBodySize = 64 * 1024 * 1024 + 1, "MaxBodySize is 67108865: use 64 MiB at most." },
        { options => options.BodyTimeout = TimeSpan.Zero, "BodyTimeout is 00:00:00: use more than zero and at most 10 minutes." },
        { options => options.WaitInterval = TimeSpan.Zero, "WaitInterval is 00:00:00: use 1 second to 1 day." },
        { options => options.WaitTimeout = TimeSpan.FromDays(31), "WaitTimeout is 31.00:00:00: use zero to 30 days." },
        { options => options.TimeProvider = null!, "TimeProvider is null: use TimeProvider.System." },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Are_refused_with_what_to_do(Action<AttendanceNotificationOptions> spoil, string message)
    {
        using var graph = Samples.Graph();

        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => NotifiedApp.StartAsync(graph, spoil));

        Assert.Equal(message, refused.Message);
        Assert.Empty(graph.Requests);
    }

    [Fact]
    public async Task Need_no_address_where_notifications_are_only_taken()
    {
        using var graph = Samples.Graph();

        await using var app = await NotifiedApp.StartAsync(graph, options => options.NotificationUrl = null);

        Assert.Empty(graph.Requests);
    }

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        return new CertificateRequest("CN=attendance", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
    }
}
