using System.Runtime.CompilerServices;
using Quartz;

namespace Attendance.Client.Archive.Internal;

/// <summary>What one job harvests: the calendar of an organizer, a meeting, or a list of webinars or town halls.</summary>
internal sealed record HarvestTarget(string Kind, Organizer? Organizer = null, JoinLink? Link = null)
{
    private const string Calendar = "calendar";
    private const string Meeting = "meeting";
    private const string Events = "events";
    private const string Webinars = "webinars";
    private const string Townhalls = "townhalls";

    public string Name => string.Join(' ', new[] { Kind, Organizer?.ToString(), Link?.ToString() }.Where(static part => part is not null));

    /// <summary>A list of the tenant is one job among thousands, behind which it would wait for hours.</summary>
    public int Priority => Organizer is null ? 10 : 5;

    public static async IAsyncEnumerable<HarvestTarget> Of(
        HarvestScope scope, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (scope.Webinars)
            yield return new HarvestTarget(Webinars);
        if (scope.Townhalls)
            yield return new HarvestTarget(Townhalls);
        if (scope.Organizers is { } organizers)
        {
            await foreach (var organizer in organizers.WithCancellation(cancellationToken).ConfigureAwait(false))
                yield return new HarvestTarget(Calendar, organizer);
        }

        foreach (var meeting in scope.Meetings)
            yield return new HarvestTarget(Meeting, meeting.Organizer, meeting.Link);
        foreach (var organizer in scope.EventOrganizers)
            yield return new HarvestTarget(Events, organizer);
    }

    public static HarvestTarget Of(JobDataMap data) => new(
        data.GetString("kind")!,
        data.GetString("organizer") switch { null => null, "" => Organizer.Me, var user => Organizer.User(user) },
        data.GetString("link") is { } link ? JoinLink.Parse(link) : null);

    public JobDataMap ToData()
    {
        var data = new JobDataMap { ["kind"] = Kind };
        if (Organizer is not null)
            data["organizer"] = Organizer.UserId ?? "";
        if (Link is not null)
            data["link"] = Link.ToString();
        return data;
    }

    public HarvestScope ToScope() => Kind switch
    {
        Calendar => HarvestScope.Of(Organizer!),
        Meeting => new HarvestScope { Meetings = [new HarvestMeeting(Organizer!, Link!)] },
        Events => new HarvestScope { EventOrganizers = [Organizer!] },
        Webinars => new HarvestScope { Webinars = true },
        _ => new HarvestScope { Townhalls = true },
    };
}
