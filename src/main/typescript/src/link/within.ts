import type { SSEClock } from '../options.js';
import type { Ending } from './ending.js';
import type { sleep } from './time.js';

/**
 * Runs what must end in time, and ends it by its signal when the time is up or the outer signal is
 * aborted. What does not heed the signal is not waited for.
 *
 * @param wait `sleep`, passed so that this file can be loaded by itself
 * @throws Ending where the time is up
 */
export async function within<Result>(
  wait: typeof sleep,
  clock: SSEClock,
  milliseconds: number,
  run: (signal: AbortSignal) => Promise<Result>,
  outer?: AbortSignal,
): Promise<Result> {
  const inner = new AbortController();
  const { signal } = inner;
  const cancel = () => {
    inner.abort();
  };
  outer?.addEventListener('abort', cancel, { signal });
  const late = wait(clock, milliseconds, signal).then(() => {
    const message = `No answer within ${milliseconds} ms`;
    const ending: Ending = { next: 'retry', code: 'timeout', message };
    throw ending;
  });
  try {
    return await Promise.race([run(signal), late]);
  } finally {
    inner.abort();
  }
}
