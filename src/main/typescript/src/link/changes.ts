import type { ChannelSync } from './sync.js';
import type { StreamContext } from './context.js';
import type { answerOf, Ending, endingOf } from './ending.js';
import type { Refusal } from './fault.js';
import type { backoff, sleep } from './time.js';
import { within } from './within.js';

/** How many milliseconds a request may take. */
const LIMIT = 30_000;

/** The server's answer to a POST that adds channels. */
interface Answer {
  readonly subscribed?: readonly string[];
  readonly rejected?: readonly Refusal[];
}

/** Changes the channels of an open stream. */
export interface Change {
  /**
   * Asks the server for one part of the difference between the channels it was asked for and those
   * the client wants: additions or removals, as many as one request can carry. After a request that
   * failed, it waits.
   */
  readonly ask: () => Promise<void>;
  /** Takes in that the server has removed a channel as this client had asked. */
  readonly left: (channel: string) => void;
}

/**
 * Creates what changes the channels of an open stream. A file by itself, which only those load who
 * change such channels; hence the functions that are passed.
 *
 * @param client the server's name for the client
 * @param end ends the stream
 */
export function createChange(
  { wanted, settings, send, tell }: StreamContext,
  sync: ChannelSync,
  client: string,
  signal: AbortSignal,
  end: (ending: Ending) => void,
  read: typeof answerOf,
  meaning: typeof endingOf,
  delayAfter: typeof backoff,
  wait: typeof sleep,
): Change {
  const { asked, granted, missing, unwanted, run, confirm, reject, forget } = sync;
  const { clock } = settings;
  /** The channels of changes that failed: such a change may have taken place, or may yet. */
  const doubtful = new Set<string>();
  /** Those of them that the server has removed, and was not asked for since. */
  const lost = new Set<string>();
  let failures = 0;
  let most = Infinity;

  /** Sends a request in time, and gives the text of the answer. */
  const request = (query: string[], headers: Record<string, string>, init: RequestInit) =>
    within(
      wait,
      clock,
      LIMIT,
      async (inTime) => {
        const own = { ...headers, 'Heliograph-Client': client };
        return read(await send('/channels', query, own, inTime, init));
      },
      signal,
    );

  const drop = async (channels: string[]) => {
    for (const channel of channels) granted.delete(channel);
    await request(channels, {}, { method: 'DELETE' });
    channels.forEach(forget);
  };

  const add = async (channels: string[]) => {
    const init = { method: 'POST', body: JSON.stringify({ channels }) };
    for (const channel of channels) lost.delete(channel);
    const answer = await request([], { 'Content-Type': 'application/json' }, init);
    const { subscribed = [], rejected = [] } = JSON.parse(answer) as Answer;
    if (signal.aborted) return;
    // What the stream says counts: an earlier removal may have come after this addition.
    const isHeld = (channel: string) => !lost.has(channel);
    for (const channel of channels.filter(isHeld)) asked.add(channel);
    for (const channel of subscribed.filter(isHeld)) confirm({ channel });
    rejected.forEach(reject);
  };

  /** Does what a failed change calls for; waits, where the same may be asked again. */
  const recover = async (ending: Ending, channels: string[]) => {
    const { next, status, code, message: detail, delay, tooMuch } = ending;
    if (signal.aborted) return;
    // The server no longer knows this stream: a new one carries the channels.
    if (status === 404) end({ ...ending, next: 'retry' });
    else if (next === 'retry') {
      for (const channel of channels) doubtful.add(channel);
      tell({ type: 'error', fault: ending });
      await wait(clock, delayAfter(settings, failures, delay), signal);
      // Whether an addition took place is not known: what is not wanted any more is removed.
      const isLeft = (channel: string) => wanted.has(channel) || lost.has(channel);
      for (const channel of channels) if (!isLeft(channel)) asked.add(channel);
    } else if (tooMuch && channels.length > 1) most = channels.length >> 1;
    else for (const channel of channels) reject({ channel, status, code, detail });
    failures++;
  };

  const left = (channel: string) => {
    if (!doubtful.has(channel)) return;
    lost.add(channel);
    forget(channel);
    void run();
  };

  const ask = async () => {
    const dropped = unwanted();
    const added = missing().slice(0, most);
    // A removal that fails must not keep what is newly wanted waiting.
    const adding = added.length && (failures || !dropped.length);
    try {
      await (adding ? add(added) : drop(dropped));
      failures = 0;
    } catch (error) {
      await recover(meaning(error), adding ? added : dropped);
      // Whether a lost removal took place is not known: what is wanted again is asked for again.
      for (const channel of dropped) if (wanted.has(channel)) asked.delete(channel);
    }
  };

  return { ask, left };
}
