import { SSEDecoder, type SSEFrame, type SSEFrameHandlers } from './decoder.js';
import { SSEGauge } from './gauge.js';

/** The handlers for what a stream carries besides events, and the limit on what it may carry. */
export interface SSEParseOptions extends Omit<SSEFrameHandlers, 'onEvent'> {
  /**
   * How many bytes the lines of one event may have together, and any comment by itself, line ends
   * not counted; what is larger fails the stream with a `RangeError`. Default `Infinity`.
   */
  readonly maxEventBytes?: number;
}

/**
 * Iterates over the events of a `text/event-stream` as they come. The iteration ends with the
 * stream, and fails where the stream fails; a loop that is left early cancels the stream.
 *
 * @param stream the body of a response, cut into chunks anywhere
 * @param options handlers for comments and reconnection times, and a limit
 * @throws RangeError where an event is larger than `maxEventBytes`, after the events before it
 */
export async function* parseSSE(
  stream: ReadableStream<Uint8Array>,
  options: SSEParseOptions = {},
): AsyncGenerator<SSEFrame, void, undefined> {
  const frames: SSEFrame[] = [];
  const decoder = new SSEDecoder({ ...options, onEvent: (frame) => frames.push(frame) });
  const gauge = new SSEGauge(options.maxEventBytes);
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const fitting = gauge.take(value);
      decoder.push(value.subarray(0, fitting));
      yield* frames.splice(0);
      if (fitting < value.length) throw gauge.error;
    }
  } finally {
    await reader.cancel();
    reader.releaseLock();
  }
}

/** Creates a transform stream: the bytes of a `text/event-stream` in, its events out. */
export function createSSEParser(
  options: SSEParseOptions = {},
): TransformStream<Uint8Array, SSEFrame> {
  const gauge = new SSEGauge(options.maxEventBytes);
  let decoder: SSEDecoder;
  return new TransformStream({
    start(controller) {
      decoder = new SSEDecoder({
        ...options,
        onEvent: (frame) => {
          controller.enqueue(frame);
        },
      });
    },
    transform(chunk) {
      const fitting = gauge.take(chunk);
      decoder.push(chunk.subarray(0, fitting));
      if (fitting < chunk.length) throw gauge.error;
    },
  });
}
