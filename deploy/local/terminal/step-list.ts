import type { StepEvent } from './progress.ts';

interface Line {
  readonly state: 'begun' | 'done' | 'failed';
  readonly title: string;
  readonly note: string;
  readonly seconds?: number;
}

const marks = { begun: '·', done: '✓', failed: '✗' } as const;

/** The steps as lines of text. Those that are over never change again, so they can be printed once and left behind. */
export class StepList {
  readonly #lines = new Map<number, Line>();

  /** Takes in an event and returns the line that is final now, if any. */
  take(event: StepEvent): string | undefined {
    if (event.kind === 'say') return event.text;
    const before = this.#lines.get(event.id);
    if (event.kind === 'note') {
      if (before !== undefined) this.#lines.set(event.id, { ...before, note: event.text });
      return undefined;
    }
    if (event.kind === 'begun') {
      this.#lines.set(event.id, { state: 'begun', title: event.title, note: '' });
      return undefined;
    }
    this.#lines.delete(event.id);
    return draw({ ...event, state: event.kind, note: before?.note ?? '' });
  }

  /** The steps that still run, as lines to be drawn anew each time. */
  live(width: number): string[] {
    return [...this.#lines.values()].map((line) => draw(line).slice(0, width));
  }
}

function draw({ state, title, note, seconds }: Line): string {
  const time = seconds === undefined ? '' : `${seconds.toFixed(1)} s`;
  return `${marks[state]} ${title.padEnd(24)} ${time.padStart(7)}  ${note}`.trimEnd();
}
