import { execFileSync } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';
import { target } from './paths.js';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

// The first: as root, as in most containers, Chromium has no sandbox. The rest keep it from looking
// for Google's hosts, which a closed network would turn into errors.
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

// The back/forward cache, which Playwright turns off and people have.
const IGNORED = ['--disable-back-forward-cache'];

/**
 * How to launch Chromium: the system's, else the one that comes from the npm registry. The variable
 * HELIOGRAPH_CHROMIUM chooses: `packaged`, or the path of an executable.
 *
 * @throws Error if there is none: a test that did not run must not look like one that passed
 */
export async function launchOptions() {
  const wanted = process.env.HELIOGRAPH_CHROMIUM;
  const executablePath = wanted === 'packaged' ? undefined : (wanted ?? system());
  const browser = executablePath ? { executablePath } : await packaged();
  return { ...browser, args: ARGS, ignoreDefaultArgs: IGNORED };
}

function system() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const places = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...places, MAC].find(existsSync);
}

/** Unpacks the one of the npm registry, with the libraries it needs, once for a version. */
async function packaged() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      `No Chromium or Chrome was found on the PATH, and the one from the npm registry is for Linux ` +
        `on x64, not ${process.platform} on ${process.arch}. Install one, or name it in ` +
        `HELIOGRAPH_CHROMIUM.`,
    );
  }
  const folder = target('chromium');
  if (!existsSync(folder)) await unpack(folder);
  const env = { ...process.env, LD_LIBRARY_PATH: join(folder, 'lib'), FONTCONFIG_PATH: folder };
  return { executablePath: join(folder, 'chromium'), env };
}

/** Its fonts are the only ones, so that pages look the same everywhere, and a machine needs none. */
const fontsIn = (folder) => `<?xml version="1.0"?>
<fontconfig>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;

async function unpack(folder) {
  const source = fileURLToPath(new URL('../node_modules/@sparticuz/chromium/bin', import.meta.url));
  const work = `${folder}.part`;
  await rm(work, { recursive: true, force: true });
  await mkdir(work, { recursive: true });
  await inflate(join(source, 'chromium.br'), join(work, 'chromium'));
  for (const name of ['al2023.tar', 'fonts.tar']) {
    await inflate(join(source, `${name}.br`), join(work, name));
    execFileSync('tar', ['-xf', name], { cwd: work });
  }
  await writeFile(join(work, 'fonts.conf'), fontsIn(folder));
  await rename(work, folder);
}

const inflate = (from, to) =>
  pipeline(
    createReadStream(from),
    createBrotliDecompress(),
    createWriteStream(to, { mode: 0o755 }),
  );
