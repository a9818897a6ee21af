import { Clock } from '@dhanman/kernel';

/** A clock that stands still until a test moves it. */
export class FixedClock extends Clock {
  private milliseconds: number;

  constructor(instant: string) {
    super();
    this.milliseconds = timeOf(instant);
  }

  now(): Date {
    return new Date(this.milliseconds);
  }

  set(instant: string): void {
    this.milliseconds = timeOf(instant);
  }

  advance(milliseconds: number): void {
    this.milliseconds += milliseconds;
  }
}

function timeOf(instant: string): number {
  const milliseconds = Date.parse(instant);
  if (Number.isNaN(milliseconds))
    throw new TypeError(`"${instant}" is no instant such as 2026-04-01T00:00:00Z`);
  return milliseconds;
}
