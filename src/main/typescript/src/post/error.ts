/** The body of an error response (RFC 9457), as far as the server gave one. */
export interface ProblemDetails {
  readonly type?: string;
  readonly title?: string;
  readonly status?: number;
  readonly detail?: string;
  readonly instance?: string;
  readonly [extension: string]: unknown;
}

/** The error that says why the answer to a POST could not be read as events. */
export class PostError extends Error {
  override name = 'PostError';
  /**
   * - `http`: the status was not 200;
   * - `content-type`: the answer was not a `text/event-stream`;
   * - `payload`: the data of an event could not be parsed; `cause` is the parser's error.
   */
  declare readonly code: 'http' | 'content-type' | 'payload';
  /** The HTTP status of the answer. */
  declare readonly status: number;
  /** The problem details of the answer, where the server sent any. */
  declare readonly problem: ProblemDetails | undefined;

  constructor(
    message: string,
    {
      code,
      status,
      problem,
      cause,
    }: Pick<PostError, 'code' | 'status'> & Partial<Pick<PostError, 'problem' | 'cause'>>,
  ) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.status = status;
    this.problem = problem;
  }
}
