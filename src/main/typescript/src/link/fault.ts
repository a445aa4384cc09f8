/** Why a stream ended or a channel was refused, as plain data that can be posted to another tab. */
export interface Fault {
  readonly message: string;
  /** The HTTP status, where an answer came. */
  readonly status?: number;
  readonly code: string;
}

/** Why one channel was refused, as `hg.rejected` and problem+json put it. */
export interface Refusal {
  readonly channel: string;
  readonly status?: number;
  readonly code: string;
  readonly detail?: string;
}
