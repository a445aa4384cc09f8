import type { Settings, SSEClock } from '../options.js';

/** What a timer can hold; a longer delay would fire at once. */
const LONGEST = 2 ** 31 - 1;

/** Waits, or until the signal is aborted if that is sooner. */
export const sleep = (clock: SSEClock, milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = clock.setTimeout(resolve, Math.min(milliseconds, LONGEST));
    const wake = () => {
      clock.clearTimeout(timer);
      resolve();
    };
    signal.addEventListener('abort', wake);
    if (signal.aborted) wake();
  });

/**
 * The wait before an attempt: exponential with full jitter, and never less than the floor.
 *
 * @param attempt 0 for the first
 * @param floor the `retry:` of the server
 */
export function backoff(settings: Settings, attempt: number, floor: number): number {
  const { reconnectDelay, maxReconnectDelay, reconnectMultiplier, jitter, clock } = settings;
  const ceiling = Math.min(maxReconnectDelay, reconnectDelay * reconnectMultiplier ** attempt);
  if (!jitter) return Math.max(floor, ceiling);
  // Spread above the floor: clients that were all told the same floor must not return together.
  return floor + clock.Math.random() * Math.max(0, Math.min(ceiling, maxReconnectDelay - floor));
}
