import { afterEach, beforeEach, vi } from 'vitest';
import { type SSEClientOptions, SSEClient, type SSEClientEvents } from '../../src/client.js';
import { FakeServer } from './fake-server.js';
// Loaded on demand, these would come by the clock of the machine, not by the test's.
import '../../src/link/changes.js';
import '../../src/link/renewal.js';

/** A client, its server, and all it told. */
export interface Harness {
  readonly client: SSEClient;
  readonly server: FakeServer;
  readonly told: [keyof SSEClientEvents, unknown][];
  /** What it told by this name. */
  readonly all: <Name extends keyof SSEClientEvents>(name: Name) => SSEClientEvents[Name][];
}

const NAMES: (keyof SSEClientEvents)[] = [
  'connected',
  'disconnected',
  'reconnecting',
  'error',
  'message',
  'state',
];

/** Lets everything happen that does not wait for time, or the time given. */
export const pass = (milliseconds = 0): Promise<unknown> =>
  vi.advanceTimersByTimeAsync(milliseconds);

const clients: SSEClient[] = [];

/** A client of a fake server whose random number is always a half. */
export function harness(options: SSEClientOptions = {}, server = new FakeServer()): Harness {
  const clock = {
    setTimeout: (run: () => void, milliseconds: number) => setTimeout(run, milliseconds),
    clearTimeout: (timer: unknown) => {
      clearTimeout(timer as ReturnType<typeof setTimeout>);
    },
    Date,
    performance,
    Math: { random: () => 0.5 },
  };
  const client = new SSEClient({ fetch: server.fetch, clock, ...options });
  clients.push(client);
  const told: [keyof SSEClientEvents, unknown][] = [];
  for (const name of NAMES) client.on(name, (value: unknown) => told.push([name, value]));
  return {
    client,
    server,
    told,
    all: <Name extends keyof SSEClientEvents>(name: Name) =>
      told.filter(([key]) => key === name).map(([, value]) => value as SSEClientEvents[Name]),
  };
}

/** A client that is connected and subscribed; its server sees altered requests. */
export async function connected(
  channels: string[],
  options: SSEClientOptions = {},
  alter: (init: RequestInit) => RequestInit = (init) => init,
): Promise<Harness> {
  const server = new FakeServer();
  const fetch = (url: string, init: RequestInit) => server.fetch(url, alter(init));
  const setup = harness({ fetch, ...options }, server);
  for (const channel of channels) setup.client.subscribe(channel);
  await pass();
  return setup;
}

/** A new tab that shares its stream, with what it heard; the browser is a FakeTabs. */
export async function openTab(
  server: FakeServer,
  channels: string[],
  shared: boolean | string = true,
): Promise<Harness & { readonly seen: unknown[] }> {
  const setup = harness({ shared }, server);
  const seen: unknown[] = [];
  setup.client.on('message', ({ data }) => seen.push(data));
  for (const channel of channels) setup.client.subscribe(channel);
  // The part that shares is loaded on demand: by the clock of the machine, not by the test's.
  await vi.dynamicImportSettled();
  await pass(10);
  return { ...setup, seen };
}

/** Time stands still unless a test lets it pass; every client is closed in the end. */
export function inVirtualTime(): void {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) client.close();
    await pass();
    vi.useRealTimers();
  });
}
