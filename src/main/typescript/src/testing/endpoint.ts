import { acceptsSSE } from '../codec/accept.js';
import type { FakeLog } from './log.js';
import { allRefused, type FakeRefusal, problem } from './refusals.js';
import type { Parsed } from './request.js';
import { FakeStream } from './stream.js';
import type { FakeStreams } from './streams.js';

/** Answers the requests that the protocol has: opens streams, and changes their channels. */
export class FakeEndpoint {
  /** The channels that are refused. */
  readonly refused = new Map<string, FakeRefusal>();
  readonly #log: FakeLog;
  readonly #streams: FakeStreams;
  #clients = 0;

  constructor(log: FakeLog, streams: FakeStreams) {
    this.#log = log;
    this.#streams = streams;
  }

  answer(request: Parsed): Response {
    return request.client === undefined ? this.#open(request) : this.#change(request);
  }

  #open({ method, url, channels, headers, signal }: Parsed): Response {
    if (method !== 'GET') return problem(405, `GET opens a stream, was ${method}`);
    if (!acceptsSSE(headers.accept)) return problem(406, 'A stream is text/event-stream');
    const refusals = this.#refusals(channels);
    if (refusals.length && refusals.length === channels.length) return allRefused(refusals);
    const plain = url.searchParams.get('format') === 'plain';
    const client = `client${++this.#clients}`;
    const stream = new FakeStream(client, plain, signal, this.#streams.remove);
    this.#streams.add(stream);
    this.#greet(stream, channels, headers['last-event-id'] ?? url.searchParams.get('lastEventId'));
    return stream.response;
  }

  #greet(stream: FakeStream, channels: readonly string[], position: string | null): void {
    const resumed = position ? this.#log.resume(position, new Set(channels)) : undefined;
    const start = resumed?.start ?? this.#log.head;
    const { client } = stream;
    stream.control('welcome', { client, position: start, heartbeat: 0, protocol: 1 }, start);
    this.#admit(stream, channels, (channel) => {
      const replayed = resumed?.events.filter((event) => event.channel === channel).length;
      return resumed && { recovered: resumed.recovered, replayed };
    });
    for (const event of resumed?.events ?? []) stream.deliver(event);
  }

  /** Gives a stream the channels that are granted, and tells its client of all. */
  #admit(
    stream: FakeStream,
    channels: readonly string[],
    more: (channel: string) => object | undefined = () => undefined,
  ): FakeRefusal[] {
    const refusals = this.#refusals(channels);
    for (const channel of channels) {
      if (this.refused.has(channel) || stream.channels.has(channel)) continue;
      this.#streams.grant(stream, channel, more(channel));
    }
    for (const refusal of refusals) stream.control('rejected', refusal);
    return refusals;
  }

  #change({ method, channels, client, objection }: Parsed): Response {
    if (method !== 'POST' && method !== 'DELETE') return problem(405, `No such method: ${method}`);
    if (objection) return problem(objection, 'The body must be JSON: {"channels":["chat/7"]}');
    const stream = this.#streams.all.find((one) => one.client === client);
    if (!stream) return problem(404, 'You have no open stream with this client id');
    if (method === 'POST') {
      const rejected = this.#admit(stream, channels);
      const subscribed = channels.filter((channel) => stream.channels.has(channel));
      return Response.json({ subscribed, rejected });
    }
    if (!channels.length) return problem(400, 'Say which: ?channel=chat/7');
    for (const channel of channels) this.#streams.drop(stream, channel, 'client');
    return new Response(null, { status: 204 });
  }

  #refusals(channels: readonly string[]): FakeRefusal[] {
    return channels.flatMap((channel) => this.refused.get(channel) ?? []);
  }
}
