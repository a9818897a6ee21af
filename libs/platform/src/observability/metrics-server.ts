import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * A server of its own, so that figures are still to be had when the service's own port is drowning. They are for
 * Prometheus: nginx does not pass the path on, and nobody else reaches the port.
 */
export class MetricsServer {
  private readonly server: Server;

  constructor(answer: RequestListener) {
    this.server = createServer({ headersTimeout: 5_000, requestTimeout: 5_000 }, (request, response) => {
      const isAsked = request.method === 'GET' && request.url?.split('?')[0] === '/metrics';
      if (isAsked) answer(request, response);
      else response.writeHead(404, { 'content-type': 'text/plain' }).end('not found\n');
    });
  }

  async listen(port: number, host: string): Promise<void> {
    this.server.listen(port, host);
    await once(this.server, 'listening');
  }

  get url(): string {
    const { address, port } = this.server.address() as AddressInfo;
    return `http://${address}:${port}/metrics`;
  }

  async close(): Promise<void> {
    if (!this.server.listening) return;
    const closed = once(this.server, 'close');
    this.server.close();
    this.server.closeAllConnections();
    await closed;
  }
}
