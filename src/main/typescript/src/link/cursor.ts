/** The position of the last event seen: where to resume, and what is a duplicate. */
export class Cursor {
  #position = '';

  /** `<epoch>.<sequence>`; empty until the first welcome. */
  get position(): string {
    return this.#position;
  }

  /** The position to begin from, for a client that has none yet. */
  start(position: string): void {
    this.#position ||= position;
  }

  /** Moves to an event's position; `false` where the event was seen before. */
  accept(position: string): boolean {
    const [epoch, sequence] = position.split('.');
    const [seenEpoch, seen] = this.#position.split('.');
    if (epoch === seenEpoch && Number(sequence) <= Number(seen)) return false;
    this.#position = position;
    return true;
  }
}
