import type { Fault, Refusal } from './link/fault.js';

/** The error that says why a connection was lost or refused. */
export class SSEError extends Error implements Fault {
  override name = 'SSEError';
  /** The HTTP status; 0 where no answer came. */
  declare readonly status: number;
  /**
   * A stable word for the cause: `http`, `network`, `timeout`, `content-type`, `stale`, `refresh`,
   * `unreadable`, `too-large`, `unavailable`, `expired`, or the reason of the server's
   * `hg.bye`. A {@link ChannelError} has codes of its own.
   */
  declare readonly code: string;

  constructor({ message, status = 0, code }: Fault) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/**
 * The error that says why one channel was refused, revoked or closed. The `code` is
 * `unauthenticated`, `forbidden`, `unknown-channel`, `invalid-channel`, `too-many-channels`,
 * `revoked`, `expired`, `closed`, `http` or `refresh`. The `message` contains "Unauthorized" where
 * access was refused.
 */
export class ChannelError extends SSEError {
  override name = 'ChannelError';
  /** The channel's name. */
  declare readonly channel: string;

  constructor({ channel, status, code, detail = `${code}: ${channel}` }: Refusal) {
    const told = detail.includes('Unauthorized') || (status !== 401 && status !== 403);
    super({ message: told ? detail : `Unauthorized: ${detail}`, status, code });
    this.channel = channel;
  }
}
