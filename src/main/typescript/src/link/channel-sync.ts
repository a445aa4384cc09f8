import type { StreamContext } from './context.js';
import { type Ending, endingOf, refusalOf } from './ending.js';
import type { Refusal } from './fault.js';
import { addressOf } from './http.js';
import { backoff, sleep } from './time.js';

/** The server's answer to a POST that adds channels. */
interface Answer {
  readonly subscribed?: readonly string[];
  readonly rejected?: readonly Refusal[];
}

/** Keeps the channels of one open stream at the server equal to those the client wants. */
export interface ChannelSync {
  /** The channels that the server has granted on this stream. */
  readonly granted: Set<string>;
  /** Begins to ask, now that the server has named the client. */
  readonly start: (client: string) => void;
  /**
   * Asks the server for all that is not yet as wanted; does nothing while a request is under way.
   */
  readonly run: () => Promise<void>;
  /**
   * Takes in that the server grants a channel, and tells the first time, by answer or by stream.
   */
  readonly confirm: (grant: { readonly channel: string }) => void;
  /** Takes in that the server refuses a channel: the client no longer wants the channel. */
  readonly reject: (refusal: Refusal) => void;
}

/**
 * Asks the server for the difference between the channels it was asked for and those the client
 * wants, all additions or all removals at once, until there is no difference. Ends with the stream;
 * the next stream begins with all channels that the client wants.
 *
 * @param opened the channels in the request of the stream
 * @param end ends the stream
 */
export function syncChannels(
  { wanted, settings, send, tell }: StreamContext,
  opened: Iterable<string>,
  signal: AbortSignal,
  end: (ending: Ending) => void,
): ChannelSync {
  const asked = new Set(opened);
  const granted = new Set<string>();
  let client = '';
  let busy = false;

  const forget = (channel: string) => {
    asked.delete(channel);
    granted.delete(channel);
  };

  const confirm = (grant: { readonly channel: string }) => {
    const { channel } = grant;
    asked.add(channel);
    if (!wanted.has(channel) || granted.has(channel)) return;
    granted.add(channel);
    tell({ ...grant, type: 'subscribed' });
  };

  const reject = (refusal: Refusal) => {
    forget(refusal.channel);
    if (wanted.delete(refusal.channel)) tell({ ...refusal, type: 'rejected' });
  };

  const request = async (query: string[], headers: Record<string, string>, init: RequestInit) => {
    const address = addressOf(settings, `/${client}/channels`, query);
    const response = await send(address, headers, signal, init);
    if (!response.ok) throw await refusalOf(response);
    return response;
  };

  const drop = async (channels: string[]) => {
    for (const channel of channels) granted.delete(channel);
    await request(channels, {}, { method: 'DELETE' });
    channels.forEach(forget);
  };

  const add = async (channels: string[]) => {
    const init = { method: 'POST', body: JSON.stringify({ channels }) };
    const response = await request([], { 'Content-Type': 'application/json' }, init);
    const { subscribed = [], rejected = [] } = (await response.json()) as Answer;
    if (signal.aborted) return;
    for (const channel of channels) asked.add(channel);
    for (const channel of subscribed) confirm({ channel });
    rejected.forEach(reject);
  };

  /** Does what a failed change calls for; waits, where the same may be asked again. */
  const recover = async (ending: Ending, failures: number, channels: string[]) => {
    const { next, status, code, message: detail, delay } = ending;
    if (signal.aborted) return;
    // The server no longer knows this stream: a new one carries the channels.
    if (status === 404) end({ ...ending, next: 'retry' });
    else if (next === 'retry') {
      await sleep(settings.clock, delay ?? backoff(settings, failures, 0), signal);
    } else for (const channel of channels) reject({ channel, status, code, detail });
  };

  const run = async () => {
    if (busy || !client) return;
    busy = true;
    for (let failures = 0; !signal.aborted;) {
      const dropped = [...asked].filter((channel) => !wanted.has(channel));
      const added = [...wanted].filter((channel) => !asked.has(channel));
      // A removal that fails must not keep what is newly wanted waiting.
      const changed = added.length && (failures || !dropped.length) ? added : dropped;
      if (!changed.length) break;
      try {
        await (changed === dropped ? drop : add)(changed);
        failures = 0;
      } catch (error) {
        await recover(endingOf(error), failures++, changed);
        // Whether a lost removal took place is not known: what is wanted again is asked for again.
        for (const channel of dropped) if (wanted.has(channel)) asked.delete(channel);
      }
    }
    busy = false;
  };

  const start = (id: string) => {
    client = id;
    void run();
  };

  return { granted, start, run, confirm, reject };
}
