using Microsoft.EntityFrameworkCore;

namespace Attendance.Client.Archive.Internal;

/// <summary>Erases a person everywhere.</summary>
internal sealed class PersonErasure(ArchiveDatabase database, ArchiveContext context)
{
    private const string InPlace = "(forgotten)";

    public async Task<ErasureResult> RunAsync(PersonToForget person, CancellationToken cancellationToken)
    {
        await ArchiveSettings.ChangePrivacyAsync(context, cancellationToken).ConfigureAwait(false);
        var known = await KnownPerson.FindAsync(database, context, person, cancellationToken).ConfigureAwait(false);
        var reports = await known.RecordsOf(context).Select(static row => row.ReportId).Distinct().ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        var names = await NamesAsync(known, cancellationToken).ConfigureAwait(false);
        var result = new ErasureResult
        {
            Reports = reports.Count,
            Records = await known.RecordsOf(context).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false),
            ExpectedPeople = await known.ExpectedPeopleOf(context).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false),
            Registrations = await known.RegistrationsOf(context).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false),
            Hosts = await known.HostsOf(context).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false),
            Failures = await CleanFailuresAsync([.. known.Ids, .. known.Addresses, .. names], cancellationToken).ConfigureAwait(false),
            OrganizerIdStays = await known.OrganizersOf(context).AnyAsync(cancellationToken).ConfigureAwait(false)
                || await known.SubscriptionsOf(context).AnyAsync(cancellationToken).ConfigureAwait(false),
        };
        foreach (var report in reports)
            await HashAnewAsync(report, cancellationToken).ConfigureAwait(false);

        await RememberAsync(known.ToForget, cancellationToken).ConfigureAwait(false);
        context.Erasures.Add(ErasureRow.Of(result, database.TimeProvider.GetUtcNow()));
        return result;
    }

    private async Task<List<string>> NamesAsync(KnownPerson known, CancellationToken cancellationToken)
    {
        var names = await known.RecordsOf(context).Select(static row => row.Identity!.DisplayName)
            .Concat(known.ExpectedPeopleOf(context).Select(static row => row.Name))
            .Concat(known.HostsOf(context).Select(static row => row.Identity.DisplayName))
            .Distinct().ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. names.OfType<string>().Where(static name => !string.IsNullOrWhiteSpace(name))];
    }

    private async Task<int> CleanFailuresAsync(List<string> texts, CancellationToken cancellationToken)
    {
        var cleaned = 0;
        await foreach (var row in context.HarvestFailures.AsAsyncEnumerable().WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            var (message, remedy) = (Clean(row.Message, texts)!, Clean(row.Remedy, texts));
            if (message == row.Message && remedy == row.Remedy)
                continue;

            (row.Message, row.Remedy) = (message, remedy);
            cleaned++;
        }

        return cleaned;
    }

    private static string? Clean(string? text, List<string> texts)
    {
        foreach (var one in texts)
            text = text?.Replace(one, InPlace, StringComparison.OrdinalIgnoreCase);
        return text;
    }

    // Read again as it is without the person, the report has not changed.
    private async Task HashAnewAsync(long report, CancellationToken cancellationToken)
    {
        var row = await context.Reports.AsNoTracking().Include(static one => one.ExternalEvents)
            .Include(static one => one.Records).ThenInclude(static record => record.Stays)
            .Include(static one => one.Records).ThenInclude(static record => record.Engagements)
            .SingleAsync(one => one.Id == report, cancellationToken).ConfigureAwait(false);
        var hash = ContentHash.Of(ReportRows.ToReport(row, withRecords: true));
        await context.Reports.Where(one => one.Id == report)
            .ExecuteUpdateAsync(one => one.SetProperty(static changed => changed.ContentHash, hash), cancellationToken)
            .ConfigureAwait(false);
    }

    private async Task RememberAsync(IEnumerable<string> texts, CancellationToken cancellationToken)
    {
        var now = database.TimeProvider.GetUtcNow();
        var people = database.ForgottenPeople([]);
        foreach (var hash in texts.Select(people.HashOf).Distinct(StringComparer.Ordinal))
        {
            if (!await context.Forgotten.AnyAsync(row => row.Hash == hash, cancellationToken).ConfigureAwait(false))
                context.Forgotten.Add(new ForgottenRow { Hash = hash, ForgottenAt = now });
        }
    }
}
