const minuteMs = 60_000;
/** So many that a busy minute fits, and so few that they cost nothing to keep. */
export const mostReadings = 20_000;

/** Of which readings a trace was left within the last minute, as far as this process remembers. */
export class RecentReadings {
  /** The oldest first: what is noted again goes to the end. */
  private readonly notedAt = new Map<string, number>();

  constructor(private readonly nowMs: () => number = () => performance.now()) {}

  has(reading: string): boolean {
    const at = this.notedAt.get(reading);
    return at !== undefined && this.nowMs() - at < minuteMs;
  }

  /** Only what is stored: a trace that was rolled back is left by the next reading. */
  note(reading: string): void {
    this.notedAt.delete(reading);
    this.notedAt.set(reading, this.nowMs());
    for (const [oldest] of this.notedAt) {
      if (this.notedAt.size <= mostReadings) return;
      this.notedAt.delete(oldest);
    }
  }
}
