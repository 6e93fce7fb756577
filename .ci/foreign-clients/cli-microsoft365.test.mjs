// A tool that knows no other address than https://graph.microsoft.com, and so comes through the proxy.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { promisify } from 'node:util';
import { graph, meeting, report, reset } from './graph.mjs';

const run = promisify(execFile);
const tool = new URL('node_modules/@pnp/cli-microsoft365/dist/index.js', import.meta.url).pathname;
let home;

before(async () => { home = await mkdtemp(join(tmpdir(), 'm365-')); });
after(() => rm(home, { recursive: true }));
beforeEach(reset);

async function m365(idtyp, ...args) {
    const part = json => Buffer.from(JSON.stringify(json)).toString('base64url');
    const accessToken = `${part({ alg: 'none' })}.${part({ idtyp, oid: 'someone', tid: 'tenant', upn: 'frederick.cormier@contoso.com' })}.`;
    await writeFile(join(home, '.cli-m365-connection.json'), JSON.stringify({
        active: true, authType: 'deviceCode', name: 'test', identityId: 'someone', appId: 'app', tenant: 'tenant', cloudType: 'Public',
        accessTokens: { 'https://graph.microsoft.com': { accessToken, expiresOn: '2999-01-01T00:00:00Z' } },
    }));
    const { stdout } = await run(process.execPath, [tool, ...args, '--output', 'json'], {
        env: { ...process.env, HOME: home, HTTPS_PROXY: graph.proxy },
    });
    return JSON.parse(stdout);
}

test('lists reports of the signed-in user', async () => {
    const listed = await m365('user', 'teams', 'meeting', 'attendancereport', 'list', '--meetingId', meeting);

    assert.ok(listed.some(item => item.id === report));
    // What it tells its makers is refused.
    const { value } = await graph.control('GET', 'requests');
    const [request] = value.filter(request => request.status === 200);
    assert.equal(request.url, `https://graph.microsoft.com/v1.0/me/onlineMeetings/${meeting}/attendanceReports`);
});

test('reads a report with its records', async () => {
    const found = await m365('user', 'teams', 'meeting', 'attendancereport', 'get', '--meetingId', meeting, '--id', report);

    assert.equal(found.attendanceRecords.length, 4);
});

test('finds the user by mail address, and the meetings by the calendar and a batch', async () => {
    const listed = await m365('app', 'teams', 'meeting', 'list', '--email', 'frederick.cormier@contoso.com', '--startDateTime', '2021-10-01T00:00:00Z');

    assert.ok(listed.some(item => item.id === meeting));
});

test('finds the user by mail address', async () => {
    const listed = await m365('app', 'teams', 'meeting', 'attendancereport', 'list', '--meetingId', meeting, '--email', 'frederick.cormier@contoso.com');

    assert.ok(listed.some(item => item.id === report));
});
