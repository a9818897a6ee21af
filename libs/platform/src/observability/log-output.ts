import { Writable } from 'node:stream';

/** What may wait for a slow reader before lines are given up; a few thousand lines, not a service's memory. */
const waitingBytes = 1_048_576;

/**
 * Writes lines without ever making a request wait: when the reader stalls or the disk is full, lines are dropped
 * and counted, and the first line that fits again says how many are missing.
 */
export class LogOutput extends Writable {
  private missing = 0;
  private total = 0;
  private isTorn = false;

  constructor(
    private readonly stream: Writable,
    private readonly lossReport: (lines: number) => string,
    private readonly limit: number = waitingBytes,
  ) {
    super({ decodeStrings: false });
    // Without a listener, a full disk or a reader that went away would end the process.
    if (!stream.listeners('error').includes(carryOn)) stream.on('error', carryOn);
  }

  /** Lines that were lost since the start. */
  get dropped(): number {
    return this.total;
  }

  /** Takes every line at once; winston stops all logging while a stream asks it to wait. */
  override _write(line: string, _encoding: BufferEncoding, taken: () => void): void {
    if (this.stream.writableLength + line.length > this.limit) this.lose(1);
    else this.pass(line);
    taken();
  }

  /** Resolves when everything written so far has left the process, or when the time for that is over. */
  async flush(deadlineMs: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const deadline = setTimeout(resolve, deadlineMs);
      this.stream.write('', () => {
        clearTimeout(deadline);
        resolve();
      });
    });
  }

  private pass(line: string): void {
    const unreported = this.missing;
    const text = `${this.isTorn ? '\n' : ''}${unreported === 0 ? '' : this.lossReport(unreported)}${line}`;
    this.missing = 0;
    this.isTorn = false;
    this.stream.write(text, (error) => {
      if (!error) return;
      // Part of the line may have been written before the disk was full; the next must not continue it.
      this.isTorn = true;
      this.missing += unreported;
      this.lose(1);
    });
  }

  private lose(lines: number): void {
    this.missing += lines;
    this.total += lines;
  }
}

/** What could not be written is counted where it was written. */
function carryOn(): void {}
