/** The ranges that cover an event stream, the least precise first. */
const RANGES = ['*/*', 'text/*', 'text/event-stream'];

/** A quoted string; one that is never closed goes on to the end. */
const QUOTED = /"(?:[^"\\]|\\[^])*"?/g;

/** A weight without a digit above 0: `0`, `0.000`, or no number at all. */
const ZERO = /^q\s*=[^1-9]*$/;

/**
 * Whether the sender of this `Accept` header takes a `text/event-stream` (RFC 9110, section
 * 12.5.1).
 *
 * A missing header, or an empty list, takes everything. Else the most precise range that covers an
 * event stream decides: `text/event-stream`, then `text/*`, then the range of all types, which old
 * clients write as a single `*`. Of several ranges that are equally precise, one with a weight
 * above zero is enough. Parameters other than the weight, `q`, do not count.
 *
 * @param accept the header's value, or a request that may carry the header
 */
export function acceptsSSE(
  accept: string | null | undefined | { readonly headers: Pick<Headers, 'get'> },
): boolean {
  const header =
    (accept && typeof accept === 'object' ? accept.headers.get('accept') : accept) ?? '';
  if (!/[^\s,]/.test(header)) return true;
  let best = 0;
  let accepted = false;
  for (const item of header.replace(QUOTED, '').toLowerCase().split(',')) {
    const [range = '', ...parameters] = item.split(';').map((piece) => piece.trim());
    const precision = RANGES.indexOf(range === '*' ? '*/*' : range);
    if (precision < best) continue;
    const weight = parameters.find((parameter) => /^q\s*=/.test(parameter)) ?? '';
    accepted = !ZERO.test(weight) || (accepted && precision === best);
    best = precision;
  }
  return accepted;
}
