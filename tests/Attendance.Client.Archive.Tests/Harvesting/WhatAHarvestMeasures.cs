using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Net;
using Attendance.Client.Testing;

namespace Attendance.Client.Archive.Tests.Harvesting;

public class WhatAHarvestMeasures
{
    [Fact]
    public async Task Are_organizers_reports_by_what_became_of_them_and_failures_by_reason()
    {
        await using var tenant = await Tenant.StartAsync(DatabaseKind.Sqlite, "2026-03-10T00:00Z");
        var measured = new ConcurrentBag<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Name.StartsWith("attendance.harvest.", StringComparison.Ordinal))
                    self.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => measured.Add(
            $"{instrument.Name} {value} {instrument.Unit}{string.Concat(tags.ToArray().Select(tag => $" {tag.Value}"))}"));
        listener.Start();
        foreach (var name in new[] { Tenant.Grace, Tenant.Ada })
        {
            tenant.Add(
                new MeetingBuilder("Lesson", name, "2026-03-02T09:00Z", Tenant.Hour).Report(people => people.Organizer(name)).Build());
        }

        tenant.Graph.FailNext(GraphFault.Status(HttpStatusCode.NotImplemented), GraphOperation.GetAttendanceReport);

        await tenant.HarvestAsync(new HarvestOptions { MaxConcurrency = 1 });

        // Other tests harvest at the same time.
        Assert.Subset(
            measured.ToHashSet(StringComparer.Ordinal),
            new HashSet<string>(StringComparer.Ordinal)
            {
                "attendance.harvest.organizers 1 {organizer}",
                "attendance.harvest.reports 1 {report} Added",
                "attendance.harvest.failures 1 {failure} Report Unknown",
            });
        Assert.DoesNotContain(measured, line => line.Contains("contoso", StringComparison.Ordinal));
    }
}
