import { describe, expect, it } from 'vitest';
import { createProgressStream, type Progress, StreamError } from '../../src/streams.js';
import { readerOf, settle, textOf, watched } from '../support/reading.js';

const event = (name: string, data: string) => `event: ${name}\ndata: ${data}\n\n`;

/** A stream whose task waits for the test, which has the task's tools in hand. */
async function underway() {
  const watch = watched();
  let tools!: { progress: Progress; signal: AbortSignal };
  let finish!: (result: object) => void;
  let fail!: (error: unknown) => void;
  const task = (progress: Progress, signal: AbortSignal) =>
    new Promise<object>((resolve, reject) => {
      tools = { progress, signal };
      finish = resolve;
      fail = reject;
    });
  const reader = readerOf(createProgressStream(task, watch.options));
  const first = reader.read();
  await settle();
  return { ...watch, ...tools, reader, first, finish, fail };
}

describe('a progress stream', () => {
  it('tells each step that its reader waits for, then the result', async () => {
    const { progress, reader, first, finish } = await underway();
    progress.update(0, 'Begun');
    expect(await first).toBe(event('progress', '{"percent":0,"message":"Begun"}'));
    const second = reader.read();
    progress.update(99.5, 'Nearly');
    expect(await second).toBe(event('progress', '{"percent":99.5,"message":"Nearly"}'));
    finish({ file: 'a.pdf' });
    expect(await reader.read()).toBe(event('complete', '{"percent":100,"file":"a.pdf"}'));
    expect(await reader.read()).toBeUndefined();
  });

  it('conflates what comes faster than it is read, and never loses the last step', async () => {
    const stream = createProgressStream((progress) => {
      for (let percent = 0; percent <= 100; percent++) progress.update(percent, `${percent}`);
    });
    expect(await textOf(stream)).toBe(
      event('progress', '{"percent":0,"message":"0"}') +
        event('progress', '{"percent":100,"message":"100"}') +
        event('complete', '{"percent":100}'),
    );
  });

  it('does not begin before it is read, nor after it was cancelled unread', async () => {
    let begun = 0;
    const create = () =>
      createProgressStream(() => {
        begun++;
      });
    const stream = create();
    await create().cancel();
    await settle();
    expect(begun).toBe(0);
    await textOf(stream);
    expect(begun).toBe(1);
  });

  it.each([-0.1, 100.1, NaN, Infinity, '50' as unknown as number])(
    'refuses %j as percent',
    async (percent) => {
      const { progress } = await underway();
      expect(() => {
        progress.update(percent, '');
      }).toThrow(new RangeError(`percent must be from 0 to 100, was ${percent}`));
    },
  );

  it('refuses to go back, and goes on from where it was', async () => {
    const { progress, first } = await underway();
    progress.update(40, 'here');
    expect(() => {
      progress.update(39, 'back');
    }).toThrow(new RangeError('percent must not go back from 40, was 39'));
    progress.update(40, 'still here');
    expect(await first).toContain('"here"');
  });

  it('aborts the signal when its reader goes, with the reason', async () => {
    const { signal, progress, reader, onError, fail, timers } = await underway();
    expect(signal.aborted).toBe(false);
    await reader.cancel('page closed');
    expect(signal).toMatchObject({ aborted: true, reason: 'page closed' });
    expect(timers.delays).toEqual([]);
    progress.update(50, 'nobody hears');
    fail(signal.reason);
    await settle();
    expect(onError).not.toHaveBeenCalled();
  });

  it('reports what fails after its reader has gone, other than for that', async () => {
    const { reader, onError, fail } = await underway();
    await reader.cancel();
    const error = new Error('disk full');
    fail(error);
    await settle();
    expect(onError.mock.calls).toEqual([[error]]);
  });

  it('ends with the message that the application chose, after the last step', async () => {
    const stream = createProgressStream((progress) => {
      progress.update(1, 'a');
      progress.update(2, 'b');
      throw new StreamError('No such order');
    });
    expect(await textOf(stream)).toBe(
      event('progress', '{"percent":1,"message":"a"}') +
        event('progress', '{"percent":2,"message":"b"}') +
        event('error', '{"message":"No such order"}'),
    );
  });

  it('never tells the text of any other error, but reports it', async () => {
    const { options, onError } = watched();
    const error = new Error('password of db01 is wrong');
    const failing = () => Promise.reject(error);
    expect(await textOf(createProgressStream(failing, options))).toBe(
      event('error', '{"message":"The stream failed"}'),
    );
    const own = { ...options, failureMessage: 'Try again' };
    expect(await textOf(createProgressStream(failing, own))).toContain('{"message":"Try again"}');
    expect(onError.mock.calls).toEqual([[error], [error]]);
  });

  it.each([
    ['a string', 'done', 'A task must return an object or nothing, was string'],
    ['an array', [1], 'A task must return an object or nothing, was array'],
    ['what JSON refuses', { size: 1n }, /BigInt/],
  ])('fails on a result that is %s', async (_, result, message) => {
    const { options, onError } = watched();
    const text = await textOf(createProgressStream(() => result as object, options));
    expect(text).toBe(event('error', '{"message":"The stream failed"}'));
    expect(() => {
      throw onError.mock.lastCall?.[0];
    }).toThrow(message);
  });

  it('is complete at 100 whatever the result says', async () => {
    const text = await textOf(createProgressStream(() => ({ percent: 3, left: 0 })));
    expect(text).toBe(event('complete', '{"percent":100,"left":0}'));
  });

  it('takes no update after the end', async () => {
    let late!: Progress;
    const text = await textOf(
      createProgressStream((progress) => {
        late = progress;
      }),
    );
    late.update(1, 'late');
    expect(text).toBe(event('complete', '{"percent":100}'));
  });
});
