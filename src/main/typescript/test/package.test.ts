import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const home = mkdtempSync(join(tmpdir(), 'heliograph-client-'));
const installed = join(home, 'node_modules/@heliograph/client');

/** Where the pages are whose examples are compiled. */
const HOW_TO = '../../docs/how-to';

const node = (...args: string[]) =>
  execFileSync(process.execPath, args, { cwd: home, encoding: 'utf8' });

/** The package as somebody else gets it: packed, and installed without a network. */
beforeAll(() => {
  const npm = (...args: string[]) => execFileSync('npm', args, { cwd: root, encoding: 'utf8' });
  const [packed] = JSON.parse(npm('pack', '--json', '--silent', '--pack-destination', home)) as [
    { filename: string },
  ];
  writeFileSync(join(home, 'package.json'), '{"type":"module"}');
  npm('install', '--offline', '--silent', '--prefix', home, join(home, packed.filename));
}, 60_000);

afterAll(() => {
  rmSync(home, { recursive: true });
});

/** Evaluates a module and what it imports where there is nothing but the language itself. */
const IN_A_BARE_CONTEXT = `
import vm from 'node:vm';
import { readFile } from 'node:fs/promises';
const context = vm.createContext(Object.create(null));
const load = async (url) => {
  const code = await readFile(new URL(url), 'utf8');
  return new vm.SourceTextModule(code, { context, identifier: String(url) });
};
const module = await load(process.argv[2]);
await module.link((name, from) => load(new URL(name, from.identifier)));
await module.evaluate();
console.log(Object.keys(module.namespace).sort().join());`;

const CLIENT = ['ChannelError', 'SSEClient', 'SSEError', 'SSESubscription'];
const CODEC = [
  'acceptsSSE',
  'createSSEFormatter',
  'createSSEParser',
  'formatSSE',
  'formatSSEComment',
  'parseSSE',
];

const STREAMS = [
  'SSE_HEADERS',
  'StreamError',
  'createManualStream',
  'createProgressStream',
  'createSSEResponse',
  'createSSEStream',
];

describe('the package', () => {
  it.each([
    ['client.js', CLIENT],
    ['codec.js', CODEC],
    ['index.js', [...CLIENT, ...CODEC]],
    ['streams.js', STREAMS],
    ['post.js', ['PostError', 'postEvents']],
    ['changes.js', ['createChange']],
    ['renewal.js', ['renewing']],
    ['shared-link.js', ['sharedLink']],
    ['event-source.js', ['eventSource']],
  ])('%s touches no global when it is imported', (file, names) => {
    writeFileSync(join(home, 'bare.mjs'), IN_A_BARE_CONTEXT);
    const url = new URL(`file://${installed}/dist/${file}`).href;
    const printed = node('--experimental-vm-modules', '--no-warnings', 'bare.mjs', url);
    expect(printed.trim().split(',')).toEqual([...names].sort());
  });

  it('works as it is installed, the parts that are loaded on demand too', () => {
    const use = `
      import { SSEClient, formatSSE } from '@heliograph/client';
      import { acceptsSSE } from '@heliograph/client/codec';
      const event = (event, data, id) => formatSSE({ event, data, id });
      const body = event('hg.welcome', { client: 'c', position: 'e.1', heartbeat: 0 }, 'e.1') +
        event('hg.subscribed', { channel: 'a' }) + event(undefined, { channel: 'a', data: 1 }, 'e.2');
      const headers = { 'content-type': 'text/event-stream' };
      const fetch = async () => new Response(body, { headers });
      class EventSource {
        addEventListener(name, listener) {
          if (name === 'message')
            queueMicrotask(() => listener({ type: name, data: '{"channel":"a","data":2}', lastEventId: 'e.3' }));
        }
        close() {}
      }
      for (const options of [{ fetch }, { fetch, shared: true }, { transport: 'eventsource', EventSource }]) {
        const client = new SSEClient({ url: 'http://test/_sse', ...options });
        const [event] = await new Promise((resolve) => {
          client.subscribe('a').on('message', (...heard) => resolve(heard));
        });
        client.close();
        console.log(event, acceptsSSE('text/*'));
      }`;
    writeFileSync(join(home, 'use.mjs'), use);
    expect(node('use.mjs').trim().split('\n')).toEqual(['1 true', '1 true', '2 true']);
  });

  it('serves and reads streams as it is installed', () => {
    const use = `
      import { createProgressStream, createSSEResponse } from '@heliograph/client/streams';
      import { postEvents } from '@heliograph/client/post';
      const fetch = async () => createSSEResponse(createProgressStream(() => ({ file: 'a' })));
      for await (const event of postEvents('http://test', { fetch })) console.log(event.event, event.data);`;
    writeFileSync(join(home, 'streams.mjs'), use);
    expect(node('streams.mjs').trim()).toBe("complete { percent: 100, file: 'a' }");
  });

  it('has a licence, sources for its maps, and no dependency', () => {
    const read = (file: string) => readFileSync(join(installed, file), 'utf8');
    expect(read('LICENSE')).toContain('Apache License');
    const map = JSON.parse(read('dist/client.js.map')) as { sources: string[] };
    for (const source of map.sources) expect(read(join('dist', source))).toContain('export');
    expect(JSON.parse(read('package.json'))).not.toHaveProperty('dependencies');
  });

  it('compiles the examples of its documentation, strictly, against its own types', () => {
    const howTos = ['client', 'streams', 'progress', 'llm'].map((page) => `${HOW_TO}/${page}.md`);
    const pages = ['README.md', ...howTos].map((page) => readFileSync(join(root, page), 'utf8'));
    for (const page of pages) expect(page).toContain('```ts\n');
    const text = pages.join('');
    const examples = [...text.matchAll(/```ts\n(.*?)```/gs)].map(([, code]) => code ?? '');
    expect(examples.length).toBeGreaterThan(9);
    examples.forEach((code, at) => {
      writeFileSync(join(home, `example${at}.ts`), `${code}\nexport {};\n`);
    });
    const names = `
      declare function show(...values: unknown[]): void;
      declare function refetch(): Promise<void>;
      declare function render(page: number, signal: AbortSignal): Promise<void>;
      declare const session: { token: string; renew(): Promise<void> };`;
    writeFileSync(join(home, 'names.d.ts'), names);
    const options = {
      compilerOptions: {
        strict: true,
        noEmit: true,
        target: 'es2022',
        module: 'nodenext',
        lib: ['es2022', 'dom', 'dom.asynciterable'],
        types: [],
      },
    };
    writeFileSync(join(home, 'tsconfig.json'), JSON.stringify(options));
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    expect(node(tsc, '-p', home)).toBe('');
  }, 60_000);
});
