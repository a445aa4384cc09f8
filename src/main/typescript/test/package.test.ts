import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { installed as install } from './support/installed.js';

const { installed, node, write } = install('react');

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
    ['testing.js', ['FakeServer', 'fakeServer']],
    ['changes.js', ['createChange']],
    ['renewal.js', ['renewing']],
    ['shared-link.js', ['sharedLink']],
    ['event-source.js', ['eventSource']],
  ])('%s touches no global when it is imported', (file, names) => {
    write('bare.mjs', IN_A_BARE_CONTEXT);
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
    write('use.mjs', use);
    expect(node('use.mjs').trim().split('\n')).toEqual(['1 true', '1 true', '2 true']);
  });

  it('serves and reads streams as it is installed', () => {
    const use = `
      import { createProgressStream, createSSEResponse } from '@heliograph/client/streams';
      import { postEvents } from '@heliograph/client/post';
      const fetch = async () => createSSEResponse(createProgressStream(() => ({ file: 'a' })));
      for await (const event of postEvents('http://test', { fetch })) console.log(event.event, event.data);`;
    write('streams.mjs', use);
    expect(node('streams.mjs').trim()).toBe("complete { percent: 100, file: 'a' }");
  });

  it('has a server for tests, and hooks that need nothing but their framework', () => {
    const use = `
      import { SSEClient } from '@heliograph/client';
      import { fakeServer } from '@heliograph/client/testing';
      import { useChannel } from '@heliograph/client/react';
      const server = fakeServer();
      const client = new SSEClient(server.options);
      client.subscribe('a').on('message', (text) => console.log(text, typeof useChannel));
      await server.subscribed('a');
      server.send('a', 'message', 'hi');
      await server.settled();
      client.close();`;
    write('testing.mjs', use);
    expect(node('testing.mjs').trim()).toBe('hi function');
  });

  it('has a licence, sources for its maps, and no dependency', () => {
    const read = (file: string) => readFileSync(join(installed, file), 'utf8');
    expect(read('LICENSE')).toContain('Apache License');
    const map = JSON.parse(read('dist/client.js.map')) as { sources: string[] };
    for (const source of map.sources) expect(read(join('dist', source))).toContain('export');
    const described = JSON.parse(read('package.json')) as {
      peerDependencies: object;
      peerDependenciesMeta: object;
    };
    expect(described).not.toHaveProperty('dependencies');
    const optional = Object.keys(described.peerDependencies).map((peer) => [
      peer,
      { optional: true },
    ]);
    expect(described.peerDependenciesMeta).toEqual(Object.fromEntries(optional));
  });
});
