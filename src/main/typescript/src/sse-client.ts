import type { AnyChannels, ChannelName, EventsOf, Known } from './channels.js';
import { emit, Emitter, report } from './emitter.js';
import { ChannelError, SSEError } from './errors.js';
import type { SSEClientEvents, SSEState } from './events.js';
import { Cursor } from './link/cursor.js';
import { lazyLink, type Link, type Signal, type StateSignal } from './link/signals.js';
import { streamLink } from './link/stream-link.js';
import { settingsOf, type SSEClientOptions } from './options.js';
import { watchPage } from './page.js';
import {
  createSubscription,
  hear,
  retain,
  setStatus,
  type SSESubscription,
} from './subscription.js';

/** The states in which the client has, or is on its way to, a connection. */
const ACTIVE = /^(re)?conn/;

/**
 * A client of a Heliograph server: one connection for all channels, resumed where it was lost.
 *
 * A client opens nothing before the first `subscribe` or `connect`. `Channels` maps patterns of
 * channels to the events of these channels, and the events to their payloads:
 *
 * ```ts
 * const client = new SSEClient<{
 *   announcements: { alert: Alert };
 *   'users/{id}': { message: Note };
 * }>();
 * client.subscribe('users/42').on('message', (note) => show(note.text));
 * ```
 */
export class SSEClient<Channels extends object = AnyChannels> extends Emitter<
  object,
  SSEClientEvents
