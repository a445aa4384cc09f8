import { SSEDecoder, type SSEFrameHandlers } from '../codec/decoder.js';
import type { Settings } from '../options.js';
import { type Ending, refusalOf } from './ending.js';
import type { Send } from './send.js';

/** The handlers for what comes down one stream. */
export interface Receiver extends SSEFrameHandlers {
  /** Called for every sign of life. */
  readonly onBytes: () => void;
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
      '',
      channels,
      { Accept: 'text/event-stream', ...(position && { 'Last-Event-ID': position }) },
      signal,
    );
    const { status, body, headers } = response;
    if (status !== 200 || !body) throw await refusalOf(response, channels, position);
    const type = headers.get('content-type') ?? '';
    if (!/^text\/event-stream\s*(;|$)/i.test(type)) {
      await body.cancel();
      // Where the endpoint has answered before, it is a page that will pass: of a sign-in, a proxy.
      const next = position ? 'retry' : 'failed';
      const ending: Ending = {
        next,
        code: 'content-type',
        status,
        message: `Not an event stream: ${type}`,
      };
      throw ending;
    }
    const decoder = new SSEDecoder(receiver);
    const reader = body.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done || signal.aborted) return reader.cancel();
      receiver.onBytes();
      decoder.push(value);
      if (decoder.held > settings.maxEventLength) {
        await reader.cancel();
        const message = `Event over ${settings.maxEventLength} characters`;
        const ending: Ending = { next: 'failed', code: 'too-large', message };
        throw ending;
      }
    }
  };
