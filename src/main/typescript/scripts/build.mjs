// Builds dist/: client.js with the parts it loads on demand, codec.js, streams.js, post.js,
// index.js, testing.js, msw.js, react.js, vue.js, svelte.js, and their types.
import { rm, writeFile } from 'node:fs/promises';
import { generateDtsBundle } from 'dts-bundle-generator';
import { rolldown } from 'rolldown';
import ts from 'typescript';

const dist = new URL('../dist/', import.meta.url).pathname;
const src = new URL('../src/', import.meta.url).pathname;

/** What a module has from the one beside it, or from a framework that the application has. */
const EXTERNAL = [/\/(client|codec|testing)\.js$/, /^(react|vue|svelte|msw)(\/|$)/];

/** Modules whose types refer to those of the client or of the fake server, and do not repeat them. */
const PEERS = ['react', 'vue', 'svelte', 'msw'];

/** One module of the package; what it imports dynamically becomes a file beside it. */
async function bundle(name) {
  const build = await rolldown({
    input: `${src}${name}.ts`,
    transform: { target: 'es2022' },
    external: EXTERNAL,
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

/** The types of modules that import each other's, file by file as the compiler writes them. */
function declareEach(names) {
  const files = names.map((name) => `${src}${name}.ts`);
  const { config } = ts.readConfigFile(
    new URL('../tsconfig.json', import.meta.url).pathname,
    ts.sys.readFile,
  );
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, src);
  const program = ts.createProgram(files, {
    ...options,
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    rootDir: src,
    outDir: dist,
  });
  for (const file of files) {
    const { diagnostics } = program.emit(program.getSourceFile(file));
    if (diagnostics.length) throw new Error(ts.formatDiagnostics(diagnostics, ts.sys));
  }
}

await rm(dist, { recursive: true, force: true });
const whole = ['client', 'codec', 'streams', 'post', 'testing'];
await Promise.all([...whole, 'index', ...PEERS].map(bundle));
await declare(whole);
declareEach([...PEERS, 'hooks/listen']);
await writeFile(`${dist}index.d.ts`, "export * from './client.js';\nexport * from './codec.js';\n");
