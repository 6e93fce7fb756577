using System.CommandLine;
using Attendance.Client.Notifications;

namespace Attendance.Cli;

/// <summary>The options that say where Graph sends notifications, and how they are known to be its own.</summary>
internal sealed class AddressOptions
{
    /// <summary>Where the secret of subscriptions comes from, which belongs on no command line.</summary>
    public const string ClientStateVariable = "ATTENDANCE_CLIENT_STATE";

    private const string PasswordVariable = "ATTENDANCE_ENCRYPTION_CERTIFICATE_PASSWORD";

    private readonly Option<string?> _url = new("--url")
    {
        Description = "The https address at which the internet reaches what listens: of your tunnel, reverse proxy or application.",
        HelpName = "url",
    };

    private readonly Option<string?> _certificate = new("--encryption-certificate")
    {
        Description =
            "PEM or PFX file of a certificate with its private key, with which Graph encrypts what it tells of calls. Its password goes " +
            $"to {PasswordVariable}.",
        HelpName = "file",
    };

    public void AddTo(Command command)
    {
        command.Add(_url);
        command.Add(_certificate);
    }

    /// <summary>Fills in what the options say.</summary>
    /// <param name="parse">The command line.</param>
    /// <param name="surroundings">Has the secret.</param>
    /// <param name="isLocal">Whether Graph is played on this machine, and reaches addresses of it.</param>
    /// <param name="options">What is filled in.</param>
    public void Read(ParseResult parse, Surroundings surroundings, bool isLocal, SubscriptionOptions options)
    {
        var url = parse.GetValue(_url) ?? throw new UsageException(
            "Nothing says where Graph is to send notifications. Pass --url with an https address that the internet reaches, such as that " +
            "of a tunnel or a reverse proxy.");
        options.NotificationUrl = Uri.TryCreate(url, UriKind.Absolute, out var address)
            ? address
            : throw new UsageException($"{_url.Name} is \"{CellText.Of(CellText.Short(url))}\", which is no URL.");
        options.AllowsLoopback = isLocal;
        options.ClientState = surroundings.Environment(ClientStateVariable);
        if (parse.GetValue(_certificate) is { } file)
        {
            options.EncryptionCertificate = CertificateFile.Read(
                new Setting(_certificate.Name, file), surroundings.Environment(PasswordVariable), PasswordVariable);
        }
    }

    /// <summary>A fault of the options in the words of the command line.</summary>
    public static string InOptions(string fault) => fault
        .Replace(nameof(SubscriptionOptions.NotificationUrl), "--url", StringComparison.Ordinal)
        .Replace(nameof(SubscriptionOptions.ClientState), ClientStateVariable, StringComparison.Ordinal)
        .Replace(nameof(SubscriptionOptions.EncryptionCertificate), "--encryption-certificate", StringComparison.Ordinal)
        .Replace(nameof(AttendanceNotificationOptions.ApplicationId), "--client-id", StringComparison.Ordinal);
}
