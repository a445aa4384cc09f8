import { emit, Emitter } from './emitter.js';
import { ChannelError } from './errors.js';
import type { AnyEvent, SSEEvent, SSEGap, SSERecovery, SSESubscriptionStatus } from './events.js';
import { createIterator, type EventIterator } from './iterator.js';
import type { ChannelSignal } from './link/signals.js';

// Friend functions: the class assigns them in its `static` block, where it sees `#private` members,
// so that the client can do what no application may.

/** Creates a subscription; `release` is called once it was closed as often as it was retained. */
export let createSubscription: (channel: string, release: () => void) => SSESubscription;

/** Counts one more holder of a subscription. */
export let retain: (subscription: SSESubscription) => void;

/** Gives a subscription a new status; a `failure` says why the channel is not granted. */
export let setStatus: (
  subscription: SSESubscription,
  status: SSESubscriptionStatus,
  failure?: Error,
) => void;

/** Tells a subscription what the server says of its channel. */
export let hear: (subscription: SSESubscription, signal: ChannelSignal) => void;

/**
 * The names under which listeners are kept that are not for one event of the application: no such
 * event has an empty name, or one with a line end.
 */
const ANY = '';
const RECOVERED = '\nr';
const GAP = '\ng';
const ERROR = '\ne';

/**
 * One channel of a client, the same object for everyone who subscribes to it.
 *
 * `on`, `once` and `onAny` hear the application's events. What the server says of the channel itself
 * is heard by `onError`, `onRecovered` and `onGap`, and no event of the application is.
 *
 * `for await (const event of subscription)` holds 256 events for a busy consumer. Events that come
 * while all of these wait are dropped, and the next event says in `missed` how many. The loop ends
 * when the subscription is closed, and throws when the channel is refused or the connection fails
 * for good; leaving the loop does not close the subscription.
 */
export class SSESubscription<Events = Record<string, unknown>>
  extends Emitter<Events, object>
  implements AsyncIterable<AnyEvent<Events>>
{
  static {
    createSubscription = (channel, release) => new SSESubscription(channel, release);
    retain = (subscription) => {
      subscription.#count++;
    };
    setStatus = (subscription, status, failure) => {
      subscription.#setStatus(status, failure);
    };
    hear = (subscription, signal) => {
      subscription.#hear(signal);
    };
  }

  /** The channel's name. */
  readonly channel: string;
  readonly #release: () => void;
  readonly #iterators = new Set<EventIterator<SSEEvent>>();
  readonly #waiting = new Set<(failure?: Error) => void>();
  #count = 0;
  #status: SSESubscriptionStatus = 'pending';
  #failure: Error | undefined;
  #grantedBefore = false;

  private constructor(channel: string, release: () => void) {
    super();
    this.channel = channel;
    this.#release = release;
  }

  /** Where the subscription is in its life. */
  get status(): SSESubscriptionStatus {
    return this.#status;
  }

  /**
   * Resolves when the channel is granted on the present connection. Rejects with a
   * {@link ChannelError} where the channel is refused or the subscription closed, and with an
   * `SSEError` where the connection fails for good.
   */
  ready(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.add((failure) => {
        if (failure) reject(failure);
        else resolve();
      });
      this.#settle();
    });
  }

  /** Adds a listener for the channel's events of every name. Returns a function that removes it. */
  onAny(listener: (event: AnyEvent<Events>) => void): () => void {
    return super.on(ANY as never, listener as never);
  }

  /**
   * Adds a listener for the refusal or the revocation of the channel. Returns a function that
   * removes the listener.
   */
  onError(listener: (error: ChannelError) => void): () => void {
    return super.on(ERROR as never, listener as never);
  }

  /**
   * Adds a listener for the grant of the channel after a lost stream, which says whether anything
   * was missed. Returns a function that removes the listener.
   */
  onRecovered(listener: (recovery: SSERecovery) => void): () => void {
    return super.on(RECOVERED as never, listener as never);
  }

  /**
   * Adds a listener for events that the server had to skip because this client was too slow.
   * Returns a function that removes the listener.
   */
  onGap(listener: (gap: SSEGap) => void): () => void {
    return super.on(GAP as never, listener as never);
  }

  /**
   * Takes back one `subscribe`; the last `close` ends the subscription at the server too. Listeners
   * stay until then: remove yours with the functions that `on` has returned.
   */
  close(): void {
    if (!--this.#count) this.#release();
  }

  /** Iterates over the events from now on, with a buffer of 256 of them for a busy consumer. */
  [Symbol.asyncIterator](): AsyncIterableIterator<AnyEvent<Events>, undefined> {
    const iterator = createIterator((left) => this.#iterators.delete(left));
    this.#iterators.add(iterator);
    this.#settle();
    return iterator as AsyncIterableIterator<AnyEvent<Events>, undefined>;
  }

  #hear(signal: ChannelSignal): void {
    if (signal.type === 'event') {
      const { event } = signal;
      emit(this, event.event, event.data, event);
      emit(this, ANY, event);
      for (const iterator of this.#iterators) iterator.push(event);
    } else if (signal.type === 'gap') emit(this, GAP, { missed: signal.missed });
    else if (signal.type === 'rejected') {
      const error = new ChannelError(signal);
      this.#setStatus('rejected', error);
      emit(this, ERROR, error);
    } else {
      const { recovered = false, replayed = 0 } = signal;
      this.#setStatus('subscribed');
      if (this.#grantedBefore) emit(this, RECOVERED, { recovered, replayed });
      this.#grantedBefore = true;
    }
  }

  #setStatus(status: SSESubscriptionStatus, failure?: Error): void {
    this.#status = status;
    this.#failure = failure;
    this.#settle();
  }

  /**
   * Settles the promises of `ready`, and ends the iterators, where the present status decides them.
   */
  #settle(): void {
    const status = this.#status;
    const failure = this.#failure;
    if (!failure && status !== 'subscribed') return;
    for (const tell of this.#waiting) tell(failure);
    this.#waiting.clear();
    if (!failure) return;
    for (const iterator of this.#iterators) iterator.end(status === 'closed' ? undefined : failure);
    this.#iterators.clear();
  }
}
