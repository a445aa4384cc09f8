import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { target } from './support/paths.js';
import { expect, test } from './support/test.js';

const script = (name) => fileURLToPath(new URL(`support/${name}`, import.meta.url));
const env = {
  ...process.env,
  DENO_DIR: target('deno'),
  DENO_NO_UPDATE_CHECK: '1',
  NO_COLOR: undefined,
  FORCE_COLOR: '0',
};
const installed = (name) => fileURLToPath(new URL(`node_modules/.bin/${name}`, import.meta.url));

/** The lines that a script prints in a runtime, which has nothing to complain of. */
async function run([executable, ...options], ...args) {
  const ended = await promisify(execFile)(executable, [...options, ...args], { env });
  expect(ended.stderr).toBe('');
  return ended.stdout.trim().split('\n');
}

for (const [runtime, ...command] of [
  ['Node', process.execPath],
  ['Deno', installed('deno'), 'run', '--allow-net', '--allow-env'],
  ['Bun', installed('bun')],
]) {
  test(`the client runs in ${runtime}, and resumes there`, async ({ server }) => {
    expect(await run(command, script('other-runtime.js'), server.url)).toEqual([
      'one',
      '{"recovered":true,"replayed":2}',
      'two',
      'three',
    ]);
  });

  test(`streams of one's own are served, read and cleaned up in ${runtime}`, async () => {
    expect(await run(command, script('own-streams.js'))).toEqual([
      'progress {"percent":50,"message":"half"}',
      'complete {"percent":100,"file":"a.pdf"}',
      '/progress progress percent,message',
      '/progress aborted',
      '/generator message row,text',
      '/generator closed',
      '/manual message hello',
      '/manual cleaned up',
      '404 HTTP 404 No such stream',
    ]);
  });
}
