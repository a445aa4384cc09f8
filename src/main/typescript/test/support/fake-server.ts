import { formatSSE } from '../../src/codec.js';

/** One request that a client sent. */
export interface Sent {
  readonly method: string;
  readonly path: string;
  /** The whole address, as the client wrote it. */
  readonly address: string;
  readonly channels: string[];
  readonly query: URLSearchParams;
  /** By their names in lower case. */
  readonly headers: Record<string, string>;
  readonly init: RequestInit;
}

type Answer = (sent: Sent) => Response | Promise<Response>;

/** A stream that the fake server holds open. */
export class FakeStream {
  readonly response: Response;
  closed = false;
  #controller!: ReadableStreamDefaultController<Uint8Array>;

  constructor(signal: AbortSignal | null | undefined) {
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        this.#controller = controller;
      },
      cancel: () => {
        this.closed = true;
      },
    });
    signal?.addEventListener('abort', () => {
      this.cut(signal.reason);
    });
    this.response = new Response(body, { headers: { 'content-type': 'text/event-stream' } });
  }

  write(text: string): void {
    this.#controller.enqueue(new TextEncoder().encode(text));
  }

  control(name: string, data: object, id?: string): void {
    this.write(formatSSE({ event: `hg.${name}`, data, id }));
  }

  welcome({ client = 'c1', position = 'e.10', heartbeat = 30_000 } = {}): void {
    this.control('welcome', { client, position, heartbeat, protocol: 1 }, position);
  }

  event(sequence: number, channel: string, data?: unknown, event?: string, epoch = 'e'): void {
    this.write(formatSSE({ id: `${epoch}.${sequence}`, data: { channel, event, data } }));
  }

  /** Ends the stream as a server does. */
  end(): void {
    this.closed = true;
    this.#controller.close();
  }

  /** Ends it as a lost network does. */
  cut(reason: unknown = new TypeError('network error')): void {
    if (this.closed) return;
    this.closed = true;
    this.#controller.error(reason);
  }
}

/** Answers the client's requests as the test says; by default as a server that grants everything. */
export class FakeServer {
  readonly sent: Sent[] = [];
  readonly streams: FakeStream[] = [];
  /** Answers for the next requests of a method, first come first served. */
  readonly answers: Record<string, Answer[]> = { GET: [], POST: [], DELETE: [] };
  /** Whether a stream that opens welcomes the client and grants its channels. */
  greets = true;

  readonly fetch = async (url: string, init: RequestInit = {}): Promise<Response> => {
    const { method = 'GET', body, headers } = init;
    const address = new URL(url, 'http://test');
    const posted = typeof body === 'string' ? (JSON.parse(body) as { channels: string[] }) : null;
    const sent: Sent = {
      method,
      path: address.pathname,
      address: url,
      query: address.searchParams,
      channels: posted?.channels ?? address.searchParams.getAll('channel'),
      headers: Object.fromEntries(new Headers(headers)),
      init,
    };
    this.sent.push(sent);
    await Promise.resolve();
    const answer = this.answers[method]?.shift();
    return answer ? answer(sent) : this.#grant(sent);
  };

  /** The stream that was opened last. */
  get stream(): FakeStream {
    const stream = this.streams.at(-1);
    if (!stream) throw new Error('No stream was opened');
    return stream;
  }

  /** The requests of a method. */
  of(method: string): Sent[] {
    return this.sent.filter((sent) => sent.method === method);
  }

  open({ init, channels }: Sent): Response {
    const stream = new FakeStream(init.signal);
    this.streams.push(stream);
    if (this.greets) {
      stream.welcome({ client: `c${this.streams.length}` });
      for (const channel of channels) stream.control('subscribed', { channel });
    }
    return stream.response;
  }

  #grant(sent: Sent): Response {
    if (sent.method === 'GET') return this.open(sent);
    if (sent.method === 'DELETE') return new Response(null, { status: 204 });
    return Response.json({ subscribed: sent.channels, rejected: [] });
  }
}

/** An answer of this status, with a problem as its body. */
export const problem =
  (status: number, members: object = {}, headers: Record<string, string> = {}): Answer =>
  () =>
    new Response(JSON.stringify({ status, ...members }), {
      status,
      headers: { 'content-type': 'application/problem+json', ...headers },
    });

/** No answer at all. */
export const noAnswer: Answer = () => Promise.reject(new TypeError('fetch failed'));
