import { once } from 'node:events';
import { connect, createServer } from 'node:net';

/** A network of one's own: it passes bytes on to the service until it is cut. */
export class Proxy {
  #sockets = new Set();
  #down = false;
  #server;

  static async to(port) {
    const proxy = new Proxy();
    proxy.#server = createServer((client) => proxy.#join(client, port)).listen(0, '127.0.0.1');
    await once(proxy.#server, 'listening');
    return proxy;
  }

  get directLine() { return `http://127.0.0.1:${this.#server.address().port}/v3/directline`; }

  /** Ends every connection, and lets new ones come or not. */
  cut({ stayDown = false } = {}) {
    this.#down = stayDown;
    this.#sockets.forEach((socket) => socket.destroy());
  }

  mend() { this.#down = false; }

  close() {
    this.cut({ stayDown: true });
    this.#server.close();
  }

  #join(client, port) {
    if (this.#down) {
      client.destroy();
      return;
    }
    const service = connect(port, '127.0.0.1');
    for (const [socket, other] of [[client, service], [service, client]]) {
      this.#sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        this.#sockets.delete(socket);
        other.destroy();
      });
      socket.pipe(other);
    }
  }
}
