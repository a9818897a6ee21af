// Which figures an expression asks for, and which there are. Rules and dashboards are held to the same.
import type { SpawnedService } from '@dhanman/testing';
import { figuresOfCheck, figuresOfPart, figuresOfRehearsal, type Figure } from '../../backup/figures.ts';

/** Words of the query language; what is left of an expression are names of metrics. */
const words = [
  ...['absent', 'and', 'by', 'count', 'group_left', 'histogram_quantile', 'increase', 'max', 'min', 'on'],
  ...['or', 'rate', 'sum', 'time', 'topk', 'unless', 'vector', 'without'],
];

const name = String.raw`[a-zA-Z_:][a-zA-Z0-9_:]*`;

export function metricsIn(expression: string): readonly string[] {
  // Neither do the labels that two figures are matched by.
  const bare = expression.replaceAll(/\{[^}]*\}|"[^"]*"|\[[^\]]*\]|\b(on|by|group_left) \([^)]*\)/g, ' ');
  const found = bare.match(new RegExp(name, 'g')) ?? [];
  return [...new Set(found.filter((word) => !words.includes(word)))];
}

/** Each metric with the labels in its braces, and the labels of `by` and `on` with every metric of the expression. */
export function labelsIn(expression: string): readonly (readonly [metric: string, label: string])[] {
  const selected = [...expression.matchAll(new RegExp(`(${name})\\{([^}]*)\\}`, 'g'))].flatMap(
    ([, metric = '', braces = '']) =>
      [...braces.matchAll(new RegExp(`(${name})\\s*(?:=~|!~|!=|=)`, 'g'))].map(
        ([, label = '']) => [metric, label] as const,
      ),
  );
  const grouped = [...expression.matchAll(/\b(?:on|by) \(([^)]+)\)/g)]
    .flatMap(([, list = '']) => list.split(',').map((label) => label.trim()))
    .flatMap((label) => metricsIn(expression).map((metric) => [metric, label] as const));
  return [...selected, ...grouped];
}

export type Exported = ReadonlyMap<string, ReadonlySet<string>>;

/** Every metric that these services and the backups have, with the labels once Prometheus has scraped it. */
export async function exported(...services: readonly SpawnedService[]): Promise<Exported> {
  const found = new Map<string, Set<string>>([['up', new Set(ofTarget)]]);
  const add = (metric: string, labels: readonly string[]): void => {
    found.set(metric, new Set([...(found.get(metric) ?? []), ...labels]));
  };
  const texts = services.map(async ({ process }) => (await fetch(process.metricsUrl)).text());
  const text = (await Promise.all(texts)).join('\n');
  for (const [, metric = '', braces = ''] of text.matchAll(
    new RegExp(`^(${name})(?:\\{(.*)\\})? \\S+`, 'gm'),
  )) {
    add(metric, [
      ...ofTarget,
      ...[...braces.matchAll(new RegExp(`(${name})="`, 'g'))].map(([, label = '']) => label),
    ]);
  }
  for (const { name: metric, labels = {} } of figuresOfBackups()) {
    add(metric, [...ofNode, ...Object.keys(labels)]);
  }
  return found;
}

/** What prometheus.yml and the files of targets put on everything that a service says, and on the node exporter. */
const ofTarget = ['job', 'instance', 'environment', 'service'];
const ofNode = ['job', 'instance'];

/** What the timers of the backup tell the node exporter. */
function figuresOfBackups(): readonly Figure[] {
  const now = new Date(0);
  const health = { lastBase: undefined, lastLog: undefined, complaints: [] };
  const rehearsed = { environment: 'qa', broken: 0, seconds: 0 };
  return [
    ...figuresOfCheck(health, now),
    ...figuresOfPart({ part: 'objects', environment: 'qa' }, now),
    ...figuresOfRehearsal(rehearsed, now),
  ];
}

/** Without a replica a service has no figures of one. The primary is none, and is never asked as if it were. */
export const withReplica = ({ database }: { readonly database: { readonly appUrl: string } }) => ({
  DATABASE_REPLICA: new URL(database.appUrl).host,
});
