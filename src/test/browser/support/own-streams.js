// Streams of one's own, served and read by whatever runs this file: it prints what a reader gets,
// and what becomes of the streams whose readers leave.
import { postEvents } from '../../../main/typescript/dist/post.js';
import {
  createManualStream,
  createProgressStream,
  createSSEResponse,
  createSSEStream,
} from '../../../main/typescript/dist/streams.js';

/** How a stream ended whose reader had left, by the path of the stream. */
const ends = {};
const ended = {};
for (const path of ['/progress', '/generator', '/manual']) {
  ended[path] = new Promise((resolve) => (ends[path] = resolve));
}

const STREAMS = {
  '/whole': () =>
    createProgressStream((progress) => {
      progress.update(50, 'half');
      return { file: 'a.pdf' };
    }),
  '/progress': () =>
    createProgressStream(async (progress, signal) => {
      progress.update(1, 'begun');
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      ends['/progress']('aborted');
    }),
  '/generator': () =>
    // without a pause, a writer that did not wait for its reader would fill the memory
    createSSEStream(async function* () {
      try {
        for (let row = 0; ; row++) yield { row, text: 'x'.repeat(1000) };
      } finally {
        ends['/generator']('closed');
      }
    }),
  '/manual': () =>
    createManualStream((out) => {
      out.onClose(() => ends['/manual']('cleaned up'));
      out.send({ hello: 'é' });
    }),
};

const answer = (request) => {
  const create = STREAMS[new URL(request.url).pathname];
  return create
    ? createSSEResponse(create())
    : Response.json({ detail: 'No such stream' }, { status: 404 });
};

/** Serves by the runtime's own server; gives the address, and a function that stops serving. */
async function serve() {
  if (globalThis.Deno) {
    const server = Deno.serve({ port: 0, hostname: '127.0.0.1', onListen() {} }, answer);
    return [`http://127.0.0.1:${server.addr.port}`, () => server.shutdown()];
  }
  if (globalThis.Bun) {
    const server = Bun.serve({ port: 0, hostname: '127.0.0.1', idleTimeout: 0, fetch: answer });
    return [`http://127.0.0.1:${server.port}`, () => server.stop()];
  }
  const { createServer } = await import('node:http');
  const { Readable } = await import('node:stream');
  const server = createServer((request, response) => {
    const { status, headers, body } = answer(new Request(new URL(request.url, 'http://test')));
    response.writeHead(status, Object.fromEntries(headers));
    const source = Readable.fromWeb(body);
    source.pipe(response);
    response.on('close', () => source.destroy());
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return [`http://127.0.0.1:${server.address().port}`, () => server.close()];
}

const [base, stop] = await serve();
for await (const { event, data } of postEvents(`${base}/whole`, { json: {} })) {
  console.log(event, JSON.stringify(data));
}
for (const path of Object.keys(ended)) {
  for await (const { event, data } of postEvents(base + path)) {
    console.log(path, event, Object.keys(data).join());
    break;
  }
  console.log(path, await ended[path]);
}
try {
  await postEvents(`${base}/none`).next();
} catch ({ message, status }) {
  // as text: a runtime may print numbers in colour
  console.log(`${status} ${message}`);
}
await stop();
