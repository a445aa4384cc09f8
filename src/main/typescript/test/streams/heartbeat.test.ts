import { describe, expect, it } from 'vitest';
import { createSSEStream } from '../../src/streams.js';
import { readerOf, settle, watched } from '../support/reading.js';

describe('a heartbeat', () => {
  it('is a comment, sent while a reader waits, as often as its time passes', async () => {
    const { options, timers } = watched();
    let resolve!: (value: string) => void;
    const item = new Promise<string>((resolver) => {
      resolve = resolver;
    });
    const reader = readerOf(createSSEStream([item, 'next'], { ...options, heartbeat: 7 }));
    for (let beat = 0; beat < 3; beat++) {
      const waiting = reader.read();
      await settle();
      expect(timers.delays).toEqual([7]);
      timers.fire();
      expect(await waiting).toBe(':\n');
      expect(timers.delays).toEqual([]);
    }
    resolve('late');
    await settle();
    expect(await reader.read()).toBe('data: "late"\n\n');
    expect(await reader.read()).toBe('data: "next"\n\n');
    expect(await reader.read()).toBeUndefined();
    expect(timers.delays).toEqual([]);
  });

  it('comes after 25 seconds unless told otherwise, and not at all for 0', async () => {
    const never = new Promise(() => undefined);
    for (const [heartbeat, delays] of [
      [undefined, [25_000]],
      [0, []],
    ] as const) {
      const { options, timers } = watched();
      const reader = readerOf(createSSEStream([never], { ...options, heartbeat }));
      void reader.read();
      await settle();
      expect(timers.delays).toEqual(delays);
    }
  });

  it.each([-1, NaN, Infinity, 2 ** 31])('cannot be %d', (heartbeat) => {
    expect(() => createSSEStream([], { heartbeat })).toThrow(
      new RangeError(`heartbeat must be from 0 to 2147483647 ms, was ${heartbeat}`),
    );
  });
});
