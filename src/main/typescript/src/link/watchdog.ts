import type { SSEClock } from '../options.js';

/** How many heartbeats a stream may miss before it counts as dead. */
const PATIENCE = 2.5;

/** Watches a stream for signs of life. */
export interface Watchdog {
  /** Takes in a sign of life. */
  readonly feed: () => void;
  /**
   * Calls `onSilence` if signs of life have been missing for too long, else looks again when due.
   */
  readonly check: () => void;
  /** Expects a sign of life in every interval of so many milliseconds; 0 ends the watch. */
  readonly expect: (milliseconds: number) => void;
}

/**
 * Creates a watchdog that watches nothing until `expect`.
 *
 * @param onSilence called with the milliseconds since the last sign of life
 */
export function createWatchdog(clock: SSEClock, onSilence: (silence: number) => void): Watchdog {
  let fed = clock.Date.now();
  let heartbeat = 0;
  let timer: unknown;

  const check = () => {
    clock.clearTimeout(timer);
    const silence = clock.Date.now() - fed;
    const rest = heartbeat * PATIENCE - silence;
    if (!heartbeat) return;
    if (rest > 0) timer = clock.setTimeout(check, rest);
    else onSilence(silence);
  };

  return {
    check,
    feed: () => {
      fed = clock.Date.now();
    },
    expect: (milliseconds) => {
      heartbeat = milliseconds;
      check();
    },
  };
}
