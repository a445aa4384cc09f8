import { describe, expect, it, vi } from 'vitest';
import { PostError, postEvents, type PostInit } from '../../src/post.js';
import { createSSEResponse, createSSEStream } from '../../src/streams.js';
import { settle } from '../support/reading.js';

const URL = 'http://test/ask';

/** A fetch that gives one answer, and heeds its signal as the real one does. */
function answering(answer: Response) {
  const fetch = vi.fn((_: string, { signal }: RequestInit) => {
    signal?.throwIfAborted();
    const heeding = new TransformStream<Uint8Array, Uint8Array>({
      start(controller) {
        signal?.addEventListener('abort', () => {
          controller.error(signal.reason);
        });
      },
    });
    const body = answer.body?.pipeThrough(heeding) ?? null;
    const { status, statusText, headers } = answer;
    return Promise.resolve(new Response(body, { status, statusText, headers }));
  });
  return { fetch, sent: () => fetch.mock.calls[0]?.[1] ?? {} };
}

const events = (...items: unknown[]) => createSSEResponse(createSSEStream(items));

async function all(init: PostInit) {
  const seen: unknown[] = [];
  for await (const event of postEvents(URL, init)) seen.push(event);
  return seen;
}

/** An answer whose events wait for the test; it notes when it is closed. */
function openAnswer() {
  const closed = vi.fn();
  const answer = createSSEResponse(
    createSSEStream(async function* (signal) {
      try {
        yield 1;
        yield 2;
        await new Promise((resolve) => {
          signal.addEventListener('abort', resolve);
        });
      } finally {
        closed();
      }
    }),
  );
  return { closed, ...answering(answer) };
}