> {
  readonly #subscriptions = new Map<string, SSESubscription>();
  readonly #life = new AbortController();
  readonly #link: Link;
  #state: SSEState = 'idle';
  #id: string | undefined;
  /** Why the server has closed the client; nothing is asked of the server before `connect`. */
  #refusal: SSEError | undefined;
  /** Whether the client was connected when its page went away. */
  #hidden = false;

  /**
   * Creates a client, which opens nothing yet.
   *
   * @throws RangeError where a number is negative or `NaN`
   * @throws TypeError where the transport is unknown, or cannot send the headers given
   */
  constructor(options: SSEClientOptions = {}) {
    super();
    const settings = settingsOf(options);
    const cursor = new Cursor();
    const tell = (signal: Signal) => {
      this.#onSignal(signal);
    };
    const openOwn = () => streamLink(settings, cursor, tell);
    const link = settings.shared
      ? lazyLink(
          import('./link/shared-link.js').then(
            ({ sharedLink }) => sharedLink(settings, cursor, tell, streamLink, report),
            (error: unknown) => {
              report(error);
              return openOwn();
            },
          ),
        )
      : openOwn();
    this.#link = link;
    watchPage(
      this.#life.signal,
      link,
      () => {
        if (ACTIVE.test(this.#state)) this.#stop('disconnected', 'page', true);
      },
      () => {
        if (this.#hidden) link.open();
      },
    );
  }

  /** Where the client is in its life. */
  get state(): SSEState {
    return this.#state;
  }

  /** Whether the server has welcomed the client on a stream that still stands. */
  get connected(): boolean {
    return this.#state === 'connected';
  }

  /**
   * The server's name for this client, for `except` on the server; there while the client is
   * connected. Tabs that share a connection have the same id. For `toOthers` see {@link headers}.
   */
  get id(): string | undefined {
    return this.#id;
  }

  /**
   * The header that tells the application's server which client a request comes from, so that
   * `toOthers` leaves that one out: `fetch('api/chat', { method: 'POST', headers: client.headers })`.
   * Empty while the client is not connected. Read it for each request, since the id changes, and
   * give it to nobody but the server of the stream, as it is a secret.
   */
  get headers(): Readonly<Record<string, string>> {
    return this.#id ? { 'Heliograph-Client': this.#id } : {};
  }

  /**
   * Subscribes to a channel. The same channel gives the same subscription, until that was closed as
   * often as it was given. Connects where the client is idle or has failed, and asks again for a
   * refused channel.
   *
   * @throws Error where the client was closed
   */
  subscribe<Name extends ChannelName<Channels>>(
    channel: Name,
    ..._known: Known<Channels, Name>
  ): SSESubscription<EventsOf<Channels, Name>> {
    this.#mustLive();
    const subscription: SSESubscription =
      this.#subscriptions.get(channel) ??
      createSubscription(channel, () => {
        this.#end(subscription);
      });
    this.#subscriptions.set(channel, subscription);
    retain(subscription);
    this.#want(subscription, this.#refusal);
    if (this.#state === 'idle' || this.#state === 'failed') this.#link.open();
    return subscription as unknown as SSESubscription<EventsOf<Channels, Name>>;
  }

  /**
   * Connects, unless the client is connected or trying, and asks again for refused channels.
   *
   * @throws Error where the client was closed
   */
  connect(): void {
    this.#mustLive();
    for (const subscription of this.#subscriptions.values()) this.#want(subscription);
    this.#link.open();
  }

  /**
   * Ends the connection until `connect`, which resumes: no event is missed. With `shared`, a client
   * misses what comes meanwhile if other tabs have kept the stream; their `onRecovered`
   * then says `false`.
   */
  disconnect(): void {
    this.#stop('disconnected', 'client');
  }

  /**
   * Ends the connection, if there is one, and connects at once.
   *
   * @throws Error where the client was closed
   */
  reconnect(): void {
    this.connect();
    this.#link.restart();
  }

  /** Ends the connection and all subscriptions for good. */
  close(): void {
    this.#life.abort();
    for (const subscription of this.#subscriptions.values()) this.#end(subscription);
    this.#stop('closed', 'client');
  }

  #mustLive(): void {
    if (this.#life.signal.aborted) throw new Error('Client is closed');
  }

  /** Asks for a channel, unless it is granted or asked for. */
  #want(subscription: SSESubscription, failure?: SSEError): void {
    if (subscription.status !== 'subscribed') setStatus(subscription, 'pending', failure);
    this.#link.add(subscription.channel);
  }

  #end(subscription: SSESubscription): void {
    const { channel } = subscription;
    this.#subscriptions.delete(channel);
    this.#link.remove(channel);
    setStatus(subscription, 'closed', new ChannelError({ channel, code: 'closed' }));
  }

  #stop(state: SSEState, reason: string, hidden = false): void {
    this.#hidden = hidden;
    this.#link.stop();
    this.#become(state, reason);
  }

  #onSignal(signal: Signal): void {
    if (!('channel' in signal)) {
      this.#onState(signal);
      return;
    }
    const subscription = this.#subscriptions.get(signal.channel);
    // Closed while the signal was under way, or refused here and asked for again by another tab.
    if (!subscription || subscription.status === 'rejected') return;
    if (signal.type === 'event') emit(this, 'message', signal.event);
    if (signal.type === 'rejected') emit(this, 'error', new ChannelError(signal));
    hear(subscription, signal);
  }

  #onState({ type, id, attempt, delay, fault }: StateSignal): void {
    const cause = fault && new SSEError(fault);
    // Only an end that nothing follows is news to those who wait for a channel.
    const failure = ACTIVE.test(type) ? undefined : cause;
    if (type !== 'error') this.#become(type, fault?.code, id, failure);
    if (id) emit(this, type, { id });
    if (attempt) emit(this, type, { attempt, delay, cause });
    if (type === 'failed' || type === 'error') emit(this, 'error', cause);
  }

  #become(state: SSEState, reason = 'client', id?: string, failure?: SSEError): void {
    const before = this.#state;
    this.#state = state;
    this.#id = id;
    this.#refusal = state === 'closed' ? failure : undefined;
    if (state === before) return;
    for (const subscription of this.#subscriptions.values()) {
      if (!id && subscription.status !== 'rejected') setStatus(subscription, 'pending', failure);
    }
    emit(this, 'state', state);
    if (before === 'connected') {
      emit(this, 'disconnected', { reason, reconnect: ACTIVE.test(state) });
    }
  }
}
