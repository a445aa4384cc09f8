import type { Settings } from '../options.js';
import type { Cursor } from './cursor.js';
import type { Ending } from './ending.js';
import { addressOf, createSend } from './http.js';
import type { Link, Signal } from './signals.js';
import { fetchSource, type Source } from './source.js';
import { openStream, type Stream } from './stream.js';
import { backoff, sleep } from './time.js';

/** How many milliseconds a stream must last for the next failure to count as the first again. */
const HEALTHY = 5_000;

/** A link with streams of its own, as opposed to a share in another tab's. */
export interface StreamLink extends Link {
  /** The channels that the link wants now. */
  readonly wanted: ReadonlySet<string>;
  /** Whether the server has granted the channel on the present stream. */
  grants(channel: string): boolean;
}

/**
 * Creates a link that opens streams, watches them and opens new ones: one after the other, never
 * two.
 */
export function streamLink(
  settings: Settings,
  cursor: Cursor,
  tell: (signal: Signal) => void,
): StreamLink {
  const { clock, maxReconnectAttempts } = settings;
  const send = createSend(settings);
  const source: Source =
    settings.transport === 'fetch'
      ? fetchSource(settings, send)
      : async (...stream) =>
          (await import('./event-source.js')).eventSource(settings, addressOf)(...stream);
  const wanted = new Set<string>();
  const onRetry = (milliseconds: number) => {
    floor = milliseconds;
  };
  const context = { settings, send, source, cursor, wanted, most: Infinity, tell, onRetry };
  /**
   * Identifies the loop that opens streams; there from `open` until nothing is tried any longer.
   */
  let run: object | undefined;
  let stream: Stream | undefined;
  let pause = new AbortController();
  let scheduled = false;
  let attempt = 0;
  let floor = 0;

  const wait = (ending: Ending) => {
    const delay = backoff(settings, attempt, Math.max(floor, ending.delay ?? 0));
    pause = new AbortController();
    attempt++;
    tell({ type: 'reconnecting', attempt, delay, fault: ending });
    return sleep(clock, delay, pause.signal);
  };

  /** Tries nothing until the link is opened anew. */
  const giveUp = (type: 'failed' | 'closed', fault: Ending) => {
    run = stream = undefined;
    attempt = 0;
    tell({ type, fault });
  };

  const loop = async (mine: object) => {
    tell({ type: 'connecting' });
    while (run === mine) {
      stream = openStream(context);
      const { age, ended } = stream;
      const ending = await ended;
      if (run !== mine) return;
      if (age() >= HEALTHY) attempt = 0;
      const { next } = ending;
      if (next === 'again') tell({ type: 'connecting' });
      else if (next === 'retry' && attempt < maxReconnectAttempts) await wait(ending);
      else giveUp(next === 'closed' ? next : 'failed', ending);
    }
  };

  /** Looks once for all changes of this turn, so that they travel together. */
  const schedule = () => {
    if (scheduled) return;
    scheduled = true;
    queueMicrotask(() => {
      scheduled = false;
      if (stream) void stream.run();
      else if (run) void loop(run);
    });
  };

  const halt = () => {
    stream?.end({ next: 'again', code: '', message: '' });
    pause.abort();
  };

  const link: StreamLink = {
    wanted,
    grants: (channel) => stream?.granted.has(channel) ?? false,
    add(channel) {
      // The channel was dropped and is wanted again before the server was told.
      if (!wanted.has(channel) && link.grants(channel)) tell({ type: 'subscribed', channel });
      wanted.add(channel);
      schedule();
    },
    remove(channel) {
      wanted.delete(channel);
      schedule();
    },
    open() {
      run ??= {};
      schedule();
    },
    stop() {
      run = undefined;
      halt();
      stream = undefined;
    },
    restart() {
      link.open();
      halt();
    },
    wake() {
      // Not all clients of a network that is back return in the same moment.
      const current = pause;
      clock.setTimeout(
        () => {
          current.abort();
        },
        backoff(settings, 0),
      );
      link.check();
    },
    check() {
      stream?.check();
    },
  };
  return link;
}
