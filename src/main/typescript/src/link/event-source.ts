import type { Settings } from '../options.js';
import type { addressOf } from './http.js';
import type { Source } from './source.js';

/** An `EventSource` must be told the name of every event that it shall hear. */
const NAMES = ['message'].concat(
  ['welcome', 'subscribed', 'rejected', 'unsubscribed', 'gap', 'bye'].map((name) => `hg.${name}`),
);

/**
 * Streams by `EventSource`, a new one for each attempt: its own reconnecting would ask for the
 * channels of its first day, so it is closed at its first error.
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
