// A page in a browser, which comes from another origin.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { graph, meeting, report, reset } from './graph.mjs';

const run = promisify(execFile);
const browser = await run('sh', ['-c', 'command -v chromium || command -v google-chrome']).then(found => found.stdout.trim(), () => null);
const script = `
    const told = [];
    const ask = async (path, init) => {
        const answer = await fetch(graph + path, { headers: { Authorization: 'Bearer x', 'client-request-id': 'page' }, ...init });
        told.push(answer.status, answer.headers.get('client-request-id'), answer.headers.get('Retry-After'));
        return answer.json();
    };
    (async () => {
        told.push((await ask('/me/onlineMeetings/${meeting}/attendanceReports')).value[0].id);
        told.push((await ask('/me/onlineMeetings/none')).error.code);
        await ask('/$batch', { method: 'POST', headers: { Authorization: 'Bearer x', 'Content-Type': 'application/json' }, body: '{"requests":[]}' });
    })().catch(error => told.push(String(error))).finally(() => { document.body.textContent = JSON.stringify(told); document.title = 'done'; });`;

let pages;

before(async () => {
    await reset();
    pages = createServer((_, answer) => {
        answer.setHeader('Content-Type', 'text/html');
        answer.end(`<body></body><script>const graph = ${JSON.stringify(graph.plain)};${script}</script>`);
    });
    await new Promise(resolve => pages.listen(0, '127.0.0.1', resolve));
});
after(() => {
    pages?.close();
    pages?.closeAllConnections();
});

test('a page reads what it asks for', { skip: !browser && 'there is no Chromium' }, async () => {
    const { stdout } = await run(browser, [
        '--headless', '--no-sandbox', '--disable-gpu', '--virtual-time-budget=10000', '--dump-dom', `http://localhost:${pages.address().port}/`,
    ]);

    const told = JSON.parse(stdout.match(/<body>(.*?)<script>|<body>(.*?)<\/body>/s).slice(1).find(Boolean));
    assert.deepEqual(told.slice(0, 4), [200, 'page', null, report]);
    assert.deepEqual(told.slice(4, 8), [404, 'page', null, 'NotFound']);
    assert.equal(told[8], 200);
});
