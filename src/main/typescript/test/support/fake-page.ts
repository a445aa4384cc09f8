import { vi } from 'vitest';

/** A window that tells what the test says, in place of the global one. */
export class FakePage {
  readonly #window = new EventTarget();
  readonly #document = { hidden: false };
  /** How many listeners there are. */
  listeners = 0;

  constructor() {
    vi.stubGlobal('addEventListener', this.#counting(this.#window));
    vi.stubGlobal('document', this.#document);
  }

  dispatch(type: string, properties: object = {}): void {
    this.#window.dispatchEvent(Object.assign(new Event(type), properties));
  }

  visible(visible: boolean): void {
    this.#document.hidden = !visible;
    this.#window.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  }

  #counting(target: EventTarget): EventTarget['addEventListener'] {
    const add = target.addEventListener.bind(target);
    return (type, listener, options) => {
      add(type, listener, options);
      this.listeners++;
      const { signal } = options as { signal?: AbortSignal };
      signal?.addEventListener('abort', () => this.listeners--);
    };
  }
}