describe('postEvents', () => {
  it('iterates over the events of the answer, with their payloads', async () => {
    const { fetch } = answering(
      events({ event: 'token', data: { text: 'a' }, id: '1' }, { comment: 'hi' }, 7, {
        event: 'end',
        data: '',
      }),
    );
    expect(await all({ fetch })).toEqual([
      { event: 'token', data: { text: 'a' }, id: '1' },
      { event: 'message', data: 7, id: '1' },
      { event: 'end', data: undefined, id: '1' },
    ]);
  });

  it('posts its body as fetch would, and asks for an event stream', async () => {
    const { fetch, sent } = answering(events());
    await all({ fetch, body: 'a=1', headers: { 'x-own': 'b' }, credentials: 'include' });
    expect(fetch.mock.calls[0]?.[0]).toBe(URL);
    expect(sent()).toMatchObject({ method: 'POST', body: 'a=1', credentials: 'include' });
    expect(Object.fromEntries(new Headers(sent().headers))).toEqual({
      accept: 'text/event-stream',
      'x-own': 'b',
    });
  });

  it('posts JSON where it is given a value', async () => {
    const { fetch, sent } = answering(events());
    await all({ fetch, json: { question: 'Why?' } });
    expect(sent().body).toBe('{"question":"Why?"}');
    expect(new Headers(sent().headers).get('content-type')).toBe('application/json');
  });

  it("leaves the caller's types as they are", async () => {
    const { fetch, sent } = answering(events());
    const headers = { accept: 'text/event-stream;q=1', 'content-type': 'application/x+json' };
    await all({ fetch, json: 1, headers });
    expect(Object.fromEntries(new Headers(sent().headers))).toEqual(headers);
  });

  it('refuses a body besides JSON, and a limit that is none', () => {
    expect(() => postEvents(URL, { json: 1, body: 'a' })).toThrow(
      'init must have a body or json, had both',
    );
    expect(() => postEvents(URL, { maxEventBytes: 0 })).toThrow(
      'maxEventBytes must be 1 or more, was 0',
    );
  });

  it('sends nothing before the first event is asked for, and once only', async () => {
    const { fetch } = answering(events(1, 2));
    const iterator = postEvents(URL, { fetch });
    await settle();
    expect(fetch).not.toHaveBeenCalled();
    await iterator.next();
    await iterator.next();
    expect(await iterator.next()).toEqual({ done: true, value: undefined });
    expect(await iterator.next()).toEqual({ done: true, value: undefined });
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it('does not ask again where the answer breaks off', async () => {
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.error(new TypeError('terminated'));
      },
    });
    const { fetch } = answering(createSSEResponse(body));
    await expect(all({ fetch })).rejects.toThrow(new TypeError('terminated'));
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it('reads text where it is told how', async () => {
    const { fetch } = answering(events({ data: '42' }));
    expect(await all({ fetch, parse: (data) => data })).toMatchObject([{ data: '42' }]);
  });

  it('says which payload cannot be parsed', async () => {
    const { fetch } = answering(events({ event: 'end', data: '[DONE]' }));
    const error = await all({ fetch }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(PostError);
    expect(error).toMatchObject({
      code: 'payload',
      status: 200,
      message: 'The data of the event end cannot be parsed, was "[DONE]"',
    });
    expect((error as PostError).cause).toBeInstanceOf(SyntaxError);
  });

  it('gives the events before one that is too large, then fails, and closes the answer', async () => {
    const { fetch } = answering(events('a', 'x'.repeat(20), 'b'));
    const iterator = postEvents(URL, { fetch, maxEventBytes: 20 });
    expect((await iterator.next()).value).toMatchObject({ data: 'a' });
    await expect(iterator.next()).rejects.toThrow(
      new RangeError('An event must not have more than 20 bytes'),
    );
  });

  it('allows an event of 1 MiB unless told otherwise', async () => {
    const fill = (bytes: number) => 'x'.repeat(bytes - 'data: ""'.length);
    const fits = answering(events(fill(1_048_576)));
    expect(await all({ fetch: fits.fetch })).toHaveLength(1);
    const exceeds = answering(events(fill(1_048_577)));
    await expect(all({ fetch: exceeds.fetch })).rejects.toThrow(RangeError);
  });
});

describe('leaving postEvents', () => {
  it('by break closes the answer and ends the request', async () => {
    const { fetch, sent, closed } = openAnswer();
    for await (const { data } of postEvents(URL, { fetch })) {
      expect(data).toBe(1);
      break;
    }
    await settle();
    expect(closed).toHaveBeenCalledTimes(1);
    expect(sent().signal?.aborted).toBe(true);
  });

  it('by return ends a wait for the next event', async () => {
    const { fetch, closed } = openAnswer();
    const iterator = postEvents(URL, { fetch });
    await iterator.next();
    await iterator.next();
    const waiting = iterator.next();
    await settle();
    expect(await iterator.return?.()).toEqual({ done: true, value: undefined });
    expect(await waiting).toEqual({ done: true, value: undefined });
    await settle();
    expect(closed).toHaveBeenCalledTimes(1);
  });

  it('before it began sends nothing', async () => {
    const { fetch } = openAnswer();
    const iterator = postEvents(URL, { fetch });
    await iterator.return?.();
    expect(await iterator.next()).toEqual({ done: true, value: undefined });
    expect(fetch).not.toHaveBeenCalled();
  });

  it('by the signal throws its reason, and closes the answer', async () => {
    const { fetch, closed } = openAnswer();
    const abort = new AbortController();
    const iterator = postEvents(URL, { fetch, signal: abort.signal });
    await iterator.next();
    await iterator.next();
    const waiting = iterator.next();
    await settle();
    abort.abort(new Error('changed my mind'));
    await expect(waiting).rejects.toThrow('changed my mind');
    await settle();
    expect(closed).toHaveBeenCalledTimes(1);
  });

  it('by a signal that is aborted already reads nothing', async () => {
    const { fetch } = openAnswer();
    const signal = AbortSignal.abort(new Error('too late'));
    await expect(all({ fetch, signal })).rejects.toThrow('too late');
  });

  it('leaves nothing behind on the signal', async () => {
    const { signal } = new AbortController();
    const add = vi.spyOn(signal, 'addEventListener');
    const remove = vi.spyOn(signal, 'removeEventListener');
    await all({ fetch: answering(events(1)).fetch, signal });
    expect(remove.mock.calls).toEqual(add.mock.calls);
    expect(add).toHaveBeenCalledTimes(1);
  });
});
