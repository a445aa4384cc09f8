const RANGES = ['*/*', 'text/*', 'text/event-stream'];

/**
 * Whether who sent this `Accept` header takes a `text/event-stream` (RFC 9110, section 12.5.1): no
 * header takes all; else the most specific range that fits decides, and its weight must not be 0.
 *
 * @param accept the header's value, or a request that may carry it
 */
export function acceptsSSE(
  accept: string | null | undefined | { readonly headers: Pick<Headers, 'get'> },
): boolean {
  const header = accept && typeof accept === 'object' ? accept.headers.get('accept') : accept;
  if (!header?.trim()) return true;
  let best = -1;
  let accepted = false;
  for (const part of header.toLowerCase().split(',')) {
    const [range = '', ...parameters] = part.split(';').map((piece) => piece.trim());
    const rank = RANGES.indexOf(range);
    const zero = parameters.some((parameter) => /^q\s*=\s*0(\.0*)?$/.test(parameter));
    if (rank > best) accepted = !zero;
    else if (rank === best && rank >= 0) accepted ||= !zero;
    best = Math.max(best, rank);
  }
  return accepted;
}
