interface Waiting {
  readonly slots: number;
  readonly go: () => void;
}

/** Bounds how many handlers run at once. First come, first served, so that one who wants all slots is not starved. */
export class Slots {
  private free: number;
  private readonly queue: Waiting[] = [];

  constructor(readonly total: number) {
    this.free = total;
  }

  async run<T>(slots: number, work: () => Promise<T>): Promise<T> {
    await this.take(slots);
    try {
      return await work();
    } finally {
      this.free += slots;
      this.serve();
    }
  }

  private async take(slots: number): Promise<void> {
    const turn = new Promise<void>((go) => this.queue.push({ slots, go }));
    this.serve();
    await turn;
  }

  private serve(): void {
    for (let [next] = this.queue; next && next.slots <= this.free; [next] = this.queue) {
      this.queue.shift();
      this.free -= next.slots;
      next.go();
    }
  }
}
