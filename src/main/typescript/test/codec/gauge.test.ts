import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSSEParser, parseSSE } from '../../src/codec.js';
import { SSEGauge } from '../../src/codec/gauge.js';

const utf8 = new TextEncoder();

/** How many bytes of a text a gauge lets pass, where it comes in chunks of so many bytes. */
function passing(text: string, most: number, chunk = Infinity): number {
  const gauge = new SSEGauge(most);
  const bytes = utf8.encode(text);
  for (let at = 0; at < bytes.length; at += chunk) {
    const piece = bytes.subarray(at, at + chunk);
    const fitting = gauge.take(piece);
    if (fitting < piece.length) return at + fitting;
  }
  return bytes.length;
}

describe.each([1, 2, 3, Infinity])('a limit on events that come in chunks of %d bytes', (chunk) => {
  it.each([
    ['an event that fits', 'data:1\n\ndata:2\n\n', 6, 16],
    ['a line that is too long', 'data:1\n\ndata:12', 6, 14],
    ['lines that are too long together', 'id:1\ndata:1', 9, 10],
    ['lines with CR LF that are too long together', 'id:1\r\ndata:1', 9, 11],
    ['lines with CR that are too long together', 'id:1\rdata:1', 9, 10],
    ['events with CR LF that fit', 'data:1\r\n\r\ndata:2\r\n\r\n', 6, 20],
    ['events with CR that fit', 'data:1\r\rdata:2\r\r', 6, 16],
    ['comments without end', ':123\n:123\n:123\n', 4, 15],
    ['comments within an event', 'id:1\n:123\nid:1\n', 8, 15],
    ['a comment that is too long', ':123\n:1234', 4, 9],
    ['letters of several bytes', 'data:é', 6, 6],
  ])('sees %s', (_, text, most, bytes) => {
    expect(passing(text, most, chunk)).toBe(bytes);
  });
});

describe('a limit', () => {
  it('does not depend on how the bytes are cut', () => {
    const text = fc.string({ unit: fc.constantFrom('\r', '\n', ':', 'a', 'é'), maxLength: 40 });
    fc.assert(
      fc.property(
        text,
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 5 }),
        (...given) => {
          const [stream, most, chunk] = given;
          expect(passing(stream, most, chunk)).toBe(passing(stream, most));
        },
      ),
    );
  });

  it.each([0, -1, NaN])('cannot be %d', (maxEventBytes) => {
    const message = `maxEventBytes must be 1 or more, was ${maxEventBytes}`;
    expect(() => createSSEParser({ maxEventBytes })).toThrow(new RangeError(message));
  });

  it('fails a parser after what fits', async () => {
    const body = () => new Response('data:1\n\ndata:12345\n\n').body ?? new ReadableStream();
    const seen: string[] = [];
    await expect(async () => {
      for await (const { data } of parseSSE(body(), { maxEventBytes: 6 })) seen.push(data);
    }).rejects.toThrow(new RangeError('An event must not have more than 6 bytes'));
    expect(seen).toEqual(['1']);
    const events = body().pipeThrough(createSSEParser({ maxEventBytes: 6 }));
    await expect(async () => {
      for await (const event of events) expect(event.data).toBe('1');
    }).rejects.toThrow(RangeError);
  });

  it('lets everything pass where there is none', async () => {
    const body = new Response(`data:${'x'.repeat(3_000_000)}\n\n`).body ?? new ReadableStream();
    for await (const { data } of parseSSE(body)) expect(data.length).toBe(3_000_000);
    expect.assertions(1);
  });
});
