import type { SSEFrame } from '../codec/decoder.js';
import { type ChannelSync, syncChannels } from './channel-sync.js';
import type { StreamContext } from './context.js';
import { type Ending, endingOf } from './ending.js';
import type { Refusal } from './fault.js';
import { createWatchdog } from './watchdog.js';

/** One stream, from its request to its end. */
export interface Stream extends Pick<ChannelSync, 'run' | 'granted'> {
  /** Resolves when the stream has ended, with the cause; never rejects. */
  readonly ended: Promise<Ending>;
  /** Ends the stream, unless it has ended. */
  readonly end: (ending: Ending) => void;
  /** Ends the stream if it has been silent for too long, else looks again when that is due. */
  readonly check: () => void;
  /** The milliseconds since the server's welcome; negative if there was none. */
  readonly age: () => number;
}

/** The bodies of the server's events, by the names of the events. */
interface Bodies {
  message: { readonly channel: string; readonly event?: string; readonly data?: unknown };
  'hg.welcome': { readonly client: string; readonly position: string; readonly heartbeat: number };
  'hg.subscribed': { readonly channel: string; readonly heartbeat?: number };
  'hg.rejected': Refusal;
  'hg.unsubscribed': { readonly channel: string; readonly reason: string };
  'hg.gap': { readonly channel: string; readonly missed: number };
  'hg.bye': { readonly reason: string; readonly reconnect: boolean; readonly retry?: number };
}

/** The interval between heartbeats, in milliseconds, until the welcome says the real one. */
const DEFAULT_HEARTBEAT = 30_000;

/** Opens a stream for the channels wanted now. */
export function openStream(context: StreamContext): Stream {
  const { settings, cursor, wanted, tell, onRetry } = context;
  const { clock } = settings;
  const abort = new AbortController();
  const channels = [...wanted];
  let welcomed = Infinity;
  let resolve: (ending: Ending) => void;
  const ended = new Promise<Ending>((resolver) => {
    resolve = resolver;
  });

  const end = (ending: Ending) => {
    watchdog.expect(0);
    sync.granted.clear();
    abort.abort();
    resolve(ending);
  };

  const watchdog = createWatchdog(clock, (silence) => {
    end({ next: 'retry', code: 'stale', message: `Silent for ${silence} ms` });
  });

  /** An EventSource shows no comments, so its silence says nothing. */
  const expect = (heartbeat: number) => {
    if (settings.transport === 'fetch') watchdog.expect(heartbeat);
  };

  const sync = syncChannels(context, channels, abort.signal, end);

  const handlers: { [Name in keyof Bodies]?: (body: Bodies[Name], id: string) => void } = {
    message({ channel, event, data }, id) {
      if (!cursor.accept(id)) return;
      tell({ type: 'event', channel, event: { channel, event: event || 'message', data, id } });
    },
    'hg.welcome'({ client: id, position, heartbeat }) {
      cursor.start(position);
      welcomed = clock.Date.now();
      expect(heartbeat);
      tell({ type: 'connected', id, position: cursor.position });
      sync.start(id);
    },
    'hg.subscribed'(body) {
      // Told where the channel's heartbeat is shorter than that of the welcome.
      if (body.heartbeat) expect(body.heartbeat);
      sync.confirm(body);
    },
    'hg.rejected': sync.reject,
    'hg.unsubscribed'({ channel, reason }) {
      // What the client itself asked for is known from the answer to its request.
      if (reason !== 'client') sync.reject({ channel, status: 403, code: reason });
    },
    'hg.gap'(gap) {
      tell({ ...gap, type: 'gap' });
    },
    'hg.bye'({ reason, reconnect, retry }) {
      // Sooner than the field `retry` says, for those that no answer but a stream brings back.
      if (retry) onRetry(retry);
      const next = reconnect ? 'retry' : 'closed';
      end({ next, code: reason, message: `hg.bye: ${reason}` });
    },
  };

  const receiver = {
    onRetry,
    onBytes: watchdog.feed,
    onEvent({ event, data, id }: SSEFrame) {
      if (!abort.signal.aborted) handlers[event as keyof Bodies]?.(JSON.parse(data) as never, id);
    },
  };

  const onLost = (error: unknown) => {
    const ending = endingOf(error);
    if (abort.signal.aborted) return;
    const before = wanted.size;
    ending.channels?.forEach(sync.reject);
    // What was refused is no longer wanted; the rest may be granted without it. A refusal of
    // anything else would only come again.
    end(wanted.size && wanted.size < before ? { ...ending, next: 'again' } : ending);
  };

  // Not all that is waited for (headers, a renewal, a fetch that was given) heeds the signal: the
  // stream's end does not wait for it.
  context.source(channels, cursor.position, receiver, abort.signal).then(() => {
    onLost('End of stream');
  }, onLost);
  expect(DEFAULT_HEARTBEAT);
  return { ...sync, ended, end, check: watchdog.check, age: () => clock.Date.now() - welcomed };
}
