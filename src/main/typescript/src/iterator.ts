import type { SSEEvent } from './events.js';

/** Events an iterator holds for a consumer that is busy; beyond it the newest are dropped. */
const CAPACITY = 256;

/** The events of a subscription as an async iterator with a bounded buffer. */
export interface EventIterator<Event> extends AsyncIterableIterator<Event, undefined> {
  push(event: Event): void;
  /** No event comes after those held. An error is thrown to the consumer once it has them. */
  end(error?: Error): void;
}

/** @param release called when the consumer leaves its loop */
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
