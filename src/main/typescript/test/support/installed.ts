import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll } from 'vitest';

/** Where the package is developed. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** The project of somebody else, who has installed the package. */
export interface Home {
  /** Its folder. */
  readonly path: string;
  /** The file that npm has packed, known when the tests run. */
  readonly tarball: () => string;
  /** Where the package is installed. */
  readonly installed: string;
  /** Runs Node there, and gives what it prints. */
  readonly node: (...args: string[]) => string;
  /** Writes a file of the project. */
  readonly write: (file: string, text: string) => void;
}

/**
 * Has the package as somebody else gets it: packed, and installed without a network.
 *
 * @param others what else the project has, taken from where the package is developed
 */
export function installed(...others: string[]): Home {
  const path = mkdtempSync(join(tmpdir(), 'heliograph-client-'));
  let tarball = '';
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(path, file)), { recursive: true });
    writeFileSync(join(path, file), text);
  };
  beforeAll(() => {
    const npm = (...args: string[]) => execFileSync('npm', args, { cwd: root, encoding: 'utf8' });
    const [packed] = JSON.parse(npm('pack', '--json', '--silent', '--pack-destination', path)) as [
      { filename: string },
    ];
    tarball = join(path, packed.filename);
    write('package.json', '{"type":"module"}');
    const options = ['--offline', '--silent', '--legacy-peer-deps', '--prefix', path];
    npm('install', ...options, tarball);
    for (const other of others) {
      const link = join(path, 'node_modules', other);
      mkdirSync(dirname(link), { recursive: true });
      symlinkSync(join(root, 'node_modules', other), link);
    }
  }, 60_000);
  afterAll(() => {
    rmSync(path, { recursive: true });
  });
  return {
    path,
    tarball: () => tarball,
    installed: join(path, 'node_modules/@heliograph/client'),
    node: (...args) => execFileSync(process.execPath, args, { cwd: path, encoding: 'utf8' }),
    write,
  };
}
