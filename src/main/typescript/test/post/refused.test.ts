import { describe, expect, it, vi } from 'vitest';
import { PostError, postEvents } from '../../src/post.js';

/** The error that an answer ends in. */
async function errorOf(answer: Response): Promise<unknown> {
  try {
    await postEvents('http://test/ask', { fetch: () => Promise.resolve(answer) }).next();
  } catch (error) {
    expect(error).toBeInstanceOf(PostError);
    return error;
  }
  throw new Error('The answer was taken');
}

/** A body without an end, and whether it was cancelled. */
function endless() {
  const cancel = vi.fn();
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      controller.enqueue(new TextEncoder().encode('{"x":"'.padEnd(10_000, 'x')));
    },
    cancel,
  });
  return { body, cancel };
}

const json = (body: BodyInit, status = 403, type = 'application/problem+json') =>
  new Response(body, { status, statusText: 'Forbidden', headers: { 'content-type': type } });

describe('a refused POST', () => {
  it('tells the status and the problem', async () => {
    const problem = { title: 'No', detail: 'Only for editors', status: 403, role: 'editor' };
    expect(await errorOf(json(JSON.stringify(problem)))).toMatchObject({
      name: 'PostError',
      message: 'HTTP 403 Only for editors',
      code: 'http',
      status: 403,
      problem,
    });
  });

  it.each<[string, Response, string]>([
    ['the title where there is no detail', json('{"title":"No"}'), 'HTTP 403 No'],
    ['other JSON too', json('{"detail":"a"}', 400, 'application/json;charset=utf-8'), 'HTTP 400 a'],
    [
      'no more than the status of a page',
      json('<h1>No</h1>', 502, 'text/html'),
      'HTTP 502 Forbidden',
    ],
    ['no more than the status of broken JSON', json('{"detail', 403), 'HTTP 403 Forbidden'],
    ['no more than the status of JSON without parts', json('null', 403), 'HTTP 403 Forbidden'],
    ['no more than the status of an empty answer', new Response(null, { status: 204 }), 'HTTP 204'],
    [
      'a status other than 200 of an event stream',
      json('data: 1\n\n', 201, 'text/event-stream'),
      'HTTP 201 Forbidden',
    ],
  ])('tells %s', async (_, answer, message) => {
    const { status } = answer;
    expect(await errorOf(answer)).toMatchObject({ message, code: 'http', status });
  });

  it.each(['text/html', 'application/problem+json'])(
    'does not read a body of %s without an end',
    async (type) => {
      const { body, cancel } = endless();
      expect(await errorOf(json(body, 500, type))).toMatchObject({
        message: 'HTTP 500 Forbidden',
        problem: undefined,
      });
      expect(cancel).toHaveBeenCalledTimes(1);
    },
  );
});

describe('an answer that is no event stream', () => {
  it.each([
    ['text/html', 'was text/html'],
    ['text/event-streams', 'was text/event-streams'],
    ['', 'had none'],
  ])('is refused and closed: %j', async (type, was) => {
    const { body, cancel } = endless();
    const headers: HeadersInit = type ? { 'content-type': type } : {};
    expect(await errorOf(new Response(body, { headers }))).toMatchObject({
      message: `The answer must be of the type text/event-stream, ${was}`,
      code: 'content-type',
      status: 200,
    });
    expect(cancel).toHaveBeenCalledTimes(1);
  });

  it('is refused where it has no body', async () => {
    const headers = { 'content-type': 'text/event-stream' };
    expect(await errorOf(new Response(null, { headers }))).toMatchObject({ code: 'content-type' });
  });
});

it('takes a type with parameters, in any case', async () => {
  const headers = { 'content-type': 'Text/Event-Stream; charset=utf-8' };
  const fetch = () => Promise.resolve(new Response('data: 1\n\n', { headers }));
  const { value } = await postEvents('http://test/ask', { fetch }).next();
  expect(value).toEqual({ event: 'message', data: 1, id: '' });
});
