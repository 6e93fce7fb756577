using System.Globalization;

namespace Attendance.Client.Internal;

/// <summary>Who asks for what, as far as the token and the source tell, and what each failure then means.</summary>
internal sealed class AccessTarget(Uri endpoint, AttendanceSource? source, bool isLink, string? organizerId)
{
    private const string Taken = "Graph took the token.";
    private const string GraphApplicationId = "00000003-0000-0000-c000-000000000000";

    private static readonly Uri[] Clouds =
        [GraphCloud.Global, GraphCloud.UsGovernment, GraphCloud.UsGovernmentDod, GraphCloud.China];

    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);

    private readonly string _server = endpoint.GetLeftPart(UriPartial.Authority);
    private DateTimeOffset _now;

    /// <summary>What the token says, or null where nobody but Graph can read it.</summary>
    public TokenClaims? Claims { get; set; }

    /// <summary>Who has signed in.</summary>
    public string Caller => Claims switch
    {
        null => "The credential gave a token.",
        { IsApplication: true } => $"The application {Shown(Claims.ApplicationId)} in the tenant {Shown(Claims.TenantId)}.",
        _ => $"The user {Shown(Claims.ObjectId)} by the application {Shown(Claims.ApplicationId)} in the tenant {Shown(Claims.TenantId)}.",
    };

    private string NewToken => $"Get a new token for {_server}/.default.";

    /// <summary>Finds that the credential has no token, or none any longer.</summary>
    public static void BlameSignIn(AccessSteps steps, Exception exception)
    {
        var failure = SignInFailure.Of(exception);
        steps.Set(
            AccessStepKind.SignIn, AccessOutcome.Missing, BodyExcerpt.Clean(failure.Detail, token: null),
            failure.Remedy ?? "Sign in again, or check what the credential is made of: tenant, application, and secret or certificate.");
    }

    public void CheckToken(AccessSteps steps, DateTimeOffset now)
    {
        const AccessStepKind Step = AccessStepKind.Token;
        _now = now;
        if (Claims is null)
        {
            steps.Set(Step, AccessOutcome.Unknown, "It is not one that can be read here.", "Name a source, to see whether Graph takes it.");
        }
        else if (Claims.Audience is { } audience && !IsForGraph(audience))
        {
            // A gateway in front of Graph may want tokens of its own.
            var outcome = Array.Exists(Clouds, IsServer) ? AccessOutcome.Missing : AccessOutcome.Unknown;
            steps.Set(Step, outcome, $"It is for {Shown(audience)}, and not for {_server}.", NewToken);
        }
        else if (Claims.ExpiresAt is not { } end)
        {
            steps.Set(Step, AccessOutcome.Unknown, "It does not say when it expires.", "Name a source, to see whether Graph takes it.");
        }
        else if (Claims.ValidFrom is { } start && start > now + ClockTolerance)
        {
            steps.Set(
                Step, AccessOutcome.Missing, $"It is valid from {Shown(start)}, and by this machine's clock it is {Shown(now)}.",
                "Set this machine's clock.");
        }
        else
        {
            var (outcome, verb, remedy) =
                end > now ? (AccessOutcome.Right, "expires", (string?)null) : (AccessOutcome.Missing, "expired", NewToken);
            steps.Set(Step, outcome, $"It is for {Shown(Claims.Audience)} and {verb} at {Shown(end)}.", remedy);
        }
    }

    public void CheckPermissions(AccessSteps steps)
    {
        const AccessStepKind Step = AccessStepKind.Permissions;
        if (Claims is null)
        {
            steps.Set(
                Step, AccessOutcome.Unknown, "The token is not one that can be read here.",
                "Name a source, to see whether Graph takes it.");
            return;
        }

        var missing = Needed().Where(needed => !needed.Any(Has)).Select(needed => needed[0]).ToList();
        if (missing.Count > 0)
        {
            var list = string.Join(" and ", missing);
            var detail = Claims.Permissions.Length == 0
                ? $"The token has no permissions, and needs {list}."
                : $"The token has {Permissions()}, but not {list}.";
            steps.Set(Step, AccessOutcome.Missing, detail, ConsentTo(list));
        }
        else
        {
            steps.Set(Step, AccessOutcome.Right, $"The token has {Permissions()}.");
        }
    }

    public void CheckPolicy(AccessSteps steps)
    {
        if (Claims?.IsApplication == false)
            steps.Set(AccessStepKind.AccessPolicy, AccessOutcome.Right, "A signed-in user needs none.");
    }

    /// <summary>Passes all that has to be right for Graph to list reports.</summary>
    public void Pass(AccessSteps steps)
    {
        PassCaller(steps);
        steps.Pass(AccessStepKind.Permissions, Taken);
        steps.Pass(AccessStepKind.Meeting, "Graph knows it.");
    }

    /// <summary>Passes all that has to be right for Graph to look for a meeting.</summary>
    public void PassCaller(AccessSteps steps)
    {
        var isClockWrong = Claims?.ExpiresAt <= _now || Claims?.ValidFrom > _now + ClockTolerance;
        steps.Pass(
            AccessStepKind.Token, isClockWrong ? $"{Taken} This machine's clock, by which it is {Shown(_now)}, is wrong." : Taken);
        CheckPolicy(steps);
        steps.Pass(
            AccessStepKind.AccessPolicy,
            Claims is null ? "There is one, or a user is signed in, who needs none." : "The application may act for the organizer.");
    }

    /// <summary>Finds the step that a failure is about.</summary>
    public void Blame(AccessSteps steps, AccessStepKind asked, Exception exception)
    {
        CheckPolicy(steps);
        if (exception is not (AttendanceRequestException or HttpRequestException))
        {
            // Graph wanted another token.
            BlameSignIn(steps, exception);
            return;
        }

        if (exception is not AttendanceRequestException refused)
        {
            steps.Set(
                asked, AccessOutcome.Unknown, BodyExcerpt.Clean(exception.Message, token: null),
                $"Check the network and the proxy on the way to {_server}.");
            return;
        }

        var message = refused.Message;
        if (refused.Remedy is { } remedy && message.EndsWith(remedy, StringComparison.Ordinal))
            message = message.Substring(0, message.Length - remedy.Length).TrimEnd();
        switch (refused.Reason)
        {
            case AttendanceErrorReason.InvalidToken:
                Fail(AccessStepKind.Token, RemedyOf(refused.Date));
                break;
            case AttendanceErrorReason.MissingPermission:
            case AttendanceErrorReason.MissingApplicationRole:
                Fail(AccessStepKind.Permissions, refused.Remedy);
                break;
            case AttendanceErrorReason.MissingAccessPolicy:
                Fail(AccessStepKind.AccessPolicy, Policy());
                break;
            case AttendanceErrorReason.NoAccessToMeeting:
            case AttendanceErrorReason.NotOrganizer:
            case AttendanceErrorReason.OrganizerMismatch:
            case AttendanceErrorReason.InvalidMeetingId:
            case AttendanceErrorReason.InvalidJoinLink:
            case AttendanceErrorReason.InvalidRequest:
            case AttendanceErrorReason.MeetingExpired:
            case AttendanceErrorReason.NotFound:
                Fail(asked == AccessStepKind.Records ? asked : AccessStepKind.Meeting, refused.Remedy);
                break;
            default:
                steps.Set(asked, AccessOutcome.Unknown, message, refused.Remedy ?? "Ask again later.");
                break;
        }

        // What the token says is missing is told better there, with the page to open.
        void Fail(AccessStepKind step, string? remedy)
        {
            if (steps[step]?.Outcome != AccessOutcome.Missing)
                steps.Set(step, AccessOutcome.Missing, message, remedy);
        }
    }

    // Where the token looks right here, it is the tenant or the clock that Graph and this machine see in different ways.
    private string RemedyOf(DateTimeOffset? date) => date is { } theirs && (theirs - _now).Duration() > ClockTolerance
        ? $"Set this machine's clock, by which it is {Shown(_now)}; by Graph's it is {Shown(theirs)}."
        : $"{NewToken} Check that it is of the organizer's tenant.";

    private static string Shown(DateTimeOffset time) =>
        time.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    private static string Shown(string? claim) => claim is null ? "(not said)" : BodyExcerpt.Clean(claim, token: null);

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private bool Has(string permission) => Array.Exists(Claims!.Permissions, other => Same(other, permission));

    private bool IsServer(Uri other) => Same(endpoint.Host, other.Host);

    private bool IsForGraph(string audience) =>
        Same(audience, GraphApplicationId) || (Uri.TryCreate(audience, UriKind.Absolute, out var uri) && IsServer(uri));

    private string Permissions() =>
        Claims!.Permissions.Length == 0 ? "no permissions" : Shown(string.Join(", ", Claims.Permissions));

    // Each by any of its names, the smallest first.
    private IEnumerable<string[]> Needed()
    {
        var isApplication = Claims!.IsApplication;
        if (isLink)
        {
            yield return isApplication
                ? ["OnlineMeetings.Read.All", "OnlineMeetings.ReadWrite.All"]
                : ["OnlineMeetings.Read", "OnlineMeetings.ReadWrite"];
        }

        yield return isApplication && source is (WebinarSource or TownhallSource)
            ? ["OnlineMeetingArtifact.Read.All", "OnlineMeetingArtifact.Read.Chat"]
            : ["OnlineMeetingArtifact.Read.All"];
    }

    private string ConsentTo(string permissions)
    {
        var kind = Claims!.IsApplication ? "application" : "delegated";
        var host = Authority.Of(endpoint).AbsoluteUri;
        var page = Guid.TryParse(Claims.ApplicationId, out var application) && Guid.TryParse(Claims.TenantId, out var tenant)
            ? $"{host}{tenant}/adminconsent?client_id={application}"
            : $"{host}{{the tenant}}/adminconsent?client_id={{the application's id}}";
        return $"Add {permissions} to the {kind} permissions of the application in Microsoft Entra, have an administrator consent on " +
            $"this page, and get a new token:\n{page}";
    }

    private string Policy()
    {
        var application = Guid.TryParse(Claims?.ApplicationId, out var id) ? id.ToString() : "{the application's id}";

        // It goes into a shell.
        var organizer = organizerId?.All(letter => char.IsLetterOrDigit(letter) || letter is '-' or '.' or '_' or '@') == true
            ? organizerId
            : "{the organizer's object id}";
        return "Have a Teams administrator run this in PowerShell, and wait for up to 30 minutes:\n" +
            $"New-CsApplicationAccessPolicy -Identity Attendance -AppIds \"{application}\"\n" +
            $"Grant-CsApplicationAccessPolicy -PolicyName Attendance -Identity \"{organizer}\"";
    }
}
