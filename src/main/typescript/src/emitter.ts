import type { SSEEventListener } from './events.js';

type Callback = (...values: never[]) => void;

/** The listener for an event of the application, or for an event of the emitter's own. */
export type ListenerOf<Events, Own, Name> = Name extends keyof Own
  ? (value: Own[Name]) => void
  : Name extends keyof Events & string
    ? SSEEventListener<Events[Name], Name>
    : never;

/**
 * Calls the listeners that an emitter has now, in the order in which they were added. A friend
 * function: the class assigns it in a `static` block, where it sees `#private` members, so that
 * only this package's own code, and no application, can make an emitter speak.
 */
export let emit: (emitter: object, event: string, ...values: unknown[]) => void;

/**
 * Keeps listeners by event name. A listener that throws harms no other: its error goes to
 * `reportError`.
 */
export class Emitter<Events, Own> {
  static {
    emit = (emitter, event, ...values) => {
      const listeners = (emitter as Emitter<unknown, unknown>).#listeners.get(event);
      for (const [listener, once] of [...(listeners ?? [])]) {
        if (once && !listeners?.delete(listener)) continue; // heard by an event inside this one
        try {
          (listener as (...values: unknown[]) => void)(...values);
        } catch (error) {
          report(error);
        }
      }
    };
  }

  readonly #listeners = new Map<string, Map<Callback, boolean>>();

  /** Adds a listener for the events of one name. Returns a function that removes the listener. */
  on<Name extends (keyof Events | keyof Own) & string>(
    event: Name,
    listener: ListenerOf<Events, Own, Name>,
  ): () => void {
    return this.#add(event, listener);
  }

  /** Adds a listener for the next event of one name only. Returns a function that removes it. */
  once<Name extends (keyof Events | keyof Own) & string>(
    event: Name,
    listener: ListenerOf<Events, Own, Name>,
  ): () => void {
    return this.#add(event, listener, true);
  }

  /** Removes a listener that `on` or `once` has added. */
  off<Name extends (keyof Events | keyof Own) & string>(
    event: Name,
    listener: ListenerOf<Events, Own, Name>,
  ): void {
    this.#listeners.get(event)?.delete(listener);
  }

  #add(event: string, listener: Callback, once = false): () => void {
    const listeners = this.#listeners.get(event) ?? new Map<Callback, boolean>();
    this.#listeners.set(event, listeners.set(listener, once));
    return () => listeners.delete(listener);
  }
}

/** Reports an error as uncaught, without unwinding the caller. */
export function report(error: unknown): void {
  if ('reportError' in globalThis) reportError(error);
  else
    queueMicrotask(() => {
      throw error;
    });
}
