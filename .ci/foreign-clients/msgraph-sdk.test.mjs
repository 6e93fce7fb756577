// The SDK that Kiota generates for JavaScript.
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { BaseBearerTokenAuthenticationProvider, AllowedHostsValidator } from '@microsoft/kiota-abstractions';
import { GraphRequestAdapter, createGraphServiceClient } from '@microsoft/msgraph-sdk';
import '@microsoft/msgraph-sdk-users';
import { graph, meeting, report, reset, user } from './graph.mjs';

const adapter = new GraphRequestAdapter(new BaseBearerTokenAuthenticationProvider({
    getAuthorizationToken: async () => 'any-token',
    getAllowedHostsValidator: () => new AllowedHostsValidator(new Set(['127.0.0.1'])),
}));
adapter.baseUrl = graph.plain;
const reports = createGraphServiceClient(adapter).users.byUserId(user).onlineMeetings.byOnlineMeetingId(meeting).attendanceReports;
beforeEach(reset);

test('lists reports', async () => {
    assert.equal((await reports.get()).value[0].id, report);
});

test('expands records', async () => {
    const found = await reports.byMeetingAttendanceReportId(report).get({ queryParameters: { expand: ['attendanceRecords'] } });

    assert.equal(found.attendanceRecords.length, 4);
    assert.equal(found.attendanceRecords[0].identity.displayName, 'Frederick Cormier');
});

test('follows pages', async () => {
    await graph.control('PATCH', 'settings', { pageSize: 2 });
    const records = reports.byMeetingAttendanceReportId(report).attendanceRecords;
    const first = await records.get();
    const second = await records.withUrl(first.odataNextLink).get();

    assert.equal(first.value.length + second.value.length, 4);
    assert.equal(second.odataNextLink ?? null, null);
});

test('is told of an error', async () => {
    await assert.rejects(
        reports.byMeetingAttendanceReportId('none').get(),
        error => error.responseStatusCode === 404);
});
