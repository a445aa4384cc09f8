import { describe, expectTypeOf, it } from 'vitest';
import {
  ChannelError,
  SSEClient,
  type SSEEvent,
  type SSEEventListener,
  type SSESubscription,
} from '../src/client.js';

interface Alert {
  level: 'info' | 'warn';
  text: string;
}

interface Chat {
  message: { text: string };
  typing: { user: string };
}

interface Channels {
  announcements: { alert: Alert; message: string };
  'users/{id}': { message: { note: string } };
  'users/{id}/inbox': { mail: { from: string } };
  'chat/:room': Chat;
  'chat/lobby': { joined: number };
  'orders/{id: \\d{2,4}}/items': { added: { item: string } };
  'room-{name}': { message: boolean };
  'files/*path': { changed: Date };
  'logs/{rest: .+}': { line: string };
  'logs/today': { total: number };
  upload: { percent: number; error: { reason: string } };
}

const client = new SSEClient<Channels>();

/** The events that a subscription's type holds. */
declare function eventsOf<Events>(subscription: SSESubscription<Events>): Events;

describe('the events of a channel', () => {
  it('are found by its name', () => {
    expectTypeOf(eventsOf(client.subscribe('announcements'))).toEqualTypeOf<
      Channels['announcements']
    >();
    expectTypeOf(eventsOf(client.subscribe('users/42'))).toEqualTypeOf<Channels['users/{id}']>();
    expectTypeOf(eventsOf(client.subscribe('users/42/inbox'))).toEqualTypeOf<
      Channels['users/{id}/inbox']
    >();
    expectTypeOf(eventsOf(client.subscribe('chat/7'))).toEqualTypeOf<Chat>();
    expectTypeOf(eventsOf(client.subscribe('orders/12/items'))).toEqualTypeOf<
      Channels['orders/{id: \\d{2,4}}/items']
    >();
    expectTypeOf(eventsOf(client.subscribe('room-9'))).toEqualTypeOf<{ message: boolean }>();
    expectTypeOf(eventsOf(client.subscribe('files/a/b/c'))).toEqualTypeOf<{ changed: Date }>();
    expectTypeOf(eventsOf(client.subscribe('logs/a/b'))).toEqualTypeOf<{ line: string }>();
  });

  it('are those of the literal name, whatever else matches', () => {
    expectTypeOf(eventsOf(client.subscribe('chat/lobby'))).toEqualTypeOf<{ joined: number }>();
    expectTypeOf(eventsOf(client.subscribe('logs/today'))).toEqualTypeOf<{ total: number }>();
  });

  it('are those of all patterns that match, with the payloads of each', () => {
    const overlapping = new SSEClient<{
      '{any: .+}': { a: 1; shared: string };
      'x/{id}': { b: 2; shared: number };
      'x/y-{id}': { c: 3 };
      'z/{id}': { d: 4 };
    }>();
    const subscription = overlapping.subscribe('x/y-1');
    expectTypeOf(eventsOf(subscription)).toEqualTypeOf<{
      a: 1;
      b: 2;
      c: 3;
      shared: string | number;
    }>();
    subscription.on('b', (payload) => {
      expectTypeOf(payload).toEqualTypeOf<2>();
    });
    subscription.onAny((event) => {
      if (event.event === 'c') expectTypeOf(event.data).toEqualTypeOf<3>();
      if (event.event === 'shared') expectTypeOf(event.data).toEqualTypeOf<string | number>();
    });
    // @ts-expect-error it is an event of a pattern that does not match
    subscription.on('d', () => undefined);
    expectTypeOf(eventsOf(overlapping.subscribe('x/y/z'))).toEqualTypeOf<{
      a: 1;
      shared: string;
    }>();
  });

  it('have either payload where the patterns that match have the same events', () => {
    const rivals = new SSEClient<{
      'users/{id: \\d+}': { note: number };
      'users/{name}': { note: string };
    }>();
    rivals.subscribe('users/7').on('note', (note) => {
      expectTypeOf(note).toEqualTypeOf<number | string>();
    });
  });

  it('are found for a name made at run time', () => {
    const id: number = JSON.parse('7') as number;
    expectTypeOf(eventsOf(client.subscribe(`users/${id}`))).toEqualTypeOf<Channels['users/{id}']>();
    expectTypeOf(eventsOf(client.subscribe(`users/${id}/inbox`))).toEqualTypeOf<
      Channels['users/{id}/inbox']
    >();
  });

  it('are not those of a name that no pattern matches', () => {
    // @ts-expect-error there is no such channel
    client.subscribe('announcement');
    // @ts-expect-error a parameter takes one segment
    client.subscribe('users/42/other');
    // @ts-expect-error a segment is missing
    client.subscribe('users');
    const anything = JSON.parse('"x"') as string;
    // @ts-expect-error any string could be any channel
    client.subscribe(anything);
  });
});

