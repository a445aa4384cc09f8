import { once } from 'node:events';
import { createServer, request } from 'node:http';

/** What a server says that has not got the application, or not any more. */
const AWAY = new Set([404, 500, 502, 503]);

/** Headers that are about a connection (RFC 9110 section 7.6.1). */
const HOP_BY_HOP = ['connection', 'keep-alive', 'transfer-encoding'];

/**
 * A reverse proxy for GET requests, which go to nodes in turn. One that finds no application, or
 * nobody, goes to the next node, as the proxies of the documentation do it.
 */
export class Balancer {
  /** How often a request has gone to another node. */
  retries = 0;

  #ports;
  #turn = 0;
  #listener = createServer((asked, answer) => this.#forward(asked, answer, this.#ports.length - 1));

  constructor(ports) {
    this.#ports = ports;
  }

  static async start(ports) {
    const balancer = new Balancer(ports);
    balancer.#listener.listen(0, '127.0.0.1');
    await once(balancer.#listener, 'listening');
    return balancer;
  }

  get url() {
    return `http://127.0.0.1:${this.#listener.address().port}/`;
  }

  #forward(asked, answer, others) {
    const port = this.#ports[this.#turn++ % this.#ports.length];
    const { url: path, method, headers } = asked;
    const onward = request({ host: '127.0.0.1', port, path, method, headers, agent: false });
    const leave = () => onward.destroy();
    const another = (status) => {
      answer.off('close', leave);
      if (others > 0) {
        this.retries++;
        this.#forward(asked, answer, others - 1);
      } else {
        answer.writeHead(status).end();
      }
    };
    onward.on('response', (incoming) => {
      if (AWAY.has(incoming.statusCode)) {
        incoming.resume();
        another(incoming.statusCode);
        return;
      }
      for (const name of HOP_BY_HOP) delete incoming.headers[name];
      answer.writeHead(incoming.statusCode, incoming.headers);
      answer.flushHeaders();
      incoming.pipe(answer);
      incoming.on('error', () => answer.destroy());
    });
    onward.on('error', () => !answer.headersSent && !answer.destroyed && another(502));
    answer.on('close', leave);
    onward.end();
  }

  close() {
    this.#listener.close();
    this.#listener.closeAllConnections();
  }
}
