import type { Settings } from '../../options.js';
import type { Cursor } from '../cursor.js';
import { Leadership } from './leadership.js';
import type { Link, Signal } from '../signals.js';
import type { StreamLink } from '../stream-link.js';
import { type Command, type Message, requestLock, type TabMessage } from './messages.js';

/**
 * A share in one stream for all tabs of the origin. Each tab holds a lock of its own as long as it
 * lives. The tab that also holds the common lock leads: it has the stream, with the channels that
 * all tabs want, and passes on all that the stream says. When the leader goes, the browser gives
 * the common lock to the next tab, which resumes from the last event it saw. From a leader that
 * gives no sign of life any more, a tab steals the common lock. Every tab drops events it saw
 * before.
 */
export class TabLink implements Link {
  readonly #cursor: Cursor;
  readonly #tell: (signal: Signal) => void;
  readonly #openOwn: () => StreamLink;
  readonly #report: (error: unknown) => void;
  /** The name of the common lock, and of the channel where the tabs talk. */
  readonly #name: string;
  readonly #self = crypto.randomUUID() as string;
  /** The channels that this tab wants. */
  readonly #own = new Set<string>();
  /** The channels that this tab has come to want since it last told the others. */
  readonly #added = new Set<string>();
  /** The channels of each tab, this one included; kept by every tab, since any may lead next. */
  readonly #tabs = new Map([[this.#self, this.#own]]);
  readonly #leadership: Leadership;
  /** Aborted by `stop`; there from `open` on. */
  #session: AbortController | undefined;
  /** The channel where the tabs talk; there once this tab holds its own lock. */
  #bus: BroadcastChannel | undefined;
  /** The stream for all tabs; there only while this tab leads. */
  #stream: StreamLink | undefined;
  /** The last signal of the stream's state, for tabs that come later. */
  #state: Signal | undefined;
  #scheduled = false;

