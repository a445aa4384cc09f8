import type { SSEEvent } from './events.js';

/** How many events an iterator holds for a busy consumer; the events after these are dropped. */
const CAPACITY = 256;

/** The events of a subscription as an async iterator with a bounded buffer. */
export interface EventIterator<Event> extends AsyncIterableIterator<Event, undefined> {
  /** Hands an event to the consumer, holds it, or drops it where the buffer is full. */
  push(event: Event): void;
  /** Ends the iteration after the events held; an error is thrown to the consumer after these. */
  end(error?: Error): void;
}

/**
 * Creates an iterator over the events that are pushed into it.
 *
 * @param release called with the iterator when the consumer leaves its loop
 */
export function createIterator(
  release: (iterator: EventIterator<SSEEvent>) => void,
): EventIterator<SSEEvent> {
  let controller: ReadableStreamDefaultController<SSEEvent>;
  let missed = 0;
  let failure: Error | undefined;
  const stream = new ReadableStream<SSEEvent>(
    {
      start(given) {
        controller = given;
      },
    },
    { highWaterMark: CAPACITY },
  );
  const reader = stream.getReader();
  const iterator: EventIterator<SSEEvent> = {
    push(event) {
      if (!controller.desiredSize) missed++;
      else {
        controller.enqueue(missed ? { ...event, missed } : event);
        missed = 0;
      }
    },
    end(error) {
      failure = error;
      controller.close();
    },
    async next() {
      const result = await reader.read();
      if (result.done && failure) throw failure;
      return result as IteratorResult<SSEEvent, undefined>;
    },
    async return() {
      release(iterator);
      failure = undefined;
      await reader.cancel();
      return iterator.next();
    },
    [Symbol.asyncIterator]: () => iterator,
  };
  return iterator;
}
