import { describe, expect, it } from 'vitest';
import { createSSEStream, type SSESource } from '../../src/streams.js';
import { textOf, watched } from '../support/reading.js';

describe('a stream of an iterable', () => {
  it.each<[string, SSESource]>([
    ['an array', ['a', 'b']],
    ['a set', new Set(['a', 'b'])],
    ['promises', [Promise.resolve('a'), Promise.resolve('b')]],
    ['a function', () => ['a', 'b']],
    [
      'a generator function',
      function* () {
        yield 'a';
        yield 'b';
      },
    ],
    [
      'an async generator',
      (async function* () {
        yield await Promise.resolve('a');
        yield 'b';
      })(),
    ],
  ])('takes %s', async (_, source) => {
    expect(await textOf(createSSEStream(source))).toBe('data: "a"\n\ndata: "b"\n\n');
  });

  it.each([null, undefined, 7, 'text', {}])('refuses %j as its source', (source) => {
    expect(() => createSSEStream(source as SSESource)).toThrow(
      `or a function that returns one, was ${source === null ? 'null' : typeof source}`,
    );
  });

  it.each<[string, unknown, string]>([
    [
      'an event',
      { event: 'a', data: { b: 1 }, id: '7', retry: 5 },
      'retry: 5\nid: 7\nevent: a\ndata: {"b":1}\n\n',
    ],
    ['text in an event as it is', { data: 'x\ny' }, 'data: x\ndata: y\n\n'],
    ['fields that are undefined as missing', { data: 1, id: undefined }, 'data: 1\n\n'],
    ['a comment', { comment: 'hi' }, ': hi\n'],
    ['a comment before its event', { data: 1, comment: 'hi' }, ': hi\ndata: 1\n\n'],
    ['a reconnection time', { retry: 9 }, 'retry: 9\n\n'],
    ['null', null, 'data: null\n\n'],
    ['text as JSON', 'x\ny', 'data: "x\\ny"\n\n'],
    [
      'an object with more than an event has',
      { id: 'a', total: 3 },
      'data: {"id":"a","total":3}\n\n',
    ],
    ['an object whose id is no text', { id: 7 }, 'data: {"id":7}\n\n'],
    ['an empty object', {}, 'data: {}\n\n'],
    ['what has a form in JSON', new Date(0), 'data: "1970-01-01T00:00:00.000Z"\n\n'],
    [
      'an object of a class',
      new (class {
        data = 1;
      })(),
      'data: {"data":1}\n\n',
    ],
    ['a payload that looks like an event', { data: { data: 1 } }, 'data: {"data":1}\n\n'],
  ])('sends %s', async (_, item, text) => {
    expect(await textOf(createSSEStream([item]))).toBe(text);
  });

  it.each<[string, unknown, RegExp]>([
    ['undefined', undefined, /A payload cannot be JSON, was undefined/],
    ['a function', () => 1, /A payload cannot be JSON, was function/],
    [
      'a cycle',
      (() => {
        const a: unknown[] = [];
        a.push(a);
        return a;
      })(),
      /circular/,
    ],
    ['a name with a line feed', { event: 'a\nb', data: 1 }, /event must not contain CR, LF or NUL/],
    ['an event that no client sees', { event: 'a' }, /An event needs data.*was \{"event":"a"\}/],
    [
      'a promise that fails',
      {
        then: (_: unknown, fail: (error: Error) => void) => {
          fail(new Error('lost'));
        },
      },
      /lost/,
    ],
  ])('ends with an error on %s, and closes the source', async (_, bad, message) => {
    const { options, onError } = watched();
    let closed = 0;
    const source = function* () {
      try {
        yield 1;
        yield bad;
        yield 3;
      } finally {
        closed++;
      }
    };
    expect(await textOf(createSSEStream(source, options))).toBe(
      'data: 1\n\nevent: error\ndata: {"message":"The stream failed"}\n\n',
    );
    expect(closed).toBe(1);
    expect(onError).toHaveBeenCalledTimes(1);
    expect(() => {
      throw onError.mock.lastCall?.[0];
    }).toThrow(message);
  });
});