  constructor(
    { url, shared, clock }: Settings,
    cursor: Cursor,
    tell: (signal: Signal) => void,
    openStream: (tell: (signal: Signal) => void) => StreamLink,
    report: (error: unknown) => void,
  ) {
    const user = shared === true ? '' : `${encodeURIComponent(String(shared))}:`;
    this.#name = `heliograph:${user}${new URL(url, (globalThis as { location?: Location }).location?.href).href}`;
    this.#cursor = cursor;
    this.#tell = tell;
    this.#report = report;
    this.#leadership = new Leadership(this.#name, clock, {
      ask: () => {
        this.#post({ alive: false });
      },
      lead: () => {
        this.#lead();
      },
      yield: () => {
        this.#stream?.stop();
        this.#stream = this.#state = undefined;
        this.#announce(true);
      },
    });
    this.#openOwn = () =>
      openStream((signal) => {
        if (!('channel' in signal) && signal.type !== 'error') this.#state = signal;
        this.#post({ signal });
        this.#hear(signal);
      });
  }

  add(channel: string): void {
    if (!this.#own.has(channel)) this.#added.add(channel);
    this.#own.add(channel);
    this.#schedule();
  }

  remove(channel: string): void {
    this.#own.delete(channel);
    this.#schedule();
  }

  open(): void {
    if (this.#session) {
      this.#command('open');
      return;
    }
    this.#session = new AbortController();
    const { signal } = this.#session;
    const joined = () => {
      this.#bus = new BroadcastChannel(this.#name);
      this.#bus.onmessage = ({ data }) => {
        this.#receive(data as Message);
      };
      this.#announce(true);
      this.#leadership.follow();
      return true;
    };
    requestLock(this.#lockOf(this.#self), signal, joined, () => {
      this.#leadership.leadAlone(); // the browser has locks, and does not let this page use them
    });
  }

  stop(): void {
    this.#stream?.stop();
    this.#post({ from: this.#self });
    this.#leadership.end();
    this.#bus?.close();
    this.#session?.abort();
    this.#session = this.#bus = this.#stream = undefined;
  }

  restart(): void {
    this.#command('restart');
  }

  readonly wake = (): void => {
    this.#look('wake');
  };

  readonly check = (): void => {
    this.#look('check');
  };

  /** Has the leader look after its stream, and this tab after the leader. */
  #look(command: Command): void {
    this.#command(command);
    if (this.#bus) this.#leadership.check();
  }

  #command(command: Command): void {
    if (this.#stream) this.#stream[command]();
    else this.#post({ command });
  }

  #post(message: Message): void {
    this.#bus?.postMessage(message);
  }

  /** Tells all changes of this turn together. */
  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    queueMicrotask(() => {
      this.#scheduled = false;
      this.#announce();
    });
  }

  #announce(ask = false): void {
    const added = [...(ask ? this.#own : this.#added)];
    this.#added.clear();
    this.#post({ from: this.#self, channels: [...this.#own], added, ask });
    this.#align();
    for (const signal of this.#granted(added)) this.#tell(signal);
  }

  #lockOf(tab: string): string {
    return `${this.#name} ${tab}`;
  }

  /** Opens the stream for all tabs, now that this tab leads. */
  #lead(): void {
    this.#post({ alive: true });
    this.#stream = this.#openOwn();
    for (const tab of this.#tabs.keys()) this.#await(tab);
    this.#align();
    this.#stream.open();
  }

  /** Forgets a tab once its own lock can be had, for then the tab is gone. */
  #await(tab: string): void {
    if (tab === this.#self || !this.#session) return;
    const gone = () => {
      this.#tabs.delete(tab);
      this.#align();
      return false;
    };
    requestLock(this.#lockOf(tab), this.#session.signal, gone, this.#report);
  }

  /** Makes the leader's stream want what any of the tabs wants, and nothing else. */
  #align(): void {
    if (!this.#stream) return;
    const all = new Set([...this.#tabs.values()].flatMap((channels) => [...channels]));
    for (const channel of this.#stream.wanted) if (!all.has(channel)) this.#stream.remove(channel);
    for (const channel of all) this.#stream.add(channel);
  }

  /** The signals for a tab that newly wants these channels; none unless this tab leads. */
  #granted(channels: readonly string[]): Signal[] {
    return channels
      .filter((channel) => this.#stream?.grants(channel))
      .map((channel) => ({ type: 'subscribed', channel }));
  }

  #receive(message: Message): void {
    if ('command' in message) this.#stream?.[message.command]();
    else if ('alive' in message) this.#onLife(message.alive);
    else if ('from' in message) this.#onTab(message);
    else if ((message.to ?? this.#self) === this.#self) this.#onSignal(message.signal);
  }

  #onLife(alive: boolean): void {
    if (alive) this.#leadership.heard();
    else if (this.#stream) this.#post({ alive: true });
  }

  #onTab({ from: tab, channels, added = [], ask }: TabMessage): void {
    const known = this.#tabs.has(tab);
    if (channels) this.#tabs.set(tab, new Set(channels));
    else this.#tabs.delete(tab);
    if (ask) this.#announce();
    if (this.#stream && channels) {
      if (!known) this.#await(tab);
      if (ask) this.#stream.open();
      if (ask && this.#state) this.#post({ to: tab, signal: this.#state });
      for (const signal of this.#granted(added)) this.#post({ to: tab, signal });
    }
    this.#align();
  }

  /** Takes in what the leader's stream said, or the last events of a leader that has just gone. */
  #onSignal(signal: Signal): void {
    this.#leadership.heard();
    if (signal.type === 'event' ? !this.#cursor.accept(signal.event.id) : this.#stream) return;
    if ('position' in signal) this.#cursor.start(signal.position ?? '');
    this.#hear(signal);
  }

  #hear(signal: Signal): void {
    if (signal.type === 'rejected') {
      for (const channels of this.#tabs.values()) channels.delete(signal.channel);
    }
    this.#tell(signal);
  }
}
