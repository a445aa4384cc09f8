import { vi } from 'vitest';

interface Held {
  readonly grant: () => Promise<unknown>;
  readonly done: () => void;
  readonly lost: (error: unknown) => void;
}

/** Web Locks as the standard has them, exclusive ones only, for tabs that the test can kill. */
class FakeLocks {
  /** Whether a lock goes to the tab that asked last: the order is nothing to rely on. */
  newestFirst = false;
  readonly #queues = new Map<string, Held[]>();

  request(
    name: string,
    { signal, steal }: { signal?: AbortSignal; steal?: boolean },
    run: () => unknown,
  ): Promise<void> {
    return new Promise((resolve, reject) => {
      const queue = this.#queues.get(name) ?? [];
      this.#queues.set(name, queue);
      const held: Held = { grant: () => Promise.resolve(run()), done: resolve, lost: reject };
      signal?.addEventListener('abort', () => {
        const at = queue.indexOf(held);
        if (at > 0) {
          queue.splice(at, 1);
          reject(new DOMException('aborted', 'AbortError'));
        }
      });
      if (steal) {
        queue.shift()?.lost(new DOMException('stolen', 'AbortError'));
        queue.unshift(held);
        this.#grant(name, held);
      } else if (queue.push(held) === 1) this.#next(name);
    });
  }

  /** Takes every lock from a tab that has died: those it holds, and the one it leads with. */
  kill(tab: string, leads: boolean): void {
    for (const name of [...this.#queues.keys()]) {
      if (name.endsWith(` ${tab}`) || (leads && !name.includes(' '))) this.#release(name);
    }
  }

  #next(name: string): void {
    const queue = this.#queues.get(name) ?? [];
    const held = this.newestFirst ? queue.pop() : queue.shift();
    if (!held) return;
    queue.unshift(held);
    this.#grant(name, held);
  }

  /** Takes its time, as a browser does. */
  #grant(name: string, held: Held): void {
    setTimeout(() => {
      if (this.#queues.get(name)?.[0] !== held) return; // stolen meanwhile
      void held.grant().then(() => {
        held.done();
        if (this.#queues.get(name)?.[0] === held) this.#release(name);
      }, held.lost);
    }, 2);
  }

  #release(name: string): void {
    this.#queues.get(name)?.shift();
    this.#next(name);
  }
}

/** A BroadcastChannel that carries only what a real one can, to the others and never to itself. */
class FakeBroadcastChannel {
  static open = new Set<FakeBroadcastChannel>();
  onmessage: ((event: { data: unknown }) => void) | null = null;

  constructor(readonly name: string) {
    FakeBroadcastChannel.open.add(this);
  }

  postMessage(message: unknown): void {
    for (const other of [...FakeBroadcastChannel.open]) {
      if (other === this || other.name !== this.name) continue;
      const data = structuredClone(message);
      queueMicrotask(() => {
        if (FakeBroadcastChannel.open.has(other)) other.onmessage?.({ data });
      });
    }
  }

  close(): void {
    FakeBroadcastChannel.open.delete(this);
  }
}

/** A browser with tabs of one origin. They are named in the order their clients are made. */
export class FakeTabs {
  readonly locks = new FakeLocks();
  #made = 0;

  constructor() {
    FakeBroadcastChannel.open.clear();
    vi.stubGlobal('navigator', { locks: this.locks });
    vi.stubGlobal('BroadcastChannel', FakeBroadcastChannel);
    vi.stubGlobal('location', { href: 'http://test/page' });
    vi.stubGlobal('crypto', { randomUUID: () => `tab-${++this.#made}` });
  }

  /** Says something to all tabs. */
  say(message: unknown): void {
    const [any] = FakeBroadcastChannel.open;
    const voice = new FakeBroadcastChannel(any?.name ?? '');
    voice.postMessage(message);
    voice.close();
  }

  /**
   * Freezes a tab: it neither sends nor hears any more, and keeps its locks.
   *
   * @returns what thaws it
   */
  freeze(tab: number): () => void {
    const channel = [...FakeBroadcastChannel.open][tab - 1];
    if (!channel) throw new Error(`there is no tab ${tab}`);
    const { onmessage } = channel;
    channel.postMessage = () => undefined;
    channel.onmessage = null;
    return () => {
      channel.postMessage = FakeBroadcastChannel.prototype.postMessage.bind(channel);
      channel.onmessage = onmessage;
    };
  }

  /** Has the browser deny every lock, as it does in a frame of an opaque origin. */
  deny(): void {
    const request = () => Promise.reject(new DOMException('denied', 'SecurityError'));
    vi.stubGlobal('navigator', { locks: { request } });
  }

  /** Ends a tab without a word: it neither sends nor hears any more, and loses its locks. */
  crash(tab: number, leads: boolean): void {
    this.freeze(tab);
    this.locks.kill(`tab-${tab}`, leads);
  }
}
