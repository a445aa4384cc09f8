import { once } from 'node:events';
import { connect, createServer } from 'node:net';

/** What a proxy says whose server is away. */
const AWAY = 'HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n';

/** A wire between a browser and a server that a test can cut, without either of them knowing. */
export class Proxy {
  #sockets = new Set();
  #isCut = false;
  #refuses = false;
  #listener;

  constructor(serverPort) {
    this.#listener = createServer((client) => {
      if (this.#isCut) return client.destroy();
      if (this.#refuses) {
        client.on('error', () => client.destroy());
        return client.once('data', () => client.end(AWAY));
      }
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

  /** Breaks all connections, and answers every request with an error, as a proxy does. */
  refuse() {
    this.#refuses = true;
    this.snap();
  }

  mend() {
    this.#isCut = this.#refuses = false;
  }

  close() {
    this.cut();
    this.#listener.close();
  }
}
