/** Long work as a list of named steps; whoever shows it decides how. */
export interface Progress {
  step<T>(title: string, work: (note: (text: string) => void) => Promise<T>): Promise<T>;
  /** A line that stays, between the steps. */
  say(text: string): void;
}

export type StepEvent =
  | { readonly kind: 'begun' | 'failed'; readonly id: number; readonly title: string }
  | { readonly kind: 'note'; readonly id: number; readonly text: string }
  | { readonly kind: 'done'; readonly id: number; readonly title: string; readonly seconds: number }
  | { readonly kind: 'say'; readonly text: string };

/** Turns the work into events: for a terminal, a pipe, or the process that waits for us in the foreground. */
export function progressTo(show: (event: StepEvent) => void): Progress {
  let last = 0;
  return {
    async step(title, work) {
      const id = (last += 1);
      const begun = performance.now();
      show({ kind: 'begun', id, title });
      try {
        const result = await work((text) => show({ kind: 'note', id, text }));
        show({ kind: 'done', id, title, seconds: (performance.now() - begun) / 1000 });
        return result;
      } catch (error) {
        show({ kind: 'failed', id, title });
        throw error;
      }
    },
    say: (text) => show({ kind: 'say', text }),
  };
}

export const silent: Progress = progressTo(() => undefined);
