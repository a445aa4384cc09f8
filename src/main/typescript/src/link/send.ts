/**
 * Sends a request with the headers and credentials of the settings. After a 401 it renews the token
 * and sends the request a second time.
 *
 * @throws Ending where the renewal fails
 */
export interface Send {
  (
    below: string,
    channels: readonly string[],
    headers: Record<string, string>,
    signal: AbortSignal,
    init?: RequestInit,
  ): Promise<Response>;
  /** Whether the token is known to have run out, and must be renewed before the next request. */
  expired?: boolean;
}
