import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root, target } from './paths.js';

const START_MILLISECONDS = 240_000;

// a browser that has gone is noticed by it: the next test wants to count its own
const HEARTBEAT = '-Dheliograph.heartbeat=3s';

// on a machine that is busy with something else a server takes long to start
const RESTART = '-Dheliograph.restart=45s';

// it is there in half the time, and gone before the other compiler would have been of use
const COMPILER = '-XX:TieredStopAtLevel=1';

/** What every server is started with. */
export const JVM_OPTIONS = [HEARTBEAT, RESTART, COMPILER];

/** The demo on a server of its own, which a test can stop, kill and start again. */
export class Server {
  #process;

  #copy;
  #options;

  /**
   * @param port where it listens, also after it was started again
   * @param copy the name of the copy of the demo that it runs
   * @param options more options of the JVM
   */
  constructor(port, { copy = 'demo', options = [] } = {}) {
    this.port = port;
    this.#copy = copy;
    this.#options = options;
    this.url = `http://127.0.0.1:${port}/`;
    process.once('exit', () => this.#process?.kill('SIGKILL'));
  }

  /** Starts the demo on a free port, and returns when it answers. */
  static async start() {
    const server = new Server(await freePort());
    await server.start();
    return server;
  }

  /**
   * Starts it, again if it was stopped or killed.
   *
   * @throws Error if it ends instead of answering
   */
  async start() {
    await mkdir(target('server'), { recursive: true });
    const log = createWriteStream(target(`server/browser-tests-${this.port}.log`), { flags: 'a' });
    await once(log, 'open');
    const java = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin', 'java') : 'java';
    const options = { cwd: root, stdio: ['ignore', log, log] };
    const args = [...JVM_OPTIONS, ...this.#options, ...command(this.port, this.#copy)];
    this.#process = spawn(java, args, options);
    const deadline = Date.now() + START_MILLISECONDS;
    while (!(await this.#answers())) {
      if (this.#process.exitCode !== null || Date.now() > deadline) {
        await this.kill();
        throw new Error(`The server did not start; it says why in ${log.path}`);
      }
      await sleep(100);
    }
  }

  /** Ends it at once, as a crash would: it has no time for a farewell. */
  kill = () => this.#end('SIGKILL');

  /** Asks it to stop, and waits until it has. */
  stop = () => this.#end('SIGTERM');

  /** Asks the demo's REST endpoints, as a user if there is one; only a user may broadcast. */
  async call(method, path, { user = userOf(path), body, type = 'application/json' } = {}) {
    const authorization = user && `Basic ${Buffer.from(`${user}:${user}`).toString('base64')}`;
    const headers = { ...(user && { authorization }), ...(body && { 'content-type': type }) };
    const response = await fetch(new URL(path, this.url), { method, headers, body });
    const text = await response.text();
    return { status: response.status, body: text && JSON.parse(text) };
  }

  async #end(signal) {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const exit = once(this.#process, 'exit');
    this.#process.kill(signal);
    await exit;
  }

  async #answers() {
    try {
      return (await fetch(new URL('api/stats', this.url))).ok;
    } catch {
      return false; // it does not listen yet
    }
  }
}

const userOf = (path) => (path.startsWith('api/broadcast/') ? 'admin' : undefined);

/** The build's command line, which ends with the port that a user would choose. */
export function command(port, copy = 'demo') {
  const line = process.env.HELIOGRAPH_SERVER_COMMAND;
  if (!line) {
    throw new Error(
      'HELIOGRAPH_SERVER_COMMAND must say what follows "java" to run the demo, with the port at ' +
        'its end. The Maven build sets it.',
    );
  }
  return line
    .replace(/(?<=[/ ])demo(?=[/ ])/g, copy)
    .replace(/\d+$/, port)
    .split(' ');
}

/** A port that is free, below those that connections take: one of these could be gone soon. */
export async function freePort() {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 10_000);
    const probe = createServer();
    try {
      await once(probe.listen(port, '127.0.0.1'), 'listening');
    } catch (error) {
      if (error.code !== 'EADDRINUSE') throw error;
      continue; // somebody has it
    }
    probe.close();
    await once(probe, 'close');
    return port;
  }
}
