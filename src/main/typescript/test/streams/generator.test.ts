import { describe, expect, it } from 'vitest';
import { createSSEStream, type SSESource, StreamError } from '../../src/streams.js';
import { readerOf, settle, textOf, watched } from '../support/reading.js';

/** A generator of numbers that notes what happens to it. */
function noted(until = Infinity) {
  const notes: string[] = [];
  const generate = async function* (signal: AbortSignal) {
    try {
      for (let at = 1; at <= until; at++) {
        notes.push(`draw ${at}`);
        yield await Promise.resolve(at);
      }
    } finally {
      notes.push(signal.aborted ? 'closed, aborted' : 'closed');
    }
  };
  return { notes, generate };
}

describe('a stream of a generator', () => {
  it('draws only what its reader asks for', async () => {
    const { notes, generate } = noted();
    const reader = readerOf(createSSEStream(generate));
    await settle();
    expect(notes).toEqual([]);
    expect(await reader.read()).toBe('data: 1\n\n');
    await settle();
    expect(notes).toEqual(['draw 1']);
    expect(await reader.read()).toBe('data: 2\n\n');
    expect(notes).toEqual(['draw 1', 'draw 2']);
    await reader.cancel();
  });

  it('closes it when its reader goes', async () => {
    const { notes, generate } = noted();
    const { options, timers, onError } = watched();
    const reader = readerOf(createSSEStream(generate, options));
    await reader.read();
    await reader.cancel();
    expect(notes).toEqual(['draw 1', 'closed, aborted']);
    expect(timers.delays).toEqual([]);
    expect(onError).not.toHaveBeenCalled();
  });

  it('closes it when its reader goes while it waits, by the signal', async () => {
    const notes: string[] = [];
    const { options, onError } = watched();
    const generate = async function* (signal: AbortSignal) {
      try {
        yield 1;
        await new Promise((_, reject) => {
          signal.addEventListener('abort', () => {
            reject(signal.reason as Error);
          });
        });
      } finally {
        notes.push('closed');
      }
    };
    const reader = readerOf(createSSEStream(generate, options));
    await reader.read();
    const waiting = reader.read();
    await settle();
    await reader.cancel();
    expect(await waiting).toBeUndefined();
    expect(notes).toEqual(['closed']);
    expect(onError).not.toHaveBeenCalled();
  });

  it('closes it at its end, once', async () => {
    const { notes, generate } = noted(1);
    expect(await textOf(createSSEStream(generate))).toBe('data: 1\n\n');
    expect(notes).toEqual(['draw 1', 'closed']);
  });

  it('closes a source that was handed over and never read', async () => {
    let returned = 0;
    const iterator = {
      next: () => ({ done: false, value: 1 }),
      return: () => ({ done: true, value: ++returned }),
    };
    await createSSEStream({ [Symbol.iterator]: () => iterator }).cancel();
    expect(returned).toBe(1);
  });

  it('never calls a function that was never read', async () => {
    let called = 0;
    await createSSEStream(() => [called++]).cancel();
    expect(called).toBe(0);
  });

  it('ends with the message that the generator chose', async () => {
    const generate = function* () {
      yield 1;
      throw new StreamError('Too many rows');
    };
    const { options, onError } = watched();
    expect(await textOf(createSSEStream(generate, options))).toBe(
      'data: 1\n\nevent: error\ndata: {"message":"Too many rows"}\n\n',
    );
    expect(onError).not.toHaveBeenCalled();
  });

  it('ends where a function gives nothing to iterate over', async () => {
    const { options, onError } = watched();
    const text = await textOf(createSSEStream((() => 7) as unknown as SSESource, options));
    expect(text).toBe('event: error\ndata: {"message":"The stream failed"}\n\n');
    expect(String(onError.mock.lastCall?.[0])).toContain('was number');
  });

  it('reports an error of the clean-up', async () => {
    const { options, onError } = watched();
    const error = new Error('cannot close');
    const reader = readerOf(
      createSSEStream(function* () {
        try {
          yield 1;
        } finally {
          throw error;
        }
      }, options),
    );
    await reader.read();
    await reader.cancel();
    expect(onError.mock.calls).toEqual([[error]]);
  });
});
