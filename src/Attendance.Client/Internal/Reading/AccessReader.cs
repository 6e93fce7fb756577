using System.Globalization;

namespace Attendance.Client.Internal;

/// <summary>Tries each step towards a report, and tells which one is in the way.</summary>
internal sealed class AccessReader(Uri endpoint, TimeProvider timeProvider, AccessTokens tokens, ReportReader reports, LookUpReader lookUps)
{
    /// <summary>Tries the sign-in and the token alone.</summary>
    public async Task<AccessDiagnosis> DiagnoseAsync(CancellationToken cancellationToken)
    {
        var steps = new AccessSteps(AccessStepKind.Permissions);
        await SignInAsync(steps, new AccessTarget(endpoint, source: null, isLink: false, organizerId: null), cancellationToken)
            .ConfigureAwait(false);
        return steps.ToDiagnosis();
    }

    /// <summary>Tries everything that leads to a report of a source.</summary>
    public async Task<AccessDiagnosis> DiagnoseAsync(AttendanceSource source, CancellationToken cancellationToken)
    {
        var steps = new AccessSteps(AccessStepKind.Records);
        var organizer = (source as MeetingSource)?.Organizer;
        var target = new AccessTarget(endpoint, source, isLink: false, organizer?.UserId);
        if (await SignInAsync(steps, target, cancellationToken).ConfigureAwait(false) && MayAskFor(organizer, steps, target))
            await ReadAsync(steps, target, source, cancellationToken).ConfigureAwait(false);
        return steps.ToDiagnosis();
    }

    /// <summary>Tries everything that leads to a report of the meeting that a link leads to.</summary>
    public async Task<AccessDiagnosis> DiagnoseAsync(Organizer organizer, JoinLink link, CancellationToken cancellationToken)
    {
        var steps = new AccessSteps(AccessStepKind.Records);
        var target = new AccessTarget(endpoint, source: null, isLink: true, organizer.UserId);
        if (!await SignInAsync(steps, target, cancellationToken).ConfigureAwait(false) || !MayAskFor(organizer, steps, target))
            return steps.ToDiagnosis();

        OnlineMeeting? meeting;
        try
        {
            meeting = await lookUps.FindMeetingAsync(organizer, link, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            target.Blame(steps, AccessStepKind.Meeting, exception);
            return steps.ToDiagnosis();
        }

        if (meeting?.Source is { } source)
        {
            await ReadAsync(steps, target, source, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            target.PassCaller(steps);
            steps.Set(
                AccessStepKind.Meeting, AccessOutcome.Missing, "Graph finds no such meeting of the organizer.",
                "Check the link, and that the user asked for organizes the meeting; invitations are found by nobody else.");
        }

        return steps.ToDiagnosis();
    }

    // Graph refuses it too, but says nothing that helps.
    private static bool MayAskFor(Organizer? organizer, AccessSteps steps, AccessTarget target)
    {
        if (organizer is not { UserId: null } || target.Claims?.IsApplication != true)
            return true;

        steps.Set(
            AccessStepKind.Meeting, AccessOutcome.Missing, "The token is an application's, for which there is no signed-in user, \"me\".",
            "Name the organizer by object id, as Organizer.User does.");
        return false;
    }

    private async Task<bool> SignInAsync(AccessSteps steps, AccessTarget target, CancellationToken cancellationToken)
    {
        string token;
        try
        {
            token = (await tokens.GetAsync(cancellationToken).ConfigureAwait(false)).Value;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Whatever the credential throws: it may be the application's own.
            AccessTarget.BlameSignIn(steps, exception);
            return false;
        }

        if (token.Length == 0)
        {
            steps.Set(
                AccessStepKind.SignIn, AccessOutcome.Missing, "The credential gave an empty token.",
                "Look at where it has the token from.");
            return false;
        }

        target.Claims = TokenClaims.Of(token);
        steps.Set(AccessStepKind.SignIn, AccessOutcome.Right, target.Caller);
        target.CheckToken(steps, timeProvider.GetUtcNow());
        target.CheckPermissions(steps);
        return true;
    }

    private async Task ReadAsync(AccessSteps steps, AccessTarget target, AttendanceSource source, CancellationToken cancellationToken)
    {
        target.CheckPolicy(steps);
        AttendanceReport? newest = null;
        var count = 0;
        var asked = AccessStepKind.Reports;
        try
        {
            await foreach (var report in reports.GetReportsAsync(source, query: null, cancellationToken).ConfigureAwait(false))
            {
                count++;
                if (ResourceId.CanBeSent(report.Id) && (newest is null || report.EndedAt > newest.EndedAt))
                    newest = report;
            }

            target.Pass(steps);
            steps.Set(asked, AccessOutcome.Right, count switch
            {
                0 => "Graph lists no report.",
                1 => "Graph lists 1 report.",
                _ => $"Graph lists {count.ToString(CultureInfo.InvariantCulture)} reports.",
            });
            asked = AccessStepKind.Records;
            if (newest is null)
            {
                steps.Set(
                    asked, AccessOutcome.Unknown, "There is no report to read records of.",
                    "Ask again when a session has ended: Graph makes a report minutes to hours later, and keeps it for a year.");
                return;
            }

            await foreach (var _ in reports.GetRecordsAsync(source, newest.Id!, query: null, cancellationToken).ConfigureAwait(false))
                break;

            steps.Set(asked, AccessOutcome.Right, "Those of the newest report can be read.");
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            target.Blame(steps, asked, exception);
        }
    }
}
