import { emit, Emitter } from './emitter.js';
import { ChannelError } from './errors.js';
import type { AnyEvent, SSEEvent, SSESubscriptionEvents, SSESubscriptionStatus } from './events.js';
import { createIterator, type EventIterator } from './iterator.js';
import type { ChannelSignal } from './link/signals.js';

/** Makes a subscription; `release` is called when it was closed as often as it was retained. */
export let createSubscription: (channel: string, release: () => void) => SSESubscription;

/** Counts one more who holds a subscription. */
export let retain: (subscription: SSESubscription) => void;

/** Gives a subscription a new status, and tells those who wait for it; `failure` says why not. */
export let settle: (
  subscription: SSESubscription,
  status: SSESubscriptionStatus,
  failure?: Error,
) => void;

/** Lets a subscription hear what the server says of its channel. */
export let hear: (subscription: SSESubscription, signal: ChannelSignal) => void;

/** The name of the listeners that hear all; no event has an empty name. */
const ANY = '';

/**
 * One channel of a client, the same object for everyone who subscribes to it.
 *
 * Besides the application's events it tells `error`, `recovered` and `gap` (see
 * {@link SSESubscriptionEvents}); an application event of such a name comes to the same listeners.
 *
 * `for await (const event of subscription)` holds 256 events for a busy consumer. What comes while
 * they wait is dropped, and the next event after it says how many in `missed`. The loop ends when the
 * subscription is closed, and throws when it is refused or the connection fails for good; leaving
 * the loop does not close the subscription.
 */
export class SSESubscription<Events = Record<string, unknown>>
  extends Emitter<Events, SSESubscriptionEvents>
  implements AsyncIterable<AnyEvent<Events>>
{
  static {
    createSubscription = (channel, release) => new SSESubscription(channel, release);
    retain = (subscription) => {
      subscription.#count++;
    };
    settle = (subscription, status, failure) => {
      subscription.#settle(status, failure);
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

  /** Where it is in its life. */
  get status(): SSESubscriptionStatus {
    return this.#status;
  }

  /**
   * Resolves when the channel is granted on the present connection. Rejects with a
   * {@link ChannelError} where it is refused or closed, with an `SSEError` where the connection
   * fails for good.
   */
  ready(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.add((failure) => {
        if (failure) reject(failure);
        else resolve();
      });
      this.#settle(this.#status, this.#failure);
    });
  }

  /** Hears the channel's events of every name. Returns what removes the listener. */
  onAny(listener: (event: AnyEvent<Events>) => void): () => void {
    return super.on(ANY as never, listener as never);
  }

  /**
   * Gives up one `subscribe`; the last one to do so ends the subscription at the server too.
   * Listeners stay until then: remove your own with what `on` returned.
   */
  close(): void {
    if (!--this.#count) this.#release();
  }

  [Symbol.asyncIterator](): AsyncIterableIterator<AnyEvent<Events>, undefined> {
    const iterator = createIterator((left) => this.#iterators.delete(left));
    this.#iterators.add(iterator);
    this.#settle(this.#status, this.#failure);
    return iterator as AsyncIterableIterator<AnyEvent<Events>, undefined>;
  }

  #hear(signal: ChannelSignal): void {
    if (signal.type === 'event') {
      const { event } = signal;
      emit(this, event.event, event.data, event);
      emit(this, ANY, event);
      for (const iterator of this.#iterators) iterator.push(event);
    } else if (signal.type === 'gap') emit(this, 'gap', { missed: signal.missed });
    else if (signal.type === 'rejected') {
      const error = new ChannelError(signal);
      this.#settle('rejected', error);
      emit(this, 'error', error);
    } else {
      const { recovered = false, replayed = 0 } = signal;
      this.#settle('subscribed');
      if (this.#grantedBefore) emit(this, 'recovered', { recovered, replayed });
      this.#grantedBefore = true;
    }
  }

  #settle(status: SSESubscriptionStatus, failure?: Error): void {
    this.#status = status;
    this.#failure = failure;
    if (!failure && status !== 'subscribed') return;
    for (const tell of this.#waiting) tell(failure);
    this.#waiting.clear();
    if (!failure) return;
    for (const iterator of this.#iterators) iterator.end(status === 'closed' ? undefined : failure);
    this.#iterators.clear();
  }
}
