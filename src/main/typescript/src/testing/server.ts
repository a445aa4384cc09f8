import type { AnyChannels, ChannelName, EventsOf, Known } from '../channels.js';
import { FakeEndpoint } from './endpoint.js';
import { eventSourceClass, type FakeEventSourceClass } from './event-source.js';
import { FakeLog } from './log.js';
import { type RefusalCode, refusalOf } from './refusals.js';
import {
  addressOf,
  belowStream,
  type FakeRequest,
  type FakeServerOptions,
  type Input,
  parse,
} from './request.js';
import { type ByeReason, goodbye } from './stream.js';
import { FakeStreams } from './streams.js';

/** The names of the events of a channel. */
type EventOf<Channels, Name extends string> = keyof EventsOf<Channels, Name> & string;

/**
 * A Heliograph server in the test's own process, made by {@link fakeServer}. It grants every channel
 * unless told otherwise, keeps all that was sent, and needs no timers: a client comes back as soon as
 * its own delay has passed.
 */
export class FakeServer<Channels extends object = AnyChannels> {
  /** The class to use in place of the global `EventSource`. */
  readonly EventSource: FakeEventSourceClass;
  /**
   * The options of a client that has its streams from this server and comes back without a wait.
   */
  readonly options: {
    readonly fetch: FakeServer['fetch'];
    readonly EventSource: FakeEventSourceClass;
    readonly url: string;
    readonly reconnectDelay: 0;
  };
  readonly #path: string;
  readonly #log = new FakeLog();
  readonly #streams = new FakeStreams();
  readonly #endpoint = new FakeEndpoint(this.#log, this.#streams);
  #requests: FakeRequest[] = [];
  #isDown = false;
  #restore: (() => void) | undefined;

  constructor({ path = '/_sse' }: FakeServerOptions = {}) {
    this.#path = path;
    this.EventSource = eventSourceClass(this.fetch, () => this.#streams.until(() => !this.#isDown));
    this.options = {
      fetch: this.fetch,
      EventSource: this.EventSource,
      url: `http://localhost${path}`,
      reconnectDelay: 0,
    };
  }

  /** The requests so far, those included that came while the server was down. */
  get requests(): readonly FakeRequest[] {
    return this.#requests;
  }

  /** Whether the server answers requests to this address. */
  handles(input: Input): boolean {
    return belowStream(addressOf(input), this.#path) !== undefined;
  }

  /** Answers a request, in place of the global `fetch`. */
  readonly fetch = async (input: Input, init: RequestInit = {}): Promise<Response> => {
    const url = addressOf(input);
    const below = belowStream(url, this.#path);
    if (below === undefined) {
      throw new TypeError(`The fake server answers ${this.#path} only, was ${url.href}`);
    }
    const request = await parse(input, init, url, below);
    this.#requests.push(request);
    if (request.signal?.aborted) throw request.signal.reason as Error;
    if (this.#isDown) throw new TypeError('fetch failed: the fake server is down');
    return this.#endpoint.answer(request);
  };

  /**
   * Takes the place of the global `fetch`, for the addresses that the server answers, and of the
   * global `EventSource`, until `close`.
   */
  install(): this {
    if (this.#restore) return this;
    const { fetch, EventSource } = globalThis;
    const replaced = (input: Input, init?: RequestInit) =>
      this.handles(input) ? this.fetch(input, init) : fetch(input, init);
    Object.assign(globalThis, { fetch: replaced, EventSource: this.EventSource });
    this.#restore = () => Object.assign(globalThis, { fetch, EventSource });
    return this;
  }

  /** Cuts all streams, and gives back the globals that `install` has replaced. */
  close(): void {
    this.down();
    this.#restore?.();
    this.#restore = undefined;
  }

  /**
   * Begins anew, between two tests: is up, refuses nothing, and has forgotten what was sent and
   * asked. Streams that are open stay, since they belong to the application.
   */
  reset(): void {
    this.#endpoint.refused.clear();
    this.#requests = [];
    this.#log.forget();
    this.up();
  }

  /**
   * Broadcasts an event to a channel, whether or not anybody has it. A client reads it in its own
   * time; await {@link settled} for that.
   *
   * @returns the position of the event
   * @throws TypeError where the payload cannot be JSON
   */
  send<Name extends ChannelName<Channels>, Event extends EventOf<Channels, Name>>(
    channel: Name,
    event: Event,
    data: EventsOf<Channels, Name>[Event],
    ..._known: Known<Channels, Name>
  ): string {
    const logged = this.#log.append(channel, event, data);
    this.#streams.deliver(logged);
    return this.#log.head;
  }

  /** Cuts all streams, as a lost network does. Who comes back is let in, and misses nothing. */
  cut(): void {
    for (const stream of this.#streams.all) stream.cut();
  }

  /** Cuts all streams, and lets nobody in until `up`. */
  down(): void {
    this.#isDown = true;
    this.cut();
  }

  /** Lets clients in again. */
  up(): void {
    this.#isDown = false;
    this.#streams.changed();
  }

  /**
   * Ends all streams with a goodbye.
   *
   * @throws TypeError where the reason is none of the protocol's
   */
  bye(reason: ByeReason): void {
    const data = goodbye(reason);
    for (const stream of this.#streams.all) stream.bye(data);
  }

  /**
   * Loses what was sent so far, as a server does that is restarted: clients that come back hear
   * `recovered: false`.
   */
  forget(): void {
    this.#log.forget();
  }

  /** Tells those who have a channel that events of it may be missing. */
  gap(channel: ChannelName<Channels>, missed?: number): void {
    for (const stream of this.#streams.having(channel)) stream.control('gap', { channel, missed });
  }

  /**
   * Refuses a channel from now on, until `allow`. Streams that have it lose it as by a revocation.
   *
   * @param code why; `forbidden` unless told otherwise
   * @throws TypeError where the code is none of the protocol's
   */
  reject(channel: ChannelName<Channels>, code: RefusalCode = 'forbidden'): void {
    this.#endpoint.refused.set(channel, refusalOf(channel, code));
    const reason = code === 'expired' ? code : 'revoked';
    for (const stream of this.#streams.having(channel)) this.#streams.drop(stream, channel, reason);
  }

  /** Grants a channel again. */
  allow(channel: ChannelName<Channels>): void {
    this.#endpoint.refused.delete(channel);
  }

  /** How many streams have a channel now. */
  subscribers(channel: ChannelName<Channels>): number {
    return this.#streams.having(channel).length;
  }

  /** Resolves when a stream has the channel, and its client knows. */
  async subscribed(channel: ChannelName<Channels>): Promise<void> {
    await this.#streams.until(() => this.subscribers(channel) > 0);
    await this.settled();
  }

  /** Resolves when no stream has the channel any more. */
  unsubscribed(channel: ChannelName<Channels>): Promise<void> {
    return this.#streams.until(() => !this.subscribers(channel));
  }

  /** Resolves when the clients have read, and told, all that was sent. */
  async settled(): Promise<void> {
    await Promise.all(this.#streams.all.map((stream) => stream.settled()));
  }
}

/**
 * Creates a fake server. Give a client its `options`, or have it take the place of the globals:
 *
 * ```ts
 * const server = fakeServer<Channels>().install();
 * afterEach(() => server.reset());
 * afterAll(() => server.close());
 * ```
 */
export const fakeServer = <Channels extends object = AnyChannels>(
  options?: FakeServerOptions,
): FakeServer<Channels> => new FakeServer<Channels>(options);
