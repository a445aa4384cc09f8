import { describe, expect, it, vi } from 'vitest';
import { formatSSE } from '../../src/codec.js';
import {
  ChannelError,
  type SSEClient,
  type SSEClientOptions,
  type SSESubscription,
} from '../../src/client.js';
import { FakeServer, FakeStream, noAnswer, type Sent } from '../support/fake-server.js';
import { harness, inVirtualTime, pass } from '../support/harness.js';
import { vectors } from '../support/vectors.js';

type Piece = string | { readonly event?: string; readonly id?: string; readonly data: unknown };

interface ScriptedAnswer {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
  readonly stream?: readonly Piece[];
  readonly lost?: true;
  readonly silent?: true;
  readonly after?: number;
}

interface Step {
  readonly subscribe?: readonly string[];
  readonly close?: string;
  readonly connect?: true;
  readonly disconnect?: true;
  readonly reconnect?: true;
  readonly closeClient?: true;
  readonly send?: readonly Piece[];
  readonly end?: 'cut' | 'close';
  readonly pass?: number;
}

interface Situation {
  readonly name: string;
  readonly random?: readonly number[];
  readonly options?: {
    readonly path?: string;
    readonly tokens?: readonly (string | null)[];
    readonly maxDelay?: number;
    readonly maxAttempts?: number;
  };
  readonly answers?: Record<string, readonly ScriptedAnswer[]>;
  readonly steps: readonly Step[];
  readonly expect: {
    readonly requests: readonly { readonly at: number | readonly number[] }[];
    readonly told: readonly string[];
    readonly state: string;
    readonly channels: Record<string, string>;
  };
}

inVirtualTime();

const write = (stream: FakeStream, pieces: readonly Piece[]) => {
  for (const piece of pieces) stream.write(typeof piece === 'string' ? piece : formatSSE(piece));
};

/** An answer as the fake server gives it. */
const answerOf =
  (server: FakeServer, { status = 200, headers, body = {}, ...how }: ScriptedAnswer) =>
  (sent: Sent): Response | Promise<Response> => {
    if (how.silent) return new Promise(() => undefined);
    if (how.lost) return noAnswer(sent);
    if (how.stream) {
      const stream = new FakeStream(sent.init.signal);
      server.streams.push(stream);
      write(stream, how.stream);
      return new Response(stream.response.body, {
        headers: { 'content-type': 'text/event-stream', ...headers },
      });
    }
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const answer = new Response(status === 204 ? null : text, {
      status,
      headers: { 'content-type': 'application/problem+json', ...headers },
    });
    const { after } = how;
    return after
      ? new Promise((resolve) =>
          setTimeout(() => {
            resolve(answer);
          }, after),
        )
      : answer;
  };

/** The supplier of tokens in the table, as the two options that this client has for it. */
function tokenOptions(tokens: readonly (string | null)[] = []): SSEClientOptions {
  if (!tokens.length) return {};
  const left = [...tokens];
  const ask = () => left.shift() ?? Promise.reject(new Error('no token for now'));
  let renewed: string | undefined;
  return {
    headers: async () => {
      const token = renewed ?? (await ask());
      renewed = undefined;
      return { Authorization: `Bearer ${token}` };
    },
    refreshToken: async () => {
      renewed = await ask();
    },
  };
}

/** A request as the table writes it. */
const lineOf = ({ method, path, channels, headers, query }: Sent, at: number) => {
  const others = [...query].filter(([name]) => name !== 'channel');
  return {
    at,
    method,
    path,
    channels,
    ...(headers['last-event-id'] && { lastEventId: headers['last-event-id'] }),
    ...(headers['heliograph-client'] && { client: headers['heliograph-client'] }),
    ...(headers.authorization && { authorization: headers.authorization }),
    ...(others.length && { query: others.map((pair) => pair.join('=')).join('&') }),
  };
};

/** Plays a situation to a client, and tells what came of it. */
class Play {
  readonly requests: object[] = [];
  readonly told: string[] = [];
  readonly subscriptions = new Map<string, SSESubscription>();
  readonly client: SSEClient;
  readonly #server = new FakeServer();

