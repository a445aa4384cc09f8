import type { SSEFrame } from '../codec/decoder.js';
import { syncChannels } from './channel-sync.js';
import type { ChannelSync } from './sync.js';
import type { StreamContext } from './context.js';
import { type Ending, endingOf } from './ending.js';
import type { Refusal } from './fault.js';
import { fitting } from './http.js';
import { now } from './time.js';
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
  message: { readonly channel?: string; readonly event?: string; readonly data?: unknown };
  'hg.welcome': {
    readonly client: string;
    readonly position?: string;
    readonly heartbeat?: number;
  };
  'hg.subscribed': { readonly channel: string; readonly heartbeat?: number };
  'hg.rejected': Refusal;
  'hg.unsubscribed': { readonly channel: string; readonly reason: string };
  'hg.gap': { readonly channel: string; readonly missed?: number };
  'hg.bye': { readonly reason: string; readonly reconnect: boolean; readonly retry?: number };
}

/** The interval between heartbeats, in milliseconds, until the welcome says the real one. */
const DEFAULT_HEARTBEAT = 30_000;

/** Opens a stream for the channels wanted now. */
export function openStream(context: StreamContext): Stream {
  const { settings, cursor, wanted, tell, onRetry, send } = context;
  const { clock } = settings;
  const abort = new AbortController();
  const channels = fitting([...wanted].slice(0, context.most));
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

  const handlers: { [Name in keyof Bodies]: (body: Bodies[Name], frame: SSEFrame) => void } = {
    message({ channel, event, data }, { id }) {
      if (!channel) throw new Error('channel');
      tell({ type: 'event', channel, event: { channel, event: event || 'message', data, id } });
    },
    'hg.welcome'({ client, position = '', heartbeat = 0 }) {
      cursor.start(position);
      welcomed = now(clock);
      expect(heartbeat);
      tell({ type: 'connected', id: client, position: cursor.position });
      sync.start(client);
    },
    'hg.subscribed'(body) {
      // Told where the channel's heartbeat is shorter than that of the welcome.
      if (body.heartbeat) expect(body.heartbeat);
      sync.confirm(body);
    },
    'hg.rejected': sync.reject,
    'hg.unsubscribed'({ channel, reason }) {
      if (reason === 'expired' && settings.refreshToken) {
        // The next stream, with a new token, goes on where this one ends.
        send.expired = true;
        end({ next: 'retry', code: reason, message: reason });
      } else if (reason === 'client') sync.left(channel);
      else sync.reject({ channel, status: 403, code: reason });
    },
    'hg.gap'({ channel, missed }) {
      tell({ type: 'gap', channel, missed });
    },
    'hg.bye'({ reason, reconnect, retry }) {
      // Sooner than the field `retry` says, for those that no answer but a stream brings back.
      if (retry) onRetry(retry);
      // The server knows of no channel for this stream, but the application has asked for one.
      const again = reconnect || (reason !== 'disconnected' && sync.missing().length);
      end({ next: again ? 'retry' : 'closed', code: reason, message: `hg.bye: ${reason}` });
    },
  };

  const receiver = {
    onRetry,
    onBytes: watchdog.feed,
    onEvent(frame: SSEFrame, hasId = true) {
      const { event, data, id } = frame;
      if (abort.signal.aborted || !Object.hasOwn(handlers, event)) return;
      // What was seen is dropped; an event that has no id of its own was not.
      if (event === 'message' && hasId && !cursor.accept(id)) return;
      try {
        handlers[event as keyof Bodies](JSON.parse(data) as never, frame);
      } catch (error) {
        // Asked for again it would only come again.
        const message = `Event ${id}: ${String(error)}`;
        tell({ type: 'error', fault: { code: 'unreadable', message } });
      }
    },
  };

  const onLost = (error: unknown) => {
    const ending = endingOf(error);
    if (abort.signal.aborted) return;
    let before = wanted.size;
    if (ending.next !== 'retry') ending.channels?.forEach(sync.reject);
    if (ending.tooMuch && channels.length > 1) {
      context.most = channels.length >> 1;
      before++;
    }
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
  return { ...sync, ended, end, check: watchdog.check, age: () => now(clock) - welcomed };
}
