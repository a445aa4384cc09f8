import { createParser } from 'eventsource-parser';
import { describe, expect, it } from 'vitest';
import { formatSSE, type SSEFrame, type SSEFrameInit } from '../../src/codec.js';
import { SSEDecoder } from '../../src/codec/decoder.js';
import { vectors } from '../support/vectors.js';

interface Outcome {
  readonly events: SSEFrame[];
  readonly comments: string[];
  readonly retries: number[];
}

interface Case extends Outcome {
  readonly name: string;
  readonly event: SSEFrameInit;
  readonly text: string;
}

const { cases } = vectors('format.json') as { cases: Case[] };

const outcome = (): Outcome => ({ events: [], comments: [], retries: [] });

function read(chunks: Uint8Array[]): Outcome {
  const { events, comments, retries } = outcome();
  const decoder = new SSEDecoder({
    onEvent: (event) => events.push(event),
    onComment: (comment) => comments.push(comment),
    onRetry: (retry) => retries.push(retry),
  });
  for (const chunk of chunks) decoder.push(chunk);
  return { events, comments, retries };
}

/** What somebody else's parser makes of the same bytes. */
function readElsewhere(chunks: Uint8Array[]): Outcome {
  const { events, comments, retries } = outcome();
  const utf8 = new TextDecoder();
  const parser = createParser({
    onEvent: ({ event = 'message', data, id = '' }) => events.push({ event, data, id }),
    onComment: (comment) => comments.push(comment),
    onRetry: (retry) => retries.push(retry),
    onError: (error) => {
      throw error;
    },
  });
  for (const chunk of chunks) parser.feed(utf8.decode(chunk, { stream: true }));
  return { events, comments, retries };
}

describe.each(cases)('$name', ({ event, text, events, comments, retries }) => {
  const bytes = new TextEncoder().encode(text);

  it('is written in exactly these bytes', () => {
    expect(new TextEncoder().encode(formatSSE(event))).toEqual(bytes);
  });

  it.each([
    ['our parser', read],
    ['eventsource-parser', readElsewhere],
  ])('is read by %s as it was, cut anywhere', (_, parse) => {
    for (let cut = 0; cut <= bytes.length; cut++) {
      const chunks = [bytes.subarray(0, cut), bytes.subarray(cut)];
      expect(parse(chunks), `cut at ${cut}`).toEqual({ events, comments, retries });
    }
  });
});
