import { describe, expect, it } from 'vitest';
import { acceptsSSE } from '../../src/codec.js';
import { vectors } from '../support/vectors.js';

interface Case {
  readonly name: string;
  readonly lines: readonly string[];
  readonly accepted: boolean;
}

const { cases } = vectors('accept.json') as { cases: Case[] };

describe.each(cases)('an Accept header with $name: $lines', ({ lines, accepted }) => {
  it(`takes an event stream: ${accepted}`, () => {
    expect(acceptsSSE(lines.length ? lines.join(', ') : null)).toBe(accepted);
  });

  it(`takes an event stream, read from a request: ${accepted}`, () => {
    const request = new Request('http://a/');
    for (const line of lines) request.headers.append('Accept', line);
    expect(acceptsSSE(request)).toBe(accepted);
  });
});

describe('acceptsSSE', () => {
  it('takes no header for everything', () => {
    expect(acceptsSSE(undefined)).toBe(true);
  });

  it.each([
    ['a weight', `text/event-stream;q=${'1'.repeat(1e6)}x`],
    ['a quoted string', `text/event-stream;a="${'\\"'.repeat(1e6)}`],
    ['white space', `text/event-stream;q${' '.repeat(1e6)}`],
  ])('reads %s of a million characters once', (_, header) => {
    expect(acceptsSSE(header)).toBe(true);
  });
});
