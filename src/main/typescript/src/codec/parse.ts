import { SSEDecoder, type SSEFrame, type SSEFrameHandlers } from './decoder.js';

/** Hears what a stream carries beside events. */
export type SSEParseOptions = Omit<SSEFrameHandlers, 'onEvent'>;

/**
 * The events of a `text/event-stream`, as they come. Ends with the stream; fails as it fails; cancels
 * it when the loop is left early.
 *
 * @param stream the body of a response, cut into chunks anywhere
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

/** The same as a transform: the bytes of a `text/event-stream` in, its events out. */
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
