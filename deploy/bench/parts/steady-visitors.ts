// A process of its own that asks one address at fixed moments and notes how long each answer took, counted from the moment
// it was due: a server that stands still delays every request that falls due meanwhile, and all of them are counted.
import { Agent, get, type RequestOptions } from 'node:http';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';

/** What is asked, and when. */
export interface Visits {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly everyMs: number;
  readonly times: number;
}

/** Of every visit in turn: milliseconds until its answer was there, and by how much it set out late itself. */
export interface Visited {
  readonly took: readonly number[];
  readonly late: readonly number[];
}

process.once('message', (visits: Visits) => {
  void visit(visits).then((visited) => process.send?.(visited));
});

async function visit({ url, headers, everyMs, times }: Visits): Promise<Visited> {
  const options = { headers, agent: new Agent({ keepAlive: true }) };
  const [answers, late]: [Promise<number>[], number[]] = [[], []];
  const begun = performance.now();
  for (let index = 0; index < times; index += 1) {
    const due = begun + index * everyMs;
    await pause(Math.max(0, due - performance.now()));
    late.push(performance.now() - due);
    answers.push(answered(url, options).then(() => performance.now() - due));
  }
  const took = await Promise.all(answers);
  options.agent.destroy();
  return { took, late };
}

/** Until the last byte; an answer that is not one of success is a failure of the measurement. */
async function answered(url: string, options: RequestOptions): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<undefined>();
  get(url, options, (response) => {
    response.resume();
    if (response.statusCode !== 200)
      reject(new Error(`a visit was answered with ${String(response.statusCode)}`));
    response.once('end', () => {
      resolve(undefined);
    });
  }).once('error', reject);
  await promise;
}
