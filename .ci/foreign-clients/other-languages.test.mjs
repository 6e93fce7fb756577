// What has no more than HTTP: Python's own library, and curl.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { beforeEach, test } from 'node:test';
import { promisify } from 'node:util';
import { graph, meeting, report, reset } from './graph.mjs';

const run = promisify(execFile);
const has = name => run('sh', ['-c', `command -v ${name}`]).then(() => true, () => false);
const hasPython = await has('python3');
const hasCurl = await has('curl');

beforeEach(reset);

test('Python trusts the file and follows pages', { skip: !hasPython && 'there is no Python' }, async () => {
    await graph.control('PATCH', 'settings', { pageSize: 3 });
    const { stdout } = await run('python3', ['-c', `
import json, sys, urllib.request
url, count = sys.argv[1], 0
while url:
    with urllib.request.urlopen(urllib.request.Request(url, headers={"Authorization": "Bearer x"})) as answer:
        page = json.load(answer)
    url, count = page.get("@odata.nextLink"), count + len(page["value"])
print(count)
`, `${graph.v1}/me/onlineMeetings/${meeting}/attendanceReports/${report}/attendanceRecords`], { env: { ...process.env, SSL_CERT_FILE: graph.certificate } });

    assert.equal(stdout.trim(), '4');
});

test('curl comes through the proxy', { skip: !hasCurl && 'there is no curl' }, async () => {
    const { stdout } = await run('curl', [
        '--silent', '--compressed', '--proxy', graph.proxy, '--cacert', graph.certificate, '--header', 'Authorization: Bearer x',
        `https://graph.microsoft.com/v1.0/me/onlineMeetings/${meeting}/attendanceReports/${report}`,
    ]);

    assert.equal(JSON.parse(stdout).id, report);
});
