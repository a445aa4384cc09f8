import { withoutDialog } from './session.js';

/** A `fetch` for a client whose reading can be stopped: then it takes nothing from its socket. */
export class PausedFetch {
  /** What a reader waits for before it takes more. */
  #gate = Promise.resolve();
  #open = () => undefined;

  pause() {
    this.#gate = new Promise((resolve) => (this.#open = resolve));
  }

  resume() {
    this.#open();
  }

  fetch = async (url, init) => {
    const { body, status, headers } = await withoutDialog(url, init);
    const wait = new TransformStream({
      transform: async (chunk, controller) => {
        await this.#gate;
        controller.enqueue(chunk);
      },
    });
    return new Response(body?.pipeThrough(wait), { status, headers });
  };
}
