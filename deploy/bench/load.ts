import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import type { Sample } from './benchmark.ts';

export interface Load {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Sent with every request, which then is a POST; `[<id>]` in it becomes something new each time. */
  readonly body?: string;
  readonly connections: number;
  /** How long, in seconds or in requests. */
  readonly until: { readonly seconds: number } | { readonly requests: number };
}

const run = promisify(execFile);
const autocannon = createRequire(import.meta.url).resolve('autocannon/autocannon.js');

interface Report {
  readonly '2xx': number;
  readonly non2xx: number;
  readonly errors: number;
  readonly timeouts: number;
  readonly duration: number;
  readonly latency: { readonly p50: number; readonly p99: number };
}

/** Sends from a process of its own, so that generating load and measuring it cost the measured process nothing. */
export async function fire({ url, headers, body, connections, until }: Load): Promise<Sample> {
  const args = ['--json', '-c', String(connections)];
  if (body !== undefined) args.push('--idReplacement', '-m', 'POST', '-b', body);
  args.push(...('seconds' in until ? ['-d', String(until.seconds)] : ['-a', String(until.requests)]));
  for (const [name, value] of Object.entries(headers)) args.push('-H', `${name}=${value}`);
  const { stdout } = await run(process.execPath, [autocannon, ...args, url], { maxBuffer: 2 ** 26 });
  return sampleOf(JSON.parse(stdout) as Report);
}

/** One in a thousand may fail on a machine that is busy with other things; more would no longer measure serving. */
const failuresAtMost = 0.001;

/** Refused requests are fast, so a run full of them looks splendid: it is no measurement at all. */
export function sampleOf(report: Report): Sample {
  const { non2xx, errors, timeouts } = report;
  if (non2xx + errors + timeouts > report['2xx'] * failuresAtMost) {
    const counts = `${String(non2xx)} refused, ${String(errors)} failed, ${String(timeouts)} late`;
    throw new Error(`${counts} beside ${String(report['2xx'])} answered requests under load`);
  }
  return {
    requests: report['2xx'],
    'requests/s': report['2xx'] / report.duration,
    'p50 ms': report.latency.p50,
    'p99 ms': report.latency.p99,
  };
}
