import { vi } from 'vitest';

interface Held {
  readonly grant: () => Promise<unknown>;
  readonly done: () => void;
}

/** Web Locks as the standard has them, exclusive ones only, for tabs that the test can kill. */
class FakeLocks {
  /** Whether a lock goes to the tab that asked last: the order is nothing to rely on. */
  newestFirst = false;
  readonly #queues = new Map<string, Held[]>();

  request(name: string, { signal }: { signal: AbortSignal }, run: () => unknown): Promise<void> {
    return new Promise((resolve, reject) => {
      const queue = this.#queues.get(name) ?? [];
      this.#queues.set(name, queue);
      const held: Held = { grant: () => Promise.resolve(run()), done: resolve };
      signal.addEventListener('abort', () => {
        const at = queue.indexOf(held);
        if (at > 0) {
          queue.splice(at, 1);
          reject(new DOMException('aborted', 'AbortError'));
        }
      });
      if (queue.push(held) === 1) this.#grant(name);
    });
  }

  /** Takes every lock from a tab that has died: those it holds, and the one it leads with. */
  kill(tab: string, leads: boolean): void {
    for (const name of [...this.#queues.keys()]) {
      if (name.endsWith(` ${tab}`) || (leads && !name.includes(' '))) this.#release(name);
    }
  }

  /** Takes its time, as a browser does. */
  #grant(name: string): void {
    const queue = this.#queues.get(name) ?? [];
    const held = this.newestFirst ? queue.pop() : queue.shift();
    if (!held) return;
    queue.unshift(held);
    setTimeout(() => {
      void held.grant().then(() => {
        held.done();
        if (this.#queues.get(name)?.[0] === held) this.#release(name);
      });
    }, 2);
  }

  #release(name: string): void {
    this.#queues.get(name)?.shift();
    this.#grant(name);
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

  /** Ends a tab without a word: it neither sends nor hears any more, and loses its locks. */
  crash(tab: number, leads: boolean): void {
    const channel = [...FakeBroadcastChannel.open][tab - 1];
    if (channel) {
      channel.postMessage = () => undefined;
      channel.onmessage = null;
    }
    this.locks.kill(`tab-${tab}`, leads);
  }
}
