import { expect, it } from 'vitest';
import { createSSEResponse, createSSEStream } from '../../src/streams.js';

it('carries the stream, with the headers that one needs', async () => {
  const response = createSSEResponse(createSSEStream([1]));
  expect(response.status).toBe(200);
  expect(Object.fromEntries(response.headers)).toEqual({
    'content-type': 'text/event-stream',
    'cache-control': 'no-cache, no-transform',
    'x-accel-buffering': 'no',
  });
  expect(await response.text()).toBe('data: 1\n\n');
});

it('keeps the headers and status of the caller, all but the type', () => {
  const { status, headers } = createSSEResponse(createSSEStream([]), {
    status: 201,
    headers: { 'cache-control': 'no-store', 'content-type': 'text/plain', 'x-own': 'a' },
  });
  expect(status).toBe(201);
  expect(Object.fromEntries(headers)).toEqual({
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
    'x-own': 'a',
  });
});
