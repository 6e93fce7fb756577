// The server for assistants, asked by the protocol's JavaScript client.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';

const [command, ...commandArguments] = (process.env.ATTENDANCE ?? 'attendance').split(' ');

const connect = async (...options) => {
    const client = new Client({ name: 'foreign-clients', version: '1.0.0' });
    const env = { ...process.env };
    await client.connect(new StdioClientTransport({ command, args: [...commandArguments, 'mcp', '--demo', ...options], env }));
    return client;
};

const source = '238 420 318 127';

test('the JavaScript client lists the tools and asks each of them', async () => {
    const client = await connect();
    const { tools } = await client.listTools();
    const questions = {
        find_meetings: { text: source },
        list_sessions: { source },
        who_came: { source, page_size: 2 },
        who_was_absent: { source },
        attendance_register: { from: '2021-10', expected: 'invited' },
        draw_chart: { source, kind: 'stays' },
    };
    assert.deepEqual(tools.map(tool => tool.name).sort(), Object.keys(questions).sort());

    const answers = {};
    for (const [name, question] of Object.entries(questions)) {
        answers[name] = await client.callTool({ name, arguments: question });
        assert.ok(!answers[name].isError, answers[name].content[0].text);
    }

    const came = JSON.parse(answers.who_came.content[0].text);
    assert.equal(came.totals.came, 4);
    assert.deepEqual(came.people.map(person => person.name), ['Frederick Cormier', 'Miyuki Tanaka']);
    assert.match(answers.draw_chart.content[1].resource.text, /^<svg/);
    await client.close();
});

test('the JavaScript client learns what to do about an error', async () => {
    const client = await connect('--no-names');
    const answer = await client.callTool({ name: 'who_came', arguments: { source: 'no-such' } });

    assert.equal(answer.isError, true);
    assert.match(answer.content[0].text, /^error: .*404.*\nwhat to do: /);
    await client.close();
});
