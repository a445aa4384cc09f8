/** The status that the server gives with each code of a refusal. */
const STATUS = {
  unauthenticated: 401,
  expired: 401,
  forbidden: 403,
  'unknown-channel': 404,
  'invalid-channel': 400,
  'too-many-channels': 400,
  unavailable: 503,
} as const;

/** Why a channel is refused, as `hg.rejected` and problem details have it. */
export type RefusalCode = keyof typeof STATUS;

/** One refused channel. */
export interface FakeRefusal {
  readonly channel: string;
  readonly status: number;
  readonly code: RefusalCode;
  readonly detail: string;
}

/** Of several statuses the one for the whole answer, as the server chooses it. */
const PRECEDENCE = [503, 401, 403, 404, 400];

/**
 * Makes the refusal of a channel.
 *
 * @throws TypeError where the code is none of the protocol's
 */
export function refusalOf(channel: string, code: RefusalCode): FakeRefusal {
  if (!Object.hasOwn(STATUS, code)) {
    throw new TypeError(`code must be one of ${Object.keys(STATUS).join(', ')}, was ${code}`);
  }
  return { channel, status: STATUS[code], code, detail: `Refused by the test: ${channel}` };
}

/** An answer with problem details (RFC 9457). */
export function problem(status: number, detail: string, channels?: readonly FakeRefusal[]) {
  const body = { type: 'about:blank', status, detail, channels };
  const headers = { 'content-type': 'application/problem+json' };
  return new Response(JSON.stringify(body), { status, headers });
}

/** The answer where every channel was refused. */
export function allRefused(channels: readonly FakeRefusal[]): Response {
  const status = PRECEDENCE.find((one) => channels.some((refusal) => refusal.status === one));
  const first = channels.find((refusal) => refusal.status === status);
  return problem(status ?? 400, first?.detail ?? '', channels);
}
