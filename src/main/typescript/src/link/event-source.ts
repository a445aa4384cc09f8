import type { Settings } from '../options.js';
import type { addressOf } from './http.js';
import type { Source } from './source.js';

/**
 * The names of all events to hear, since an `EventSource` hears only events that it has names of.
 */
const NAMES = ['message'].concat(
  ['welcome', 'subscribed', 'rejected', 'unsubscribed', 'gap', 'bye'].map((name) => `hg.${name}`),
);

/**
 * Opens streams by `EventSource`, a new instance for each attempt: an `EventSource` that reconnects
 * by itself would ask for the channels it was created with, so its first error closes it.
 */
export const eventSource =
  (settings: Settings, address: typeof addressOf): Source =>
  (channels, position, receiver, signal) =>
    new Promise((_, reject) => {
      if (signal.aborted) return; // while this file was being loaded
      const Constructor: NonNullable<Settings['EventSource']> = settings.EventSource ?? EventSource;
      const source = new Constructor(address(settings, '', channels, position), {
        withCredentials: settings.withCredentials ?? false,
      });
      for (const name of NAMES) {
        source.addEventListener(name, ({ type, data, lastEventId }) => {
          receiver.onEvent({ event: type, data, id: lastEventId });
        });
      }
      source.onerror = () => {
        reject(new Error('EventSource failed'));
      };
      signal.addEventListener('abort', () => {
        source.close();
      });
    });
