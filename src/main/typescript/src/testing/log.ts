import { formatSSE } from '../codec/format.js';

/** One event that was sent, as both formats have it. */
export interface LoggedEvent {
  readonly sequence: number;
  readonly channel: string;
  readonly envelope: string;
  readonly plain: string;
}

/** What a stream begins with that names a position. */
export interface Resumption {
  /** Whether the position is one of this log, so that nothing is missing. */
  readonly recovered: boolean;
  /** What came after the position, or all that is held where the log does not know the position. */
  readonly events: readonly LoggedEvent[];
  /** The position before the first of them. */
  readonly start: string;
}

/** Everything that was sent, at one position after the other over all channels. */
export class FakeLog {
  #epoch = 1;
  #sequence = 0;
  #events: LoggedEvent[] = [];

  /** The position of the newest event. */
  get head(): string {
    return this.#at(this.#sequence);
  }

  /**
   * Adds an event at the next position.
   *
   * @throws TypeError where the payload cannot be JSON, or the name has a line end
   */
  append(channel: string, event: string, data: unknown): LoggedEvent {
    const id = this.#at(this.#sequence + 1);
    const envelope = formatSSE({ id, data: { channel, event, data } });
    const plain = formatSSE({ id, event, data: data ?? '' });
    const logged = { sequence: ++this.#sequence, channel, envelope, plain };
    this.#events.push(logged);
    return logged;
  }

  /** Finds what a client has missed that comes back with a position. */
  resume(position: string, channels: ReadonlySet<string>): Resumption {
    const [, epoch, digits] = /^(.+)\.(\d+)$/.exec(position) ?? [];
    const seen = Number(digits);
    const recovered = epoch === this.#name && seen <= this.#sequence;
    const after = recovered ? seen : 0;
    return {
      recovered,
      events: this.#events.filter(
        ({ sequence, channel }) => sequence > after && channels.has(channel),
      ),
      start: this.#at(after),
    };
  }

  /** Loses all events and begins a new epoch, as a server that was restarted does. */
  forget(): void {
    this.#epoch++;
    this.#sequence = 0;
    this.#events = [];
  }

  get #name(): string {
    return `fake${this.#epoch}`;
  }

  #at(sequence: number): string {
    return `${this.#name}.${sequence}`;
  }
}
