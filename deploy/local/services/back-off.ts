const firstMs = 500;
const longestMs = 30_000;
/** Having run this long, a process counts as healthy again. */
const calmMs = 60_000;

/** How long to wait before a process that died is started again: at once at first, longer and longer while it keeps dying. */
export class BackOff {
  #deaths = 0;

  /** `livedMs` is how long the process had run. */
  delayAfter(livedMs: number): number {
    this.#deaths = livedMs >= calmMs ? 1 : this.#deaths + 1;
    return Math.min(longestMs, firstMs * 2 ** (this.#deaths - 1));
  }
}
