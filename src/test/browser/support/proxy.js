import { once } from 'node:events';
import { connect, createServer } from 'node:net';

/** A wire between a browser and a server that a test can cut, without either of them knowing. */
export class Proxy {
  #sockets = new Set();
  #isCut = false;
  #listener;

  constructor(serverPort) {
    this.#listener = createServer((client) => {
      if (this.#isCut) return client.destroy();
      const server = connect(serverPort, '127.0.0.1');
      for (const [one, other] of [
        [client, server],
        [server, client],
      ]) {
        this.#sockets.add(one);
        one.pipe(other);
        one.on('error', () => other.destroy());
        one.on('close', () => {
          this.#sockets.delete(one);
          other.destroy();
        });
      }
    });
  }

  static async start(serverPort) {
    const proxy = new Proxy(serverPort);
    proxy.#listener.listen(0, '127.0.0.1');
    await once(proxy.#listener, 'listening');
    return proxy;
  }

  get url() {
    return `http://127.0.0.1:${this.#listener.address().port}/`;
  }

  /** Breaks all connections; new ones are possible at once. */
  snap() {
    for (const socket of this.#sockets) socket.destroy();
  }

  /** Breaks all connections, and lets no new one through. */
  cut() {
    this.#isCut = true;
    this.snap();
  }

  mend() {
    this.#isCut = false;
  }

  close() {
    this.cut();
    this.#listener.close();
  }
}
