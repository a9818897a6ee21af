import { systemClock } from '@dhanman/kernel';
import { everyUnsent, nameOf, type Place, sentAs, type Unsent, unsentIn } from './unsent.js';

/** One place of this device's storage. A browser that keeps nothing forgets with the page, as it did before. */
export class UnsentStore {
  private readonly name: string;
  private current: Unsent | undefined;

  constructor(place: Place) {
    this.name = nameOf(place);
    this.current = this.read();
  }

  get found(): Unsent | undefined {
    return this.current;
  }

  keep(typed: unknown): void {
    this.write({ ...this.current, at: systemClock.now().getTime(), typed });
  }

  /** Kept before it is used: whoever sends the same again, after whatever happened to the page, sends it under this key. */
  keyFor(content: unknown): string {
    const sent = sentAs(JSON.stringify(content), this.current?.sent, () => crypto.randomUUID());
    this.write({ at: systemClock.now().getTime(), typed: undefined, ...this.current, sent });
    return sent.key;
  }

  erase(): void {
    this.current = undefined;
    attempt(() => localStorage.removeItem(this.name));
  }

  private read(): Unsent | undefined {
    return unsentIn(attempt(() => localStorage.getItem(this.name)) ?? null);
  }

  private write(unsent: Unsent): void {
    this.current = unsent;
    attempt(() => localStorage.setItem(this.name, JSON.stringify(unsent)));
  }
}

/** Of everybody: who signs out leaves nothing for who comes next. */
export function eraseEveryUnsent(): void {
  attempt(() => {
    const names = Object.keys(localStorage).filter((name) => name.startsWith(everyUnsent));
    for (const name of names) localStorage.removeItem(name);
  });
}

function attempt<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
