import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { describe, expect, it } from 'vitest';
import { installed as install, root } from './support/installed.js';

const { installed, tarball } = install();

interface Manifest {
  readonly exports: Record<string, unknown>;
  readonly [field: string]: unknown;
}

/** What attw prints; its problems are those of all ways to import, its status that of those asked for. */
interface Checked {
  readonly analysis: { readonly entrypoints: Record<string, unknown> };
  readonly problems: Record<string, unknown>;
}

const read = (file: string) => readFileSync(join(installed, file), 'utf8');
const manifest = () => JSON.parse(read('package.json')) as Manifest;

describe('the package, as it would be published', () => {
  it('breaks no rule of publint', async () => {
    const { messages } = await publint({ pkgDir: installed, pack: false, strict: true });
    expect(messages.map((message) => formatMessage(message, manifest()))).toEqual([]);
  });

  // by ESM alone: a CommonJS module gets it by import() or, from Node 22 on, by require()
  it('has types for each of its modules, in Node and with a bundler', () => {
    const attw = join(root, 'node_modules/@arethetypeswrong/cli/dist/index.js');
    const options = ['--profile', 'esm-only', '--format', 'json'];
    const checked = spawnSync(process.execPath, [attw, tarball(), ...options], {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    const { analysis, problems } = JSON.parse(checked.stdout) as Checked;
    expect(Object.keys(analysis.entrypoints).sort()).toEqual(
      Object.keys(manifest().exports).sort(),
    );
    expect(checked.status, JSON.stringify(problems, null, 2)).toBe(0);
  }, 60_000);

  it('says what a registry shows of it', () => {
    expect(manifest()).toMatchObject({
      license: 'Apache-2.0',
      sideEffects: false,
      engines: { node: '>=20' },
      repository: { type: 'git', directory: 'src/main/typescript' },
    });
  });

  it('holds nothing but its own code', () => {
    const maps = readdirSync(join(installed, 'dist')).filter((file) => file.endsWith('.js.map'));
    expect(maps.length).toBeGreaterThan(10);
    for (const map of maps) {
      const { sources } = JSON.parse(read(join('dist', map))) as { sources: string[] };
      for (const source of sources) expect(source).toMatch(/^\.\.\/src\//);
    }
  });
});
