import { SSEDecoder, type SSEFrame } from '../codec/decoder.js';
import type { Settings } from '../options.js';
import { type Ending, refusalOf } from './ending.js';
import { addressOf, type Send } from './http.js';

/** The handlers for what comes down one stream. */
export interface Receiver {
  /** Called for every sign of life. */
  readonly onBytes: () => void;
  /** Called with each event, those of the application and control events. */
  readonly onEvent: (frame: SSEFrame) => void;
  /** Called with each reconnection time from the server, in milliseconds. */
  readonly onRetry: (milliseconds: number) => void;
}

/**
 * Opens one stream and reads it to its end. Aborting the signal ends the stream.
 *
 * @param position where to resume; empty for a first stream
 * @throws Ending where the server refuses the stream; what `fetch` throws where the stream is lost
 */
export type Source = (
  channels: readonly string[],
  position: string,
  receiver: Receiver,
  signal: AbortSignal,
) => Promise<void>;

/** Opens streams by `fetch`. */
export const fetchSource =
  (settings: Settings, send: Send): Source =>
  async (channels, position, receiver, signal) => {
    const response = await send(
      addressOf(settings, '', channels),
      { Accept: 'text/event-stream', ...(position && { 'Last-Event-ID': position }) },
      signal,
    );
    const { status, body, headers } = response;
    if (status !== 200 || !body) throw await refusalOf(response, channels, position);
    const type = headers.get('content-type') ?? '';
    if (!/^text\/event-stream\b/i.test(type)) {
      await body.cancel();
      const message = `Not an event stream: ${type}`;
      const ending: Ending = { next: 'failed', code: 'content-type', status, message };
      throw ending;
    }
    const decoder = new SSEDecoder(receiver);
    const reader = body.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done || signal.aborted) return reader.cancel();
      receiver.onBytes();
      decoder.push(value);
    }
  };
