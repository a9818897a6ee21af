import { once } from 'node:events';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { until } from '@dhanman/testing';

export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly body: unknown;
}

interface Wanted {
  readonly status: number;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
}

const thanks: Wanted = { status: 200, text: 'thank you', headers: {} };

/** A program of a customer that takes webhooks, and answers at each path as it is told to. */
export class Receiver {
  private readonly received: Received[] = [];
  private readonly wanted = new Map<string, Wanted>();
  private readonly held = new Map<string, Set<ServerResponse>>();
  private readonly most = new Map<string, number>();
  private readonly mostTogether = new Map<string, number>();

  private constructor(private readonly server: Server) {
    server.on(
      'request',
      (request: IncomingMessage, response: ServerResponse) => void this.take(request, response),
    );
  }

  static async start(): Promise<Receiver> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new Receiver(server);
  }

  get url(): string {
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
  }

  answer(path: string, status: number, text: string, headers: Readonly<Record<string, string>> = {}): void {
    this.wanted.set(path, { status, text, headers });
  }

  /** Whoever comes here is not answered until they are let go. */
  hold(path: string): void {
    this.held.set(path, new Set());
  }

  letGo(path: string): void {
    const held = this.held.get(path) ?? [];
    this.held.delete(path);
    for (const response of held) this.reply(path, response);
  }

  /** How many were held at the same time, at most. */
  mostHeld(path: string): number {
    return this.most.get(path) ?? 0;
  }

  /** The same for all paths of a folder together. */
  mostHeldBelow(folder: string): number {
    return this.mostTogether.get(folder) ?? 0;
  }

  count(path: string): number {
    return this.at(path).length;
  }

  /** Waits until so many have come. */
  async requests(path: string, count: number): Promise<readonly Received[]> {
    await until(() => this.count(path) >= count, {
      deadlineMs: 60_000,
      what: `${String(count)} requests came`,
    });
    return this.at(path);
  }

  async stop(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    this.server.closeAllConnections();
    await closed;
  }

  at(path: string): readonly Received[] {
    return this.received.filter((one) => one.path === path);
  }

  private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const pieces: Buffer[] = [];
    for await (const piece of request as AsyncIterable<Buffer>) pieces.push(piece);
    const text = Buffer.concat(pieces).toString('utf8');
    const path = request.url ?? '';
    this.received.push({ path, headers: request.headers, text, body: JSON.parse(text) as unknown });
    const held = this.held.get(path);
    if (held) this.keep(path, held, response);
    else this.reply(path, response);
  }

  private keep(path: string, held: Set<ServerResponse>, response: ServerResponse): void {
    held.add(response);
    this.most.set(path, Math.max(this.mostHeld(path), held.size));
    const folder = folderOf(path);
    const together = [...this.held].filter(([other]) => folderOf(other) === folder);
    const size = together.reduce((sum, [, responses]) => sum + responses.size, 0);
    this.mostTogether.set(folder, Math.max(this.mostHeldBelow(folder), size));
    response.on('close', () => held.delete(response));
  }

  private reply(path: string, response: ServerResponse): void {
    const { status, text, headers } = this.wanted.get(path) ?? thanks;
    response.on('error', () => undefined);
    response.writeHead(status, headers).end(text);
  }
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}
