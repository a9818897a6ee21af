import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { type Direction, type Fault, healthy } from './fault.js';
import { FaultPipe } from './fault-pipe.js';
import { type Random, seededRandom } from './seeded-random.js';

export interface FaultProxyOptions {
  readonly host: string;
  readonly port: number;
  /** The same seed gives the same jitter; a failing test prints it. */
  readonly seed?: number;
}

interface Link {
  readonly client: Socket;
  readonly server: Socket;
  readonly pipes: Readonly<Record<Direction, FaultPipe>>;
  /** The direction in which the news of a break has to travel. */
  brokenBy?: Direction;
}

const bothWays: readonly Direction[] = ['to-server', 'to-client'];

/**
 * Stands between a client and a real server and does to their connections what networks do. The machine's own
 * tools for this need kernel modules and root; a proxy works everywhere and touches one server only.
 */
export class FaultProxy {
  private readonly links = new Set<Link>();
  private readonly faults: Record<Direction, Fault> = { 'to-server': healthy, 'to-client': healthy };
  private accepted = 0;

  private constructor(
    private readonly listener: Server,
    private readonly target: FaultProxyOptions,
    private readonly random: Random,
  ) {
    listener.on('connection', (client: Socket) => this.link(client));
  }

  /** Listens on a free loopback port in front of a server. */
  static async start(target: FaultProxyOptions): Promise<FaultProxy> {
    // Half-closed connections stay so: the pipes pass an end on when what waited before it has been delivered.
    const listener = createServer({ allowHalfOpen: true, noDelay: true });
    listener.listen(0, '127.0.0.1');
    await once(listener, 'listening');
    return new FaultProxy(listener, target, seededRandom(target.seed ?? 1));
  }

  /** A proxy in front of the server that an address such as `postgres://…:5432/…` names. */
  static async inFrontOf(address: string, seed = 1): Promise<FaultProxy> {
    const { hostname, port } = new URL(address);
    return FaultProxy.start({ host: hostname, port: Number(port), seed });
  }

  get port(): number {
    return (this.listener.address() as AddressInfo).port;
  }

  /** How many connections were ever opened: what a client that reconnects drives up. */
  get connectionsAccepted(): number {
    return this.accepted;
  }

  get connectionsOpen(): number {
    return this.links.size;
  }

  /** The address of the server, with the proxy in its place. */
  addressFor(address: string): string {
    const url = new URL(address);
    url.hostname = '127.0.0.1';
    url.port = String(this.port);
    return url.toString();
  }

  /** Puts a fault in force for open and new connections, in one direction or in both, until `heal`. */
  inject(fault: Fault, direction?: Direction): void {
    for (const way of direction === undefined ? bothWays : [direction]) {
      // A vanished far side is the fate of the connections that are open now; the next ones find it again.
      this.faults[way] = fault.kind === 'half-open' ? healthy : fault;
      for (const link of this.links) link.pipes[way].inject(fault);
    }
    for (const link of this.links) {
      if (fault.kind === 'half-open') link.server.destroy();
      if (fault.kind === 'reset') this.reset(link);
      else this.passOnBreak(link);
    }
  }

  /** The network is well again. Connections that a fault ended stay ended. */
  heal(): void {
    this.inject(healthy);
  }

  async stop(): Promise<void> {
    const closed = once(this.listener, 'close');
    this.listener.close();
    for (const link of this.links) this.reset(link);
    await closed;
  }

  private link(client: Socket): void {
    this.accepted += 1;
    const server = connect({ ...this.target, allowHalfOpen: true, noDelay: true });
    const pipes = {
      'to-server': new FaultPipe(client, server, this.random),
      'to-client': new FaultPipe(server, client, this.random),
    };
    const link: Link = { client, server, pipes };
    this.links.add(link);
    for (const socket of [client, server]) {
      // An error is always followed by a close, which is where a broken connection is broken for both sides.
      socket.on('error', () => undefined);
      socket.on('close', (hadError) => {
        if (hadError) link.brokenBy = socket === client ? 'to-server' : 'to-client';
        this.passOnBreak(link);
      });
    }
    for (const way of bothWays) pipes[way].inject(this.faults[way]);
    if (Object.values(this.faults).some(({ kind }) => kind === 'reset')) this.reset(link);
  }

  /** A broken end breaks the other, unless the news itself falls into the black hole: then when that has healed. */
  private passOnBreak(link: Link): void {
    if (link.brokenBy !== undefined && this.faults[link.brokenBy].kind !== 'black-hole') this.reset(link);
    else if (link.client.destroyed && link.server.destroyed) this.forget(link);
  }

  private reset(link: Link): void {
    for (const socket of [link.client, link.server]) if (!socket.destroyed) breakOff(socket);
    this.forget(link);
  }

  private forget(link: Link): void {
    for (const pipe of Object.values(link.pipes)) pipe.stop();
    this.links.delete(link);
  }
}

/**
 * A connection that is just saying goodbye cannot be reset: Node would leave it neither open nor closed, and its process
 * would never end.
 */
function breakOff(socket: Socket): void {
  if (socket.writableEnded && !socket.writableFinished) socket.destroy();
  else socket.resetAndDestroy();
}