describe('a listener', () => {
  it('gets the payload of its event, and the event', () => {
    client.subscribe('announcements').on('alert', (alert, event) => {
      expectTypeOf(alert).toEqualTypeOf<Alert>();
      expectTypeOf(event).toEqualTypeOf<SSEEvent<Alert, 'alert'>>();
    });
    const listener: SSEEventListener<{ user: string }> = ({ user }) => user.length;
    client.subscribe('chat/7').once('typing', listener);
    client.subscribe('chat/7').off('typing', listener);
  });

  it('of an event that the channel does not have is refused', () => {
    // @ts-expect-error there is no such event
    client.subscribe('announcements').on('alarm', () => undefined);
    // @ts-expect-error it is an event of another channel
    client.subscribe('users/42').on('typing', () => undefined);
  });

  it('of another payload is refused', () => {
    // @ts-expect-error the payload is an object
    client.subscribe('users/42').on('message', (note: string) => note);
    // @ts-expect-error the payload has no such member
    client.subscribe('chat/7').on('message', ({ body }) => body as unknown);
  });

  it('hears what the subscription tells', () => {
    const subscription = client.subscribe('users/42');
    subscription.onError((error) => {
      expectTypeOf(error).toEqualTypeOf<ChannelError>();
    });
    subscription.onRecovered(({ recovered, replayed }) => {
      expectTypeOf(recovered).toEqualTypeOf<boolean>();
      expectTypeOf(replayed).toEqualTypeOf<number>();
    });
    subscription.onGap(({ missed }) => {
      expectTypeOf(missed).toEqualTypeOf<number | undefined>();
    });
  });

  it('of a name such as error hears the application alone', () => {
    client.subscribe('upload').on('error', (error) => {
      expectTypeOf(error).toEqualTypeOf<{ reason: string }>();
    });
  });
});

describe('any event', () => {
  it('is told apart by its name', async () => {
    client.subscribe('chat/7').onAny((event) => {
      if (event.event === 'typing') expectTypeOf(event.data).toEqualTypeOf<{ user: string }>();
      else expectTypeOf(event.data).toEqualTypeOf<{ text: string }>();
    });
    for await (const { event, data } of client.subscribe('chat/7')) {
      if (event === 'message') expectTypeOf(data).toEqualTypeOf<{ text: string }>();
    }
  });
});

describe('a client without a map', () => {
  const plain = new SSEClient();

  it('takes any channel and event, and knows no payload', () => {
    const name = JSON.parse('"x"') as string;
    plain.subscribe(name).on('whatever', (data, event) => {
      expectTypeOf(data).toEqualTypeOf<unknown>();
      expectTypeOf(event.channel).toEqualTypeOf<string>();
    });
    plain.subscribe('a').onError((error) => {
      expectTypeOf(error).toEqualTypeOf<ChannelError>();
    });
  });

  it('is told its own events with their types', () => {
    plain.on('reconnecting', ({ attempt, delay, cause }) => {
      expectTypeOf([attempt, delay]).toEqualTypeOf<number[]>();
      expectTypeOf(cause.message).toEqualTypeOf<string>();
    });
    // @ts-expect-error there is no such event
    plain.on('open', () => undefined);
  });
});
