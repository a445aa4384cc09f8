import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { root, target } from './support/paths.js';

const dist = (name) => pathToFileURL(join(root, 'src/main/typescript/dist', name)).href;

/** Tests of an application, as somebody writes them for Jest. */
const TESTS = `
import { jest } from '@jest/globals';
import { SSEClient } from '${dist('client.js')}';
import { fakeServer } from '${dist('testing.js')}';

const server = fakeServer();
let client;

beforeAll(() => server.install());
beforeEach(() => { client = new SSEClient({ reconnectDelay: 0 }); });
afterEach(() => { client.close(); server.reset(); });
afterAll(() => server.close());

test('an event is heard', async () => {
  const heard = jest.fn();
  client.subscribe('news').on('message', heard);
  await server.subscribed('news');
  server.send('news', 'message', 'one');
  await server.settled();
  expect(heard).toHaveBeenCalledWith('one', expect.objectContaining({ channel: 'news' }));
});

test('a cut is survived', async () => {
  const heard = [];
  client.subscribe('news').on('message', (text) => heard.push(text));
  await server.subscribed('news');
  server.cut();
  server.send('news', 'message', 'missed');
  await server.subscribed('news');
  expect(heard).toEqual(['missed']);
});

test('a refusal is told', async () => {
  server.reject('news');
  await expect(client.subscribe('news').ready()).rejects.toMatchObject({ status: 403 });
});

test('a change of channels is made while timers are fake', async () => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask'] });
  client.subscribe('news');
  await server.subscribed('news');
  client.subscribe('sport');
  await server.subscribed('sport');
  jest.useRealTimers();
});
`;

test('the fake server serves tests in Jest', async () => {
  const folder = target('jest');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'news.test.mjs'), TESTS);
  const config = { rootDir: folder, testMatch: ['**/*.test.mjs'], transform: {} };
  const script = fileURLToPath(new URL('node_modules/jest/bin/jest.js', import.meta.url));
  const args = ['--experimental-vm-modules', '--no-warnings', script, '--ci', '--json'];
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [...args, '--config', JSON.stringify(config)],
    { env: { ...process.env, NO_COLOR: '1' } },
  ).catch((error) => error); // tests that fail are told in what it prints
  expect(JSON.parse(stdout)).toMatchObject({ numPassedTests: 4, numFailedTests: 0 });
});
