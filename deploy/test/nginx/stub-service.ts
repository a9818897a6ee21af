import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** What a service saw of one request. */
export interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly bytes: number;
}

/** Stands where a service would: remembers what arrives, and behaves as the path asks. */
export class StubService {
  readonly seen: Seen[] = [];
  readonly connections = new Set<Socket>();
  connectionsMade = 0;
  readonly #server: Server;

  readonly name: string;

  private constructor(name: string) {
    this.name = name;
    this.#server = createServer((request, response) => void this.#answer(request, response));
    this.#server.keepAliveTimeout = 72_000;
    this.#server.on('connection', (socket) => {
      this.connectionsMade += 1;
      this.connections.add(socket);
      socket.on('close', () => this.connections.delete(socket));
    });
  }

  static async start(name: string): Promise<StubService> {
    const stub = new StubService(name);
    await new Promise<void>((resolve) => stub.#server.listen(0, '127.0.0.1', resolve));
    return stub;
  }

  get address(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  forget(): void {
    this.seen.length = 0;
  }

  async stop(): Promise<void> {
    for (const socket of this.connections) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let bytes = 0;
    for await (const chunk of request) bytes += (chunk as Buffer).length;
    const { method = '', url = '', headers } = request;
    this.seen.push({ method, url, headers, bytes });
    if (url.includes('/dies'))
      request.socket.destroy(); // the work is done, its answer is lost
    else if (url.endsWith('/stream')) stream(response);
    else if (url.endsWith('/starting')) response.writeHead(503).end('not yet');
    else this.#reply(response, url);
  }

  #reply(response: ServerResponse, url: string): void {
    response.setHeader('content-type', 'application/json');
    response.setHeader('etag', '"7"');
    response.setHeader('x-powered-by', 'a stub');
    response.setHeader('x-frame-options', 'ALLOWALL');
    response.setHeader('location', '/api/v1/companies/1/customers/2');
    if (url.startsWith('/docs')) response.setHeader('content-security-policy', "default-src 'self'");
    response.end(
      JSON.stringify({ service: this.name, padding: url.includes('/long') ? 'x'.repeat(5_000) : '' }),
    );
  }
}

/** One event at once, and never an end: only an unbuffered proxy passes it on. */
function stream(response: ServerResponse): void {
  response.setHeader('content-type', 'text/event-stream');
  response.write('data: first\n\n');
}
