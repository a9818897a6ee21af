import type { Socket } from 'node:net';
import { type Fault, healthy } from './fault.js';
import type { Random } from './seeded-random.js';

interface Parcel {
  readonly bytes: Buffer;
  readonly dueAt: number;
}

/** How much may wait here before the sender feels it, as with the buffers of a real path. */
const maxWaitingBytes = 4 * 1024 * 1024;

/** One direction of one proxied connection: bytes go in, and come out as the fault in force allows, always in order. */
export class FaultPipe {
  private fault: Fault = healthy;
  private readonly waiting: Parcel[] = [];
  private waitingBytes = 0;
  private remainingBytes = Number.POSITIVE_INFINITY;
  private hasSourceEnded = false;
  private isSourceGone = false;
  private cancelRetry: () => void = () => undefined;

  constructor(
    private readonly source: Socket,
    private readonly sink: Socket,
    private readonly random: Random,
  ) {
    source.on('data', (bytes: Buffer) => this.accept(bytes));
    source.on('end', () => {
      this.hasSourceEnded = true;
      this.deliver();
    });
    sink.on('drain', () => this.deliver());
  }

  inject(fault: Fault): void {
    this.fault = fault;
    this.remainingBytes = fault.kind === 'close-after' ? fault.bytes : Number.POSITIVE_INFINITY;
    if (fault.kind === 'half-open') this.isSourceGone = true;
    this.deliver();
  }

  /** Nothing more will be delivered: the connection is over. */
  stop(): void {
    this.cancelRetry();
    this.waiting.length = 0;
    this.isSourceGone = true;
  }

  private accept(bytes: Buffer): void {
    if (this.isSourceGone) return;
    const lateBy =
      this.fault.kind === 'delay' ? this.fault.ms + this.random() * (this.fault.jitterMs ?? 0) : 0;
    // Jitter never lets bytes overtake each other: TCP would not.
    const notBefore = this.waiting.at(-1)?.dueAt ?? 0;
    this.waiting.push({ bytes, dueAt: Math.max(performance.now() + lateBy, notBefore) });
    this.waitingBytes += bytes.length;
    if (this.waitingBytes > maxWaitingBytes) this.source.pause();
    this.deliver();
  }

  private deliver(): void {
    this.cancelRetry();
    if (this.isSourceGone || this.fault.kind === 'black-hole') return;
    for (let next = this.takeDue(); next !== undefined; next = this.takeDue()) {
      this.send(next);
      if (this.remainingBytes === 0) {
        this.close();
        return;
      }
      // A turn of the event loop between two bytes keeps them from being read as one piece.
      if (this.fault.kind === 'slices') break;
    }
    this.scheduleRest();
  }

  private takeDue(): Parcel | undefined {
    const first = this.waiting[0];
    if (first === undefined || first.dueAt > performance.now() || this.sink.writableNeedDrain)
      return undefined;
    return this.waiting.shift();
  }

  private send({ bytes, dueAt }: Parcel): void {
    const most = this.fault.kind === 'slices' ? 1 : bytes.length;
    const part = bytes.subarray(0, Math.min(most, this.remainingBytes));
    this.waitingBytes -= part.length;
    this.remainingBytes -= part.length;
    this.sink.write(part);
    if (part.length < bytes.length) this.waiting.unshift({ bytes: bytes.subarray(part.length), dueAt });
  }

  private scheduleRest(): void {
    const [first] = this.waiting;
    if (first === undefined && this.hasSourceEnded) this.sink.end();
    // A sink that needs to drain says so itself when it has.
    if (first !== undefined && !this.sink.writableNeedDrain) this.retryAfter(first.dueAt - performance.now());
    if (this.source.isPaused() && this.waitingBytes < maxWaitingBytes / 2) this.source.resume();
  }

  private close(): void {
    this.stop();
    this.sink.end();
    this.source.destroy();
  }

  private retryAfter(waitMs: number): void {
    const retry = (): void => this.deliver();
    if (waitMs > 0) {
      const timer = setTimeout(retry, Math.ceil(waitMs));
      this.cancelRetry = () => clearTimeout(timer);
    } else {
      const turn = setImmediate(retry);
      this.cancelRetry = () => clearImmediate(turn);
    }
  }
}
