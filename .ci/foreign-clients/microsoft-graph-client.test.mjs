// The JavaScript client that most programs use. It gives its token to https:// addresses alone.
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { BatchRequestContent, BatchResponseContent, Client, PageIterator } from '@microsoft/microsoft-graph-client';
import { graph, meeting, report, reset } from './graph.mjs';

const client = Client.init({
    baseUrl: graph.endpoint,
    customHosts: new Set(['127.0.0.1']),
    authProvider: done => done(null, 'any-token'),
});
beforeEach(reset);

test('lists reports', async () => {
    const list = await client.api(`/me/onlineMeetings/${meeting}/attendanceReports`).get();

    assert.equal(list.value[0].id, report);
    assert.deepEqual(list.value[0].attendanceRecords, []);
});

test('expands records', async () => {
    const found = await client.api(`/me/onlineMeetings/${meeting}/attendanceReports/${report}`).expand('attendanceRecords').get();

    assert.deepEqual(found.attendanceRecords.map(record => record.role), ['Organizer', 'Presenter', 'Attendee', 'Attendee']);
});

test('follows pages', async () => {
    await graph.control('PATCH', 'settings', { pageSize: 1 });
    const records = [];
    const first = await client.api(`/me/onlineMeetings/${meeting}/attendanceReports/${report}/attendanceRecords`).get();
    await new PageIterator(client, first, record => records.push(record)).iterate();

    assert.equal(records.length, 4);
    const { count, value } = await graph.control('GET', 'requests');
    assert.equal(count, 4);
    assert.ok(value.every(request => request.status === 200 && request.headers.Authorization === 'Bearer any-token'));
});

test('finds a meeting by its join link', async () => {
    const { joinWebUrl } = await client.api(`/me/onlineMeetings/${meeting}`).select('joinWebUrl').get();
    const found = await client.api('/me/onlineMeetings').filter(`JoinWebUrl eq '${encodeURIComponent(joinWebUrl)}'`).get();

    assert.deepEqual(found.value.map(item => item.id), [meeting]);
});

test('filters, sorts, selects and counts', async () => {
    const path = `/me/onlineMeetings/${meeting}/attendanceReports/${report}/attendanceRecords`;
    const found = await client.api(path)
        .filter("role eq 'Attendee'").orderby('totalAttendanceInSeconds').select(['role', 'totalAttendanceInSeconds']).count(true).get();

    assert.equal(found['@odata.count'], 2);
    assert.deepEqual(found.value.map(record => record.totalAttendanceInSeconds), [611, 2067]);
    assert.equal(await client.api(`${path}/$count`).responseType('text').get(), '4');
});

test('reads webinars with sessions and registrations', async () => {
    const [webinar] = (await client.api('/solutions/virtualEvents/webinars').get()).value;
    const sessions = await client.api(`/solutions/virtualEvents/webinars/${webinar.id}/sessions`).get();
    const registrations = await client.api(`/solutions/virtualEvents/webinars/${webinar.id}/registrations`).get();
    const [someone] = registrations.value;
    const same = await client.api(`/solutions/virtualEvents/webinars/${webinar.id}/registrations(email='${someone.email}')`).get();

    assert.equal(sessions.value.length, 1);
    assert.ok(sessions.value[0].joinWebUrl.startsWith('https://teams.microsoft.com/'));
    assert.equal(same.id, someone.id);
});

test('reads the signed-in user, users and the calendar', async () => {
    const me = await client.api('/me').get();
    const users = await client.api('/users').filter(`mail eq '${me.mail}'`).get();
    const events = await client.api('/me/calendarView').query({ startDateTime: '2021-10-01', endDateTime: '2021-11-01' })
        .select(['subject', 'isOnlineMeeting', 'onlineMeetingProvider', 'onlineMeeting']).header('Prefer', 'outlook.timezone="Europe/Berlin"').get();

    assert.equal(me.displayName, 'Frederick Cormier');
    assert.deepEqual(users.value.map(user => user.id), [me.id]);
    assert.ok(events.value.length > 0);
    await assert.rejects(
        client.api('/me/calendarView').query({ startDateTime: '2021-10-01', endDateTime: '2021-11-01' }).filter('isOnlineMeeting eq true').get(),
        { statusCode: 400, code: 'ErrorInvalidProperty' });
});

test('sends a batch', async () => {
    // Without the version, which 3.0.7 does not take off, and Graph refuses (msgraph-sdk-javascript#1451).
    const content = new BatchRequestContent([
        { id: '1', request: new Request(`${graph.endpoint}me/onlineMeetings/${meeting}`, { method: 'GET' }) },
        { id: '2', request: new Request(`${graph.endpoint}me/onlineMeetings/none`, { method: 'GET' }) },
    ]);
    const answers = new BatchResponseContent(await client.api('/$batch').post(await content.getContent()));

    assert.equal(answers.getResponseById('1').status, 200);
    assert.equal((await answers.getResponseById('1').json()).id, meeting);
    assert.equal(answers.getResponseById('2').status, 404);
});

test('is told of an error', async () => {
    await assert.rejects(
        client.api('/me/onlineMeetings/none/attendanceReports').get(),
        error => error.statusCode === 404 && error.code === 'NotFound' && error.requestId.length > 0);
});

test('waits when it is throttled', async () => {
    await graph.control('POST', 'faults', { status: 429, retryAfter: 1 });
    const list = await client.api(`/me/onlineMeetings/${meeting}/attendanceReports`).get();

    assert.equal(list.value[0].id, report);
    assert.deepEqual((await graph.control('GET', 'requests')).value.map(request => request.status), [429, 200]);
});

test('is refused what its caller may not', async () => {
    await graph.control('POST', 'callers', { token: 'any-token', userId: 'somebody else', permissions: ['OnlineMeetingArtifact.Read.All'] });

    await assert.rejects(client.api(`/me/onlineMeetings/${meeting}/attendanceReports`).get(), { statusCode: 403 });
});

test('sees a connection that breaks', async () => {
    await graph.control('POST', 'faults', { cut: 'connection' });

    await assert.rejects(client.api(`/me/onlineMeetings/${meeting}/attendanceReports`).get());
});
