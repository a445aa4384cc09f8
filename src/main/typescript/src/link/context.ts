import type { Settings } from '../options.js';
import type { Cursor } from './cursor.js';
import type { Send } from './send.js';
import type { Signal } from './signals.js';
import type { Source } from './source.js';

/** What the streams that a link opens one after the other have in common. */
export interface StreamContext {
  readonly settings: Settings;
  readonly send: Send;
  readonly source: Source;
  /** The position of the last event seen, on any of the streams. */
  readonly cursor: Cursor;
  /** The channels the client wants now. */
  readonly wanted: Set<string>;
  /** How many channels the request for a stream may carry; the others are asked for later. */
  most: number;
  /** Tells the client what the stream says. */
  readonly tell: (signal: Signal) => void;
  /** Hears the reconnection time that the server asks for with `retry:`, in milliseconds. */
  readonly onRetry: (milliseconds: number) => void;
}
