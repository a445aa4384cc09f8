// Builds dist/: client.js with the parts it loads on demand, codec.js, streams.js, post.js,
// index.js, and their types.
import { rm, writeFile } from 'node:fs/promises';
import { generateDtsBundle } from 'dts-bundle-generator';
import { rolldown } from 'rolldown';

const dist = new URL('../dist/', import.meta.url).pathname;
const src = new URL('../src/', import.meta.url).pathname;

/** One module of the package; what it imports dynamically becomes a file beside it. */
async function bundle(name) {
  const build = await rolldown({
    input: `${src}${name}.ts`,
    transform: { target: 'es2022' },
    external: /\/(client|codec)\.js$/,
  });
  await build.write({
    dir: dist,
    format: 'esm',
    minify: true,
    sourcemap: true,
    comments: false,
    chunkFileNames: '[name].js',
  });
}

/** The public types of these modules, one file each. */
function declare(names) {
  const entries = names.map((name) => ({
    filePath: `${src}${name}.ts`,
    output: { noBanner: true, exportReferencedTypes: false },
  }));
  const types = generateDtsBundle(entries, {
    preferredConfigPath: new URL('../tsconfig.json', import.meta.url).pathname,
  });
  return Promise.all(names.map((name, at) => writeFile(`${dist}${name}.d.ts`, types[at])));
}

await rm(dist, { recursive: true, force: true });
await Promise.all(['client', 'codec', 'streams', 'post', 'index'].map(bundle));
await declare(['client', 'codec', 'streams', 'post']);
await writeFile(`${dist}index.d.ts`, "export * from './client.js';\nexport * from './codec.js';\n");
