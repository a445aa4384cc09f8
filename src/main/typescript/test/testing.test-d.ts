import { describe, expectTypeOf, it } from 'vitest';
import { SSEClient } from '../src/client.js';
import { fakeServer } from '../src/testing.js';

interface Channels {
  'users/{id}': { note: { text: string } };
  news: { alert: number };
}

const server = fakeServer<Channels>();

describe('a fake server', () => {
  it('sends what the map of channels has', () => {
    expectTypeOf(server.send('users/7', 'note', { text: 'hi' })).toEqualTypeOf<string>();
    // @ts-expect-error the payload is an object
    server.send('users/7', 'note', 'hi');
    // @ts-expect-error there is no such event
    server.send('news', 'note', { text: 'hi' });
    // @ts-expect-error there is no such channel
    server.send('olds', 'alert', 1);
  });

  it('refuses with a code of the protocol', () => {
    server.reject('news', 'unavailable');
    // @ts-expect-error there is no such code
    server.reject('news', 'verboten');
    // @ts-expect-error there is no such reason
    server.bye('verboten');
  });

  it('is a part of the options of a client', () => {
    new SSEClient<Channels>({ ...server.options, shared: true }).close();
  });

  it('without a map sends anything', () => {
    fakeServer().send('any', 'thing', [1]);
  });
});
