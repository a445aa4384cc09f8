// Prints what a page loads, in bytes, and fails where client.js is over its limit.
import { readdir, readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';

const LIMIT = 5600;
const dist = new URL('../dist/', import.meta.url);

for (const file of (await readdir(dist)).filter((name) => name.endsWith('.js'))) {
  const code = await readFile(new URL(file, dist));
  const size = gzipSync(code, { level: 9 }).length;
  const limit = file === 'client.js' ? ` of ${LIMIT} allowed` : '';
  console.log(`${file}: ${code.length} bytes, ${size} gzipped${limit}`);
  if (limit && size > LIMIT) process.exitCode = 1;
}
