import { describe, expectTypeOf, it } from 'vitest';
import {
  createManualStream,
  createProgressStream,
  createSSEResponse,
  createSSEStream,
  type ManualStream,
  type Progress,
  type ProgressEvents,
  type ProgressTask,
  type SSEStreamEvent,
} from '../src/streams.js';

interface Report {
  file: string;
}

describe('a progress task', () => {
  it('gets its tools without a word on types', () => {
    const stream = createProgressStream((progress, signal) => {
      expectTypeOf(progress).toEqualTypeOf<Progress>();
      expectTypeOf(signal).toEqualTypeOf<AbortSignal>();
    });
    expectTypeOf(stream).toEqualTypeOf<ReadableStream<Uint8Array>>();
  });

  it('returns an object or nothing, now or later', () => {
    createProgressStream(() => ({ file: 'a' }));
    createProgressStream((): Report => ({ file: 'a' }));
    createProgressStream(() => Promise.resolve({ file: 'a' }));
    createProgressStream(() => undefined);
    createProgressStream(() => Promise.resolve());
    // @ts-expect-error text has no parts
    createProgressStream(() => 'a');
    // @ts-expect-error nor has it later
    createProgressStream(() => Promise.resolve('a'));
    // @ts-expect-error an array has no names
    createProgressStream(() => [1]);
    // @ts-expect-error null is not nothing
    createProgressStream(() => null);
  });

  it('can be held to its result', () => {
    const task: ProgressTask<Report> = () => ({ file: 'a' });
    createProgressStream(task);
    // @ts-expect-error not a report
    const wrong: ProgressTask<Report> = () => ({ size: 1 });
    createProgressStream(wrong);
  });

  it('has events that a reader can be typed with', () => {
    type Events = ProgressEvents<Report>;
    expectTypeOf<keyof Events>().toEqualTypeOf<'progress' | 'complete' | 'error'>();
    expectTypeOf<Events['complete']['percent']>().toEqualTypeOf<100>();
    expectTypeOf<Events['complete']['file']>().toEqualTypeOf<string>();
    expectTypeOf<Events['error']>().toEqualTypeOf<{ readonly message: string }>();
  });
});

describe('the source of a stream', () => {
  it('is iterable, now or later, or a function that returns such', () => {
    createSSEStream([1, { event: 'a' }]);
    createSSEStream(new ReadableStream<{ data: string }>());
    createSSEStream(async function* (signal) {
      expectTypeOf(signal).toEqualTypeOf<AbortSignal>();
      yield await Promise.resolve(1);
    });
    // @ts-expect-error a number is not iterable
    createSSEStream(1);
    // @ts-expect-error a promise is not either
    createSSEStream(() => Promise.resolve([1]));
  });

  it('may be held to events', () => {
    const event: SSEStreamEvent = { event: 'a', data: 1, id: '1', retry: 1, comment: 'b' };
    createSSEStream([event]);
    // @ts-expect-error no field of an event
    const wrong: SSEStreamEvent = { name: 'a' };
    createSSEStream([wrong]);
  });
});

it('a manual stream has a hand', () => {
  const stream = createManualStream((out) => {
    expectTypeOf(out).toEqualTypeOf<ManualStream>();
    expectTypeOf(out.isOpen).toEqualTypeOf<boolean>();
    expectTypeOf(out.send({ data: 1 })).toEqualTypeOf<Promise<boolean>>();
    // @ts-expect-error only the stream itself says so
    out.isOpen = false;
  });
  expectTypeOf(createSSEResponse(stream)).toEqualTypeOf<Response>();
});
