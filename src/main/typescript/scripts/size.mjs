// Prints what a page loads, in bytes, and fails where a file is over its limit.
import { readdir, readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';

const LIMITS = { 'client.js': 5600, 'react.js': 900, 'vue.js': 900, 'svelte.js': 900 };
const dist = new URL('../dist/', import.meta.url);

for (const file of (await readdir(dist)).filter((name) => name.endsWith('.js'))) {
  const code = await readFile(new URL(file, dist));
  const size = gzipSync(code, { level: 9 }).length;
  const limit = LIMITS[file];
  const allowed = limit ? ` of ${limit} allowed` : '';
  console.log(`${file}: ${code.length} bytes, ${size} gzipped${allowed}`);
  if (size > (limit ?? Infinity)) process.exitCode = 1;
}
