import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSSEParser, formatSSE, parseSSE, type SSEFrame } from '../../src/codec.js';
import { SSEDecoder } from '../../src/codec/decoder.js';
import { vectors } from '../support/vectors.js';

interface Outcome {
  readonly events: SSEFrame[];
  readonly comments: string[];
  readonly retries: number[];
}

interface Case extends Outcome {
  readonly name: string;
  readonly text?: string;
  readonly hex?: string;
}

const { cases } = vectors('parse.json') as { cases: Case[] };

const bytesOf = ({ text = '', hex }: Case) =>
  hex === undefined ? new TextEncoder().encode(text) : Uint8Array.from(Buffer.from(hex, 'hex'));

function decode(chunks: Uint8Array[]): Outcome {
  const events: SSEFrame[] = [];
  const comments: string[] = [];
  const retries: number[] = [];
  const decoder = new SSEDecoder({
    onEvent: (event) => events.push(event),
    onComment: (comment) => comments.push(comment),
    onRetry: (retry) => retries.push(retry),
  });
  for (const chunk of chunks) decoder.push(chunk);
  return { events, comments, retries };
}

describe.each(cases)('$name', (vector) => {
  const bytes = bytesOf(vector);
  const { events, comments, retries } = vector;

  it('in one piece', () => {
    expect(decode([bytes])).toEqual({ events, comments, retries });
  });

  it('byte by byte', () => {
    const chunks = Array.from(bytes, (byte) => Uint8Array.of(byte));
    expect(decode(chunks)).toEqual({ events, comments, retries });
  });

  it('cut in two and three at every point, with an empty chunk between', () => {
    for (let at = 0; at <= bytes.length; at++) {
      const two = [bytes.subarray(0, at), new Uint8Array(), bytes.subarray(at)];
      expect(decode(two), `cut at ${at}`).toEqual({ events, comments, retries });
      const three = [bytes.subarray(0, at), bytes.subarray(at, at + 1), bytes.subarray(at + 1)];
      expect(decode(three), `cut at ${at}`).toEqual({ events, comments, retries });
    }
  });
});

const streamOf = (...chunks: (string | Uint8Array)[]) => {
  const utf8 = new TextEncoder();
  return new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) {
        controller.enqueue(typeof chunk === 'string' ? utf8.encode(chunk) : chunk);
      }
      controller.close();
    },
  });
};

describe('parseSSE', () => {
  it('yields the events of a stream, and tells comments and retries', async () => {
    const comments: string[] = [];
    const retries: number[] = [];
    const events: SSEFrame[] = [];
    const stream = streamOf(': hi\nretry: 7\nda', 'ta: a\n\ndata: b\n', '\n');
    for await (const event of parseSSE(stream, {
      onComment: (comment) => comments.push(comment),
      onRetry: (retry) => retries.push(retry),
    })) {
      events.push(event);
    }
    expect(events.map(({ data }) => data)).toEqual(['a', 'b']);
    expect({ comments, retries }).toEqual({ comments: ['hi'], retries: [7] });
    expect(stream.locked).toBe(false);
  });

  it('cancels the stream when the loop is left', async () => {
    let cancelled = false;
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('data: a\n\ndata: b\n\n'));
      },
      cancel() {
        cancelled = true;
      },
    });
    const seen: string[] = [];
    for await (const { data } of parseSSE(stream)) {
      seen.push(data);
      break;
    }
    expect({ seen, cancelled }).toEqual({ seen: ['a'], cancelled: true });
  });

  it('fails as the stream fails, after the events that came', async () => {
    const stream = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (controller.desiredSize === 1) {
          controller.enqueue(new TextEncoder().encode('data: a\n\n'));
        }
      },
    });
    const failing = stream.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform(chunk, controller) {
          controller.enqueue(chunk);
          queueMicrotask(() => {
            controller.error(new Error('cut'));
          });
        },
      }),
    );
    await expect(async () => {
      for await (const event of parseSSE(failing)) expect(event.data).toBe('a');
    }).rejects.toThrow('cut');
  });
});

describe('createSSEParser', () => {
  it('turns bytes into events', async () => {
    const events = streamOf('data: a\n\nda', 'ta: b\n\n').pipeThrough(createSSEParser());
    const seen: string[] = [];
    for await (const { data } of events) seen.push(data);
    expect(seen).toEqual(['a', 'b']);
  });
});

describe('parsing what was formatted', () => {
  const line = fc.string({ unit: 'grapheme' }).filter((text) => !/[\r\n\0]/.test(text));
  const event = fc.record(
    {
      event: line,
      id: line,
      retry: fc.nat(),
      data: fc.string({ unit: 'grapheme' }),
    },
    { requiredKeys: ['data', 'id'] },
  );

  it('gives the same events, however the bytes are cut', () => {
    fc.assert(
      fc.property(fc.array(event), fc.array(fc.nat({ max: 40 })), (events, cuts) => {
        let bytes = new TextEncoder().encode(events.map(formatSSE).join(''));
        const chunks = cuts.map((cut) => {
          const chunk = bytes.slice(0, cut);
          bytes = bytes.slice(cut);
          return chunk;
        });
        const outcome = decode([...chunks, bytes]);
        expect(outcome.events).toEqual(
          events.map(({ event: type, data, id }) => ({
            event: type === undefined || type === '' ? 'message' : type,
            data: data.replace(/\r\n?/g, '\n'),
            id,
          })),
        );
        expect(outcome.retries).toEqual(events.flatMap(({ retry }) => retry ?? []));
      }),
    );
  });

  it('gives the same JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (data) => {
        fc.pre(typeof data !== 'string');
        const text = decode([new TextEncoder().encode(formatSSE({ data }))]).events[0]?.data;
        expect(JSON.parse(text ?? '')).toEqual(JSON.parse(JSON.stringify(data)));
      }),
    );
  });
});
