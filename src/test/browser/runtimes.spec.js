import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { target } from './support/paths.js';
import { expect, test } from './support/test.js';

const script = fileURLToPath(new URL('support/other-runtime.js', import.meta.url));
const env = {
  ...process.env,
  DENO_DIR: target('deno'),
  DENO_NO_UPDATE_CHECK: '1',
  NO_COLOR: undefined,
  FORCE_COLOR: '0',
};
const installed = (name) => fileURLToPath(new URL(`node_modules/.bin/${name}`, import.meta.url));

for (const [runtime, ...command] of [
  ['Node', process.execPath],
  ['Deno', installed('deno'), 'run', '--allow-net', '--allow-env'],
  ['Bun', installed('bun')],
]) {
  test(`the client runs in ${runtime}, and resumes there`, async ({ server }) => {
    const [executable, ...options] = command;
    const ended = await promisify(execFile)(executable, [...options, script, server.url], { env });
    expect(ended.stderr).toBe('');
    expect(ended.stdout.trim().split('\n')).toEqual([
      'one',
      '{"recovered":true,"replayed":2}',
      'two',
      'three',
    ]);
  });
}
