import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from './paths.js';

/** A server of Redis, by the classes of the tests in Java: it ends with this process at the latest. */
export class Redis {
  #process;

  static async start() {
    const redis = new Redis();
    await redis.#start();
    return redis;
  }

  async #start() {
    const java = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin', 'java') : 'java';
    const main = 'org.heliograph.internal.testing.redis.RedisRun';
    this.#process = spawn(java, ['-cp', process.env.HELIOGRAPH_CLASS_PATH, main], {
      cwd: root,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const ended = once(this.#process, 'exit').then(() => {
      throw new Error('Redis did not start');
    });
    const line = once(createInterface({ input: this.#process.stdout }), 'line');
    [this.url] = await Promise.race([line, ended]);
    ended.catch(() => {}); // from now on it may
  }

  async stop() {
    const exit = once(this.#process, 'exit');
    this.#process.stdin.end();
    await exit;
  }
}
