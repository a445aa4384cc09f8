import type { Refusal } from './fault.js';

/** Keeps the channels of one open stream at the server equal to those the client wants. */
export interface ChannelSync {
  /** The channels that the server was asked for. */
  readonly asked: Set<string>;
  /** The channels that the server has granted on this stream. */
  readonly granted: Set<string>;
  /** The channels that are wanted, and that the server was not asked for. */
  readonly missing: () => string[];
  /** The channels that the server was asked for, and that are not wanted: those that fit. */
  readonly unwanted: () => string[];
  /** Begins to ask, now that the server has named the client. */
  readonly start: (client: string) => void;
  /**
   * Asks the server for all that is not yet as wanted; does nothing while a request is under way.
   */
  readonly run: () => Promise<void>;
  /**
   * Takes in that the server grants a channel, and tells the first time, by answer or by stream.
   */
  readonly confirm: (grant: { readonly channel: string }) => void;
  /**
   * Takes in that the server refuses a channel: the client no longer wants the channel, unless the
   * server could not decide for now.
   */
  readonly reject: (refusal: Refusal) => void;
  /**
   * Takes in that the server has removed a channel as this client had asked, which may have been
   * before the client wanted the channel again.
   */
  readonly left: (channel: string) => void;
  /** Takes a channel for one that the server was never asked for. */
  readonly forget: (channel: string) => void;
}
