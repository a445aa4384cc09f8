import { describe, expectTypeOf, it } from 'vitest';
import { postEvents, type PostInit } from '../src/post.js';
import type { ProgressEvents } from '../src/streams.js';

interface Answer {
  token: { text: string };
  usage: { tokens: number };
}

describe('the events of a POST', () => {
  it('are told apart by their names', async () => {
    for await (const event of postEvents<Answer>('/ask', { json: { question: 'Why?' } })) {
      expectTypeOf(event.event).toEqualTypeOf<'token' | 'usage'>();
      expectTypeOf(event.id).toEqualTypeOf<string>();
      if (event.event === 'token') expectTypeOf(event.data).toEqualTypeOf<{ text: string }>();
      else expectTypeOf(event.data).toEqualTypeOf<{ tokens: number }>();
      // @ts-expect-error the map has no such event
      if (event.event === 'end') break;
    }
  });

  it('are unknown where nothing is said of them', async () => {
    for await (const event of postEvents('/ask')) {
      expectTypeOf(event.event).toEqualTypeOf<string>();
      expectTypeOf(event.data).toEqualTypeOf<unknown>();
    }
  });

  it('may be those of a progress stream', async () => {
    for await (const event of postEvents<ProgressEvents<{ file: string }>>('/report')) {
      if (event.event === 'complete') expectTypeOf(event.data.file).toEqualTypeOf<string>();
      if (event.event === 'error') expectTypeOf(event.data.message).toEqualTypeOf<string>();
    }
  });

  it('come of a POST only', () => {
    // @ts-expect-error the method is fixed
    const init: PostInit = { method: 'GET' };
    postEvents(new URL('http://test/ask'), init);
  });
});
