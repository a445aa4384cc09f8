import { SSEDecoder, type SSEFrame, type SSEFrameHandlers } from './decoder.js';

/** The handlers for what a stream carries besides events. */
export type SSEParseOptions = Omit<SSEFrameHandlers, 'onEvent'>;

/**
 * Iterates over the events of a `text/event-stream` as they come. The iteration ends with the
 * stream, and fails where the stream fails; a loop that is left early cancels the stream.
 *
 * @param stream the body of a response, cut into chunks anywhere
 * @param options handlers for comments and reconnection times
 */
export async function* parseSSE(
  stream: ReadableStream<Uint8Array>,
  options: SSEParseOptions = {},
): AsyncGenerator<SSEFrame, void, undefined> {
  const frames: SSEFrame[] = [];
  const decoder = new SSEDecoder({ ...options, onEvent: (frame) => frames.push(frame) });
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      decoder.push(value);
      yield* frames.splice(0);
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
      decoder.push(chunk);
    },
  });
}
