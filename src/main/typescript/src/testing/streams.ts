import type { LoggedEvent } from './log.js';
import type { FakeStream } from './stream.js';

/** The open streams of a fake server, and who waits for them to change. */
export class FakeStreams {
  readonly #open = new Set<FakeStream>();
  readonly #waiting = new Set<() => void>();

  /** All open streams, as they are now. */
  get all(): FakeStream[] {
    return [...this.#open];
  }

  /** Those that have a channel. */
  having(channel: string): FakeStream[] {
    return this.all.filter((stream) => stream.channels.has(channel));
  }

  add(stream: FakeStream): void {
    this.#open.add(stream);
  }

  readonly remove = (stream: FakeStream): void => {
    this.#open.delete(stream);
    this.changed();
  };

  deliver(event: LoggedEvent): void {
    for (const stream of this.all) stream.deliver(event);
  }

  /** Gives a stream a channel. */
  grant(stream: FakeStream, channel: string, told: object | undefined): void {
    stream.channels.add(channel);
    stream.control('subscribed', { channel, ...told });
    this.changed();
  }

  /** Takes a channel from a stream. */
  drop(stream: FakeStream, channel: string, reason: string): void {
    if (!stream.channels.delete(channel)) return;
    stream.control('unsubscribed', { channel, reason });
    this.changed();
  }

  /** Resolves as soon as the test holds. */
  until(test: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (!test()) return;
        this.#waiting.delete(look);
        resolve();
      };
      this.#waiting.add(look);
      look();
    });
  }

  /** Has those who wait look again. */
  changed(): void {
    for (const look of [...this.#waiting]) look();
  }
}
