/** The options of a fake server. */
export interface FakeServerOptions {
  /** The path of the stream's address, or the end of that path. Default `/_sse`. */
  path?: string;
}

/** One request that came to a fake server. */
export interface FakeRequest {
  readonly method: string;
  /** The whole address. */
  readonly url: URL;
  /** The channels that the request is about. */
  readonly channels: readonly string[];
  /** By their names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
}

/** A request as the server takes it apart. */
export interface Parsed extends FakeRequest {
  /** The client whose stream is to change, where the request is for that; empty for none. */
  readonly client: string | undefined;
  readonly signal: AbortSignal | null | undefined;
  /** What is wrong with the body; `undefined` where nothing is. */
  readonly objection: 400 | 415 | undefined;
}

/** What `fetch` takes as its first argument. */
export type Input = string | URL | Request;

/** The address of a request; a relative one is one of some page. */
export const addressOf = (input: Input): URL =>
  new URL(
    typeof input === 'string' || input instanceof URL ? input : input.url,
    'http://localhost',
  );

/** What follows the path of the stream, if the address is the stream's or below it. */
export function belowStream({ pathname }: URL, path: string): string | undefined {
  return ['/channels', ''].find((end) => pathname.endsWith(path + end));
}

/** The channels in the body of a POST; `undefined` where there are none. */
function channelsIn(body: string): string[] | undefined {
  try {
    const { channels } = JSON.parse(body) as { channels?: unknown };
    const strings = Array.isArray(channels) && channels.every((one) => typeof one === 'string');
    return strings ? channels : undefined;
  } catch {
    return undefined; // told by the answer, 400
  }
}

/** Takes a request apart. */
export async function parse(
  input: Input,
  init: RequestInit,
  url: URL,
  below: string,
): Promise<Parsed> {
  const request = typeof input === 'object' && 'headers' in input ? input : undefined;
  const method = (init.method ?? request?.method ?? 'GET').toUpperCase();
  const headers = headersOf(init.headers ?? request?.headers);
  const posts = method === 'POST';
  const text = posts ? await bodyOf(request, init) : '';
  const posted = channelsIn(text);
  const isJson = /^application\/json\s*(;|$)/i.test(headers['content-type'] ?? '');
  return {
    method,
    url,
    headers,
    channels: [...new Set(posts ? posted : url.searchParams.getAll('channel'))],
    client: below ? (headers['heliograph-client'] ?? '') : undefined,
    signal: init.signal ?? request?.signal,
    objection: !posts || (posted && isJson) ? undefined : isJson ? 400 : 415,
  };
}

/** By their names in lower case, which not all that imitates a page's `Headers` makes of them. */
const headersOf = (given: HeadersInit | undefined): Record<string, string> =>
  Object.fromEntries([...new Headers(given)].map(([name, value]) => [name.toLowerCase(), value]));

const bodyOf = async (request: Request | undefined, { body }: RequestInit): Promise<string> =>
  typeof body === 'string' ? body : ((await request?.text()) ?? '');
