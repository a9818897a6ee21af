import { parseArgs } from 'node:util';
import { usualFolder } from './settings.ts';

export const usage = `Usage: npm run backup -- <command> [--settings <folder>] (${usualFolder})
  init                              makes the bucket
  take                              a whole copy of the cluster
  take-beside [--tar <file>] [--figures <folder>]
                                    what is new beside it: files, the broker's definitions, the configuration as packed
                                    in that file
  list                              the copies there are
  check [--figures <folder>]        whether the last copy and the log are recent enough
  restore --to <folder> [--at <time>] [--scratch]
                                    a cluster as it was at that time (2026-11-25T10:00:00Z), or as it was last; with
                                    --scratch one to look at, which does not archive
  restore --objects [--environment <name>]
                                    the files that are missing
  restore --broker [--environment <name>] [--at <time>]
                                    queues, exchanges, users and rights of the broker that are missing
  restore --configuration --to <folder> [--at <time>]
                                    what was in /etc/dhanman
  rehearse [--environment <name>] [--in <folder>] [--figures <folder>]
                                    brings the last copy back beside the running cluster, and verifies it
                                    with --figures, all three write files that Prometheus' node exporter reads
  prune                             deletes what is older than the rule says and no longer locked
  archive-settings                  the lines that postgresql.conf needs`;

export class Misunderstood extends Error {}

export type Asked = ReturnType<typeof askedIn>;

const text = { type: 'string' } as const;
const flag = { type: 'boolean', default: false } as const;
const options = {
  ...{ settings: { ...text, default: usualFolder }, environment: { ...text, default: 'prod' } },
  ...{ to: text, at: text, in: text, figures: text, tar: text },
  ...{ scratch: flag, objects: flag, broker: flag, configuration: flag },
} as const;

export function askedIn(args: readonly string[]) {
  const { values, positionals } = parsed(args);
  const at = values.at === undefined ? undefined : new Date(values.at);
  if (Number.isNaN(at?.getTime())) throw new Misunderstood(`${values.at ?? ''} is not a time.`);
  return { ...values, at, words: positionals };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new Misunderstood((error as Error).message);
  }
}
