import { describe, expect, it, vi } from 'vitest';
import {
  createManualStream,
  type ManualStream,
  type ManualStreamOptions,
  StreamError,
} from '../../src/streams.js';
import { readerOf, settle, textOf, watched } from '../support/reading.js';

/** A manual stream in the test's hand, whose reader waits. */
async function inHand(options: ManualStreamOptions = {}) {
  const watch = watched();
  let out!: ManualStream;
  const stream = createManualStream(
    (given) => {
      out = given;
    },
    {
      ...watch.options,
      ...options,
    },
  );
  const reader = readerOf(stream);
  const first = reader.read();
  await settle();
  return { ...watch, out, reader, first };
}

describe('a manual stream', () => {
  it('sends events, payloads and comments in their order, and ends when it is closed', async () => {
    const stream = createManualStream((out) => {
      void out.send({ event: 'a', data: 1 });
      void out.comment('b');
      void out.send({ any: 'payload' });
      out.close();
    });
    expect(await textOf(stream)).toBe('event: a\ndata: 1\n\n: b\ndata: {"any":"payload"}\n\n');
  });

  it('starts when it is read, and not at all if it is cancelled before', async () => {
    const start = vi.fn((out: ManualStream) => {
      out.close();
    });
    await createManualStream(start).cancel();
    const stream = createManualStream(start);
    await settle();
    expect(start).not.toHaveBeenCalled();
    await textOf(stream);
    expect(start).toHaveBeenCalledTimes(1);
  });

  it('lets its writer go at the pace of its reader', async () => {
    const { out, reader, first } = await inHand();
    expect(await out.send(1)).toBe(true);
    expect(await first).toBe('data: 1\n\n');
    const taken = vi.fn();
    void out.send(2).then(taken);
    await settle();
    expect(taken).not.toHaveBeenCalled();
    await reader.read();
    await settle();
    expect(taken).toHaveBeenCalledExactlyOnceWith(true);
  });

  it('cleans up once when its reader goes, and takes nothing more', async () => {
    const { out, reader, timers } = await inHand();
    const cleanUp = vi.fn();
    out.onClose(cleanUp);
    void out.send(1);
    const waiting = out.send(2);
    expect(out.isOpen).toBe(true);
    await reader.cancel();
    out.close();
    expect(cleanUp).toHaveBeenCalledTimes(1);
    expect(out.isOpen).toBe(false);
    expect(await waiting).toBe(false);
    expect(await out.send(3)).toBe(false);
    expect(timers.delays).toEqual([]);
  });

  it('cleans up when it is closed, though its reader has yet to take the rest', async () => {
    const { out, reader, first } = await inHand();
    const cleanUp = vi.fn();
    out.onClose(cleanUp);
    void out.send(1);
    void out.send(2);
    out.close();
    expect(cleanUp).toHaveBeenCalledTimes(1);
    expect([await first, await reader.read(), await reader.read()]).toEqual([
      'data: 1\n\n',
      'data: 2\n\n',
      undefined,
    ]);
  });

  it('cleans up at once where it is closed already', async () => {
    const { out } = await inHand();
    out.close();
    const cleanUp = vi.fn();
    out.onClose(cleanUp);
    expect(cleanUp).toHaveBeenCalledTimes(1);
  });

  it('runs all clean-ups, and reports one that fails', async () => {
    const { out, onError } = await inHand();
    const error = new Error('stuck');
    const second = vi.fn();
    out.onClose(() => {
      throw error;
    });
    out.onClose(second);
    out.close();
    expect(second).toHaveBeenCalledTimes(1);
    expect(onError.mock.calls).toEqual([[error]]);
  });

  it('refuses what cannot be sent, and stays open', async () => {
    const { out, first } = await inHand();
    expect(() => out.send(undefined)).toThrow('A payload cannot be JSON, was undefined');
    expect(() => out.send({ event: 'a\rb', data: 1 })).toThrow('event must not contain CR');
    void out.send('fine');
    expect(await first).toBe('data: "fine"\n\n');
  });

  it.each<[string, Error, string, number]>([
    ['what it throws', new StreamError('Closed today'), 'Closed today', 0],
    ['a fixed text in place of any other error', new Error('secret'), 'The stream failed', 1],
  ])('ends with %s, and cleans up', async (_, error, message, reports) => {
    const { options, onError } = watched();
    const cleanUp = vi.fn();
    const stream = createManualStream(async (out) => {
      out.onClose(cleanUp);
      await out.send(1);
      throw error;
    }, options);
    expect(await textOf(stream)).toBe(
      `data: 1\n\nevent: error\ndata: {"message":"${message}"}\n\n`,
    );
    expect(cleanUp).toHaveBeenCalledTimes(1);
    expect(onError).toHaveBeenCalledTimes(reports);
  });

  it('ends when its reader is too far behind, and holds nothing', async () => {
    const { out, reader, first } = await inHand({ capacity: 2 });
    const cleanUp = vi.fn();
    out.onClose(cleanUp);
    const sent = [1, 2, 3].map((item) => out.send(item));
    expect(out.isOpen).toBe(true);
    expect(await out.send(4)).toBe(false);
    expect(await Promise.all(sent)).toEqual([true, false, false]);
    expect(cleanUp).toHaveBeenCalledTimes(1);
    expect([await first, await reader.read(), await reader.read()]).toEqual([
      'data: 1\n\n',
      'event: error\ndata: {"message":"The reader is more than 2 events behind"}\n\n',
      undefined,
    ]);
  });

  it.each([0, -1, NaN])('refuses %d as capacity', (capacity) => {
    expect(() => createManualStream(() => undefined, { capacity })).toThrow(
      new RangeError(`capacity must be 1 or more, was ${capacity}`),
    );
  });
});
