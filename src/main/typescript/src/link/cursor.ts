/** The position of the last event seen: tells where to resume, and which event is a duplicate. */
export class Cursor {
  #position = '';

  /** The position as `<epoch>.<sequence>`; empty until the first welcome. */
  get position(): string {
    return this.#position;
  }

  /** Sets the position to begin from, unless the client has a position already. */
  start(position: string): void {
    this.#position ||= position;
  }

  /** Moves to an event's position. Returns `false` where the event was seen before. */
  accept(position: string): boolean {
    const [epoch, sequence] = position.split('.');
    const [seenEpoch, seen] = this.#position.split('.');
    if (epoch === seenEpoch && Number(sequence) <= Number(seen)) return false;
    this.#position = position;
    return true;
  }
}
