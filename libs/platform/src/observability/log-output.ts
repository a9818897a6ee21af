import type { Writable } from 'node:stream';

/** What may wait for a slow reader before lines are given up; a few thousand lines, not a service's memory. */
const waitingBytes = 1_048_576;

/** A write costs as much as making ten lines; this is the most a crash that nobody catches can swallow. */
const collectMs = 10;

/**
 * Writes lines without ever making a request wait: the lines of a few milliseconds go out in one piece. When
 * the reader stalls or the disk is full, lines are dropped and counted, and the first that fits again says how many
 * are missing.
 */
export class LogOutput {
  private collected: string[] = [];
  private collectedLength = 0;
  private missing = 0;
  private reported = 0;
  private total = 0;
  private isTorn = false;

  constructor(
    private readonly stream: Writable,
    private readonly lossReport: (lines: number) => string,
    private readonly limit: number = waitingBytes,
  ) {
    // Without a listener, a full disk or a reader that went away would end the process.
    if (!stream.listeners('error').includes(carryOn)) stream.on('error', carryOn);
  }

  /** Lines that were lost since the start. */
  get dropped(): number {
    return this.total;
  }

  write(line: string): void {
    if (this.stream.writableLength + this.collectedLength + line.length > this.limit) {
      this.lose(1);
      return;
    }
    if (this.collected.length === 0) setTimeout(() => this.pass(), collectMs);
    if (this.missing > 0) this.report();
    this.collected.push(line);
    this.collectedLength += line.length;
  }

  /** Resolves when everything written so far has left the process, or when the time for that is over. */
  async flush(deadlineMs: number): Promise<void> {
    this.pass();
    await new Promise<void>((resolve) => {
      const deadline = setTimeout(resolve, deadlineMs);
      this.stream.write('', () => {
        clearTimeout(deadline);
        resolve();
      });
    });
  }

  private report(): void {
    this.collected.push(this.lossReport(this.missing));
    this.reported += this.missing;
    this.missing = 0;
  }

  private pass(): void {
    const { collected, reported } = this;
    if (collected.length === 0) return;
    const text = `${this.isTorn ? '\n' : ''}${collected.join('\n')}\n`;
    this.collected = [];
    this.collectedLength = 0;
    this.reported = 0;
    this.isTorn = false;
    this.stream.write(text, (error) => {
      if (!error) return;
      // Part of a line may have been written before the disk was full; the next must not continue it.
      this.isTorn = true;
      this.missing += reported;
      this.lose(collected.length - (reported > 0 ? 1 : 0));
    });
  }

  private lose(lines: number): void {
    this.missing += lines;
    this.total += lines;
  }
}

/** What could not be written is counted where it was written. */
function carryOn(): void {}
