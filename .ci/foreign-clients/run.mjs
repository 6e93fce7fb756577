// Starts the Graph that the tool plays, then the tests, which have to trust its certificate from their beginning on.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

const [command, ...commandArguments] = (process.env.ATTENDANCE ?? 'attendance').split(' ');
const server = spawn(command, [...commandArguments, 'serve', '--port', '0', '--https', '--json'], { stdio: ['ignore', 'pipe', 'inherit'] });
const ended = new Promise((resolve, reject) => server.once('exit', resolve).once('error', reject));
const ready = await Promise.race([
    new Promise(resolve => createInterface(server.stdout).once('line', resolve)),
    ended.then(code => { throw new Error(`The server ended with ${code} before it was ready.`); }),
]);

const tests = spawn(process.execPath, ['--test', '--test-concurrency=1', '--test-reporter=spec'], {
    stdio: 'inherit',
    env: { ...process.env, GRAPH: ready, NODE_EXTRA_CA_CERTS: JSON.parse(ready).certificate },
});
process.exitCode = await new Promise(resolve => tests.once('exit', resolve));
server.kill();
const code = await ended;
if (code !== 0) throw new Error(`The server ended with ${code}.`);
