import type { Fault, Refusal } from './link/fault.js';

/** Why a connection was lost or refused. */
export class SSEError extends Error implements Fault {
  override name = 'SSEError';
  /** The HTTP status; 0 where no answer came. */
  declare readonly status: number;
  /**
   * A word for it that does not change: `http`, `network`, `content-type`, `stale`, `refresh`, or the
   * reason of the server's `hg.bye`; on a {@link ChannelError} those named there.
   */
  declare readonly code: string;

  constructor({ message, status = 0, code }: Fault) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/**
 * Why one channel was refused, revoked or closed. Its `code` is `unauthenticated`, `forbidden`,
 * `unknown-channel`, `invalid-channel`, `too-many-channels`, `revoked`, `expired`, `closed`, `http`
 * or `refresh`. Its `message` contains "Unauthorized" where access was refused.
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
