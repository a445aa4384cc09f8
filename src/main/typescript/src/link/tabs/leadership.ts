import type { SSEClock } from '../../options.js';
import { requestLock } from './messages.js';

/** After so many milliseconds without a word of the leader it is asked for one. */
const QUIET = 20_000;

/** So many milliseconds the leader has for its answer; as many again at random, tab by tab. */
const ANSWER = 5_000;

/** What a tab does about the lead. */
export interface Duties {
  /** Asks the leader for a sign of life. */
  readonly ask: () => void;
  /** Leads. */
  readonly lead: () => void;
  /** Leads no more: another tab has stolen the lead. */
  readonly yield: () => void;
}

/**
 * The lead among the tabs that share: whoever holds the common lock has it. A browser may freeze a
 * tab that nobody looks at, which keeps its locks, and says nothing any more. So a tab that follows
 * asks a silent leader for a sign of life, and steals the lock of one that gives none.
 */
export class Leadership {
  readonly #lock: string;
  readonly #clock: SSEClock;
  readonly #duties: Duties;
  /** Aborted where this tab gives up the lock, or its place in the queue for it. */
  #claim = new AbortController();
  #leads = false;
  #alive = false;
  #timer: unknown;

  /**
   * @param lock the name of the common lock
   * @param clock measures how long the leader is silent
   */
  constructor(lock: string, clock: SSEClock, duties: Duties) {
    this.#lock = lock;
    this.#clock = clock;
    this.#duties = duties;
  }

  /** Takes a place in the queue for the lock, and watches the tab that has it. */
  follow(): void {
    this.#alive = true;
    this.#look();
    this.#request(false);
  }

  /** Leads at once, without the lock. */
  leadAlone(): void {
    this.#lead();
  }

  /** Takes in a sign of life of the leader. */
  heard(): void {
    this.#alive = true;
  }

  /** Asks the leader at once, since somebody looks at this tab. */
  check(): void {
    if (this.#leads) return;
    this.#alive = false;
    this.#duties.ask();
    this.#wait(ANSWER * (1 + this.#clock.Math.random()), () => {
      if (this.#alive) this.#look();
      else this.#request(true);
    });
  }

  /** Neither leads nor follows any more. */
  end(): void {
    this.#leads = false;
    this.#clock.clearTimeout(this.#timer);
    this.#claim.abort();
  }

  #request(steal: boolean): void {
    this.#claim.abort();
    this.#claim = new AbortController();
    const granted = () => {
      this.#lead();
      return true;
    };
    const lost = () => {
      if (this.#leads) this.#yield();
      else this.#lead(); // there is no lock to be had
    };
    requestLock(this.#lock, this.#claim.signal, granted, lost, steal);
  }

  #lead(): void {
    this.#clock.clearTimeout(this.#timer);
    this.#leads = true;
    this.#duties.lead();
  }

  #yield(): void {
    this.#leads = false;
    this.#duties.yield();
    this.follow();
  }

  #look(): void {
    if (!this.#alive) {
      this.check();
      return;
    }
    this.#alive = false;
    this.#wait(QUIET, () => {
      this.#look();
    });
  }

  #wait(milliseconds: number, then: () => void): void {
    this.#clock.clearTimeout(this.#timer);
    this.#timer = this.#clock.setTimeout(then, milliseconds);
  }
}
