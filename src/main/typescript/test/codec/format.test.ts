import { describe, expect, it } from 'vitest';
import { createSSEFormatter, formatSSE, formatSSEComment } from '../../src/codec.js';
import { vectors } from '../support/vectors.js';

interface Vector {
  readonly name: string;
  readonly id: string;
  readonly channel: string;
  readonly event?: string;
  readonly data?: unknown;
  readonly envelope: string;
  readonly plain: string;
}

const encode = vectors('encode.json') as { vectors: Vector[] };
const format = vectors('format.json') as { refused: string[] };

describe.each(encode.vectors)('$name', ({ id, channel, event, data, envelope, plain }) => {
  it('is written as the server writes it, in plain format', () => {
    expect(formatSSE({ id, event, data: data ?? '' })).toBe(plain);
  });

  it('is written as the server writes it, in an envelope', () => {
    expect(formatSSE({ id, data: { channel, event, data } })).toBe(envelope);
  });
});

describe('formatSSE', () => {
  it('writes no data line where there is no data', () => {
    expect(formatSSE({ retry: 0 })).toBe('retry: 0\n\n');
  });

  it.each(format.refused)('refuses a line end or NUL in a name or an id: %j', (text) => {
    expect(() => formatSSE({ event: text })).toThrow(/event must not contain CR, LF or NUL/);
    expect(() => formatSSE({ id: text })).toThrow(/id must not contain CR, LF or NUL/);
  });

  it.each([-1, 1.5, NaN, Infinity])('refuses %d as retry', (retry) => {
    expect(() => formatSSE({ retry })).toThrow(`retry must be a whole number`);
  });

  it('refuses data that cannot be JSON', () => {
    expect(() => formatSSE({ data: () => 1 })).toThrow('data cannot be a function');
  });
});

describe('formatSSEComment', () => {
  it('writes each line as a comment', () => {
    expect(formatSSEComment('a\r\nb')).toBe(': a\n: b\n');
  });
});

describe('createSSEFormatter', () => {
  it('turns events into bytes', async () => {
    const events = new ReadableStream({
      start(controller) {
        controller.enqueue({ data: 'é' });
        controller.enqueue({ event: 'a', data: 1 });
        controller.close();
      },
    });
    const text = await new Response(events.pipeThrough(createSSEFormatter())).text();
    expect(text).toBe('data: é\n\nevent: a\ndata: 1\n\n');
  });
});
