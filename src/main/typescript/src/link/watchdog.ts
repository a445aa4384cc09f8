import type { SSEClock } from '../options.js';
import { LONGEST_DELAY, now } from './time.js';

/** How many heartbeats a stream may miss before it counts as dead. */
const PATIENCE = 2.5;

/** How many heartbeats a stream may be silent when somebody comes back to look at it. */
const LEAST_PATIENCE = 1.25;

/** Watches a stream for signs of life. */
export interface Watchdog {
  /** Takes in a sign of life. */
  readonly feed: () => void;
  /** Calls `onSilence` if a heartbeat is overdue, else looks again when patience is at its end. */
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
  let fed: number;
  let date: number;
  let heartbeat = 0;
  let timer: unknown;

  const feed = () => {
    fed = now(clock);
    date = clock.Date.now();
  };

  const look = (patience: number) => {
    clock.clearTimeout(timer);
    if (!heartbeat) return;
    const passed = now(clock) - fed;
    // Where the date has moved further, the computer has slept, or somebody has set the date: then
    // the next heartbeat is waited for, and no more.
    const doubt = Math.min(clock.Date.now() - date, passed + heartbeat * LEAST_PATIENCE);
    const silence = Math.max(passed, doubt);
    const rest = heartbeat * PATIENCE - silence;
    if (silence < heartbeat * patience)
      timer = clock.setTimeout(due, Math.min(rest, LONGEST_DELAY));
    else onSilence(silence);
  };

  const due = () => {
    look(PATIENCE);
  };

  feed();
  return {
    feed,
    check: () => {
      look(LEAST_PATIENCE);
    },
    expect: (milliseconds) => {
      heartbeat = milliseconds;
      due();
    },
  };
}