  constructor({ options = {}, answers = {} }: Situation, random: number) {
    const start = Date.now();
    for (const [method, all] of Object.entries(answers)) {
      this.#server.answers[method] = all.map((answer) => answerOf(this.#server, answer));
    }
    const { path = '/_sse', tokens, maxDelay = 30_000, maxAttempts = Infinity } = options;
    const setup = harness({
      url: `http://test${path}`,
      maxReconnectDelay: maxDelay,
      maxReconnectAttempts: maxAttempts,
      ...tokenOptions(tokens),
      clock: { ...timers, Date, performance, Math: { random: () => random } },
      fetch: (url, init) => {
        const answer = this.#server.fetch(url, init);
        const sent = this.#server.sent.at(-1);
        if (sent) this.requests.push(lineOf(sent, Date.now() - start));
        return answer;
      },
    });
    this.client = setup.client;
    this.#listen();
  }

  /** Does one step; what to wait for is only there where time goes by. */
  step(step: Step): Promise<unknown> | undefined {
    const { client } = this;
    for (const channel of step.subscribe ?? []) this.#subscribe(channel);
    if (step.close) this.subscriptions.get(step.close)?.close();
    if (step.connect) client.connect();
    if (step.disconnect) client.disconnect();
    if (step.reconnect) client.reconnect();
    if (step.closeClient) client.close();
    if (step.send) write(this.#server.stream, step.send);
    if (step.end === 'cut') this.#server.stream.cut();
    if (step.end === 'close') this.#server.stream.end();
    return step.pass === undefined ? undefined : pass(step.pass);
  }

  #tell(...words: unknown[]): void {
    this.told.push(words.join(' ').trim());
  }

  #listen(): void {
    const { client } = this;
    client.on('state', (state) => {
      this.#tell('state', state);
    });
    client.on('connected', ({ id }) => {
      this.#tell('connected', id);
    });
    client.on('disconnected', ({ reason, reconnect }) => {
      this.#tell('disconnected', reason, reconnect);
    });
    client.on('reconnecting', ({ attempt, cause }) => {
      this.#tell('reconnecting', attempt, cause.code);
    });
    client.on('error', (error) => {
      const of = error instanceof ChannelError ? [error.channel] : [];
      this.#tell('error', ...of, error.code, error.status);
    });
    client.on('message', ({ channel, event, id, data }) => {
      this.#tell('event', channel, event, id, data === undefined ? '' : JSON.stringify(data));
    });
  }

  #subscribe(channel: string): void {
    const subscription = this.client.subscribe(channel);
    if (this.subscriptions.get(channel) === subscription) return;
    this.subscriptions.set(channel, subscription);
    subscription.onRecovered((said) => {
      const { recovered, replayed } = said as { recovered: boolean; replayed: number };
      this.#tell('recovered', channel, recovered, replayed);
    });
    subscription.onGap((gap) => {
      this.#tell('gap', channel, (gap as { missed?: number }).missed ?? 'unknown');
    });
  }
}

const timers = {
  // The fake timers turn a wait of nothing into a millisecond.
  setTimeout: (run: () => void, milliseconds: number) => {
    if (milliseconds > 0) return setTimeout(run, milliseconds);
    queueMicrotask(run);
    return undefined;
  },
  clearTimeout: (timer: unknown) => {
    clearTimeout(timer as ReturnType<typeof setTimeout>);
  },
};

const { cases } = vectors('situations.json') as { cases: Situation[] };

describe.each(cases)('$name', (situation) => {
  it.each([...(situation.random ?? [0.5]).entries()])('(%i: random %d)', async (at, random) => {
    vi.setSystemTime('2030-01-01T00:00:00Z');
    const play = new Play(situation, random);
    for (const step of situation.steps) {
      const passing = play.step(step); // steps without time between them are one breath
      if (passing) await passing;
    }

    const { requests, told, state, channels } = situation.expect;
    expect(play.requests).toEqual(
      requests.map((line) => ({
        ...line,
        at: typeof line.at === 'number' ? line.at : line.at[at],
      })),
    );
    expect(play.told).toEqual(told);
    expect(play.client.state).toBe(state);
    const statuses = [...play.subscriptions].map(([name, { status }]) => [name, status]);
    expect(Object.fromEntries(statuses)).toEqual(channels);
  });
});
