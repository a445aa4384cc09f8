import { vi } from 'vitest';
import type { SSEStreamOptions } from '../../src/streams.js';

/** Timers that a test fires by hand, and counts. */
export class FakeTimers {
  readonly #timers = new Map<number, { run: () => void; milliseconds: number }>();
  #made = 0;

  readonly setTimeout = (run: () => void, milliseconds: number): number => {
    this.#timers.set(++this.#made, { run, milliseconds });
    return this.#made;
  };

  readonly clearTimeout = (timer: unknown): void => {
    this.#timers.delete(timer as number);
  };

  /** The delays of the timers that are set. */
  get delays(): number[] {
    return [...this.#timers.values()].map(({ milliseconds }) => milliseconds);
  }

  /** Fires all timers that are set. */
  fire(): void {
    const timers = [...this.#timers.values()];
    this.#timers.clear();
    for (const { run } of timers) run();
  }
}

/** Options by which a test sees the timers and the errors of a stream. */
export function watched() {
  const timers = new FakeTimers();
  const onError = vi.fn<(error: unknown) => void>();
  const options: SSEStreamOptions = { clock: timers, onError };
  return { timers, onError, options };
}

/** A reader of a stream that gives one chunk at a time as text; `undefined` at the end. */
export function readerOf(stream: ReadableStream<Uint8Array>) {
  const reader = stream.getReader();
  const utf8 = new TextDecoder();
  return {
    read: async () => {
      const { value } = await reader.read();
      return value && utf8.decode(value);
    },
    cancel: (reason?: unknown) => reader.cancel(reason),
  };
}

/** The whole of a stream as text. */
export const textOf = (stream: ReadableStream<Uint8Array>): Promise<string> =>
  new Response(stream).text();

/** Lets all that waits for nothing but other promises happen. */
export const settle = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });
