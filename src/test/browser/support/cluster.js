import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from './paths.js';
import { command, freePort, JVM_OPTIONS } from './server.js';

const NODE_LINE = /^ *node (\d+): kill -9 (\d+)$/;

/** The demo on two nodes, as the README's command runs it: a node that is killed comes back. */
export class Cluster {
  #process;
  #pids = new Map();
  #waiting = new Set();

  /** Starts both, and returns when both answer. */
  static async start() {
    const cluster = new Cluster();
    await cluster.#start();
    return cluster;
  }

  async #start() {
    const ports = new Set();
    while (ports.size < 4) ports.add(await freePort());
    const [front, otherFront, node, otherNode] = ports;
    [this.url, this.otherUrl] = [front, otherFront].map((port) => `http://127.0.0.1:${port}/`);
    this.nodes = [node, otherNode].map(String);
    const java = join(process.env.JAVA_HOME, 'bin', 'java');
    const args = ['-cp', process.env.HELIOGRAPH_CLASS_PATH, 'org.heliograph.nodes.Nodes'];
    this.#process = spawn(
      java,
      [...args, front, otherFront, ...this.nodes, ...command(node)],
      // the nodes take these options too
      { cwd: root, env: { ...process.env, JDK_JAVA_OPTIONS: JVM_OPTIONS.join(' ') } },
    );
    this.#process.stderr.pipe(process.stderr);
    createInterface({ input: this.#process.stdout }).on('line', (line) => this.#read(line));
    await Promise.all(this.nodes.map((name) => this.hasStarted(name)));
  }

  #read(line) {
    const [, name, pid] = NODE_LINE.exec(line) ?? [];
    if (!name) return;
    this.#pids.set(name, Number(pid));
    for (const look of this.#waiting) look();
  }

  /** Waits until a node runs. */
  async hasStarted(name) {
    await new Promise((resolve, reject) => {
      const look = () => {
        if (!this.#pids.has(name)) return;
        this.#waiting.delete(look);
        resolve();
      };
      this.#waiting.add(look);
      this.#process.once('exit', () => reject(new Error('The nodes have ended')));
      look();
    });
  }

  /** Ends a node at once, as a crash would. */
  kill(name) {
    process.kill(this.#pids.get(name), 'SIGKILL');
    this.#pids.delete(name);
  }

  async stop() {
    const exit = once(this.#process, 'exit');
    this.#process.kill('SIGTERM');
    await exit;
  }
}
