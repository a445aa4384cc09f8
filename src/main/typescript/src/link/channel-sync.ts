import type { Change } from './changes.js';
import type { StreamContext } from './context.js';
import { answerOf, type Ending, endingOf } from './ending.js';
import type { Refusal } from './fault.js';
import { fitting } from './http.js';
import type { ChannelSync } from './sync.js';
import { backoff, sleep } from './time.js';

/**
 * Asks the server for the difference between the channels it was asked for and those the client
 * wants, until there is no difference. Ends with the stream; the next stream begins with all
 * channels that the client wants.
 *
 * @param opened the channels in the request of the stream
 * @param end ends the stream
 */
export function syncChannels(
  context: StreamContext,
  opened: Iterable<string>,
  signal: AbortSignal,
  end: (ending: Ending) => void,
): ChannelSync {
  const { wanted, settings, tell } = context;
  const asked = new Set(opened);
  const granted = new Set<string>();
  /** Whether the server could not decide about a channel, which is asked for again later. */
  let undecided = false;
  let delays = 0;
  let client = '';
  let busy = false;
  let change: Change | undefined;

  const missing = () => [...wanted].filter((channel) => !asked.has(channel));
  const unwanted = () => fitting([...asked].filter((channel) => !wanted.has(channel)));

  const forget = (channel: string) => {
    asked.delete(channel);
    granted.delete(channel);
  };

  const confirm = (grant: { readonly channel: string }) => {
    const { channel } = grant;
    asked.add(channel);
    if (wanted.has(channel) && !granted.has(channel)) {
      granted.add(channel);
      delays = 0;
      tell({ ...grant, type: 'subscribed' });
    }
    // A channel that is granted late may not be wanted any more.
    void run();
  };

  /** Asks again later for what is wanted and not granted by then. */
  const postpone = async () => {
    if (undecided) return;
    undecided = true;
    await sleep(settings.clock, backoff(settings, delays++), signal);
    undecided = false;
    // What is not wanted stays asked for, or it would never be taken back.
    for (const channel of wanted) if (!granted.has(channel)) asked.delete(channel);
    void run();
  };

  const reject = (refusal: Refusal) => {
    const { channel, code, status, detail: message = code } = refusal;
    if (code === 'unavailable') {
      tell({ type: 'error', fault: { code, status, message } });
      void postpone();
      return;
    }
    // A name that is too long to be told ends with an ellipsis.
    const isMeant = (name: string) =>
      name === channel ||
      (channel.endsWith('…') && !granted.has(name) && name.startsWith(channel.slice(0, -1)));
    const meant = [...wanted].find(isMeant) ?? channel;
    forget(meant);
    if (wanted.delete(meant)) tell({ ...refusal, channel: meant, type: 'rejected' });
  };

  const run = async () => {
    if (busy || !client) return;
    busy = true;
    try {
      while (!signal.aborted && missing().concat(unwanted()).length) {
        const { createChange } = await import('./changes.js');
        change ??= createChange(
          context,
          sync,
          client,
          signal,
          end,
          answerOf,
          endingOf,
          backoff,
          sleep,
        );
        await change.ask();
      }
    } catch (error) {
      // The code for changes cannot be had: a new stream carries the channels.
      end(endingOf(error));
    }
    busy = false;
  };

  const sync: ChannelSync = {
    asked,
    granted,
    missing,
    unwanted,
    start: (id) => {
      client = id;
      void run();
    },
    run,
    confirm,
    reject,
    left: (channel) => change?.left(channel),
    forget,
  };
  return sync;
}
