import { type Progress, progressTo, type StepEvent } from './progress.ts';
import { StepList } from './step-list.ts';

const upAndClear = '\u001B[1A\u001B[2K';

/** Shows steps as they happen: on a terminal the running ones are redrawn below the finished ones, elsewhere one line each. */
export function showSteps(out: NodeJS.WriteStream = process.stdout): (event: StepEvent) => void {
  const list = new StepList();
  let drawn = 0;
  return (event) => {
    const final = list.take(event);
    if (!out.isTTY) {
      if (final !== undefined) out.write(`${final}\n`);
      return;
    }
    const live = list.live((out.columns || 80) - 1);
    const lines = final === undefined ? live : [...final.split('\n'), ...live];
    out.write(upAndClear.repeat(drawn) + lines.map((line) => `${line}\n`).join(''));
    drawn = live.length;
  };
}

export function terminalProgress(): Progress {
  return progressTo(showSteps());
}
