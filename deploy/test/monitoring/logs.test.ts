// Alloy is in no package source that tests reach: the file is held to its own names, to the units and to what a service says.
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { expect, test } from '@jest/globals';
import { labels } from '../../generate/logs.ts';
import { deployed, migrateUnitOf, nextUnitOf, services, unitOf } from '../../topology.ts';

const text = await readFile(join(import.meta.dirname, '../../monitoring/logs.alloy'), 'utf8');
const rules = [...text.matchAll(/rule \{([^}]*)\}/g)].map(([, body = '']) =>
  Object.fromEntries([...body.matchAll(/(\w+) += "(.*)"/g)].map(([, key = '', value = '']) => [key, value])),
);

/** The labels that a line of this unit gets; nothing when it is not sent. */
function labelsOf(unit: string): Readonly<Record<string, string>> | undefined {
  if (rules.some((rule) => rule['action'] === 'keep' && !matchOf(rule, unit))) return undefined;
  const given = rules.filter((rule) => rule['target_label'] !== undefined && matchOf(rule, unit));
  return Object.fromEntries(
    given.map((rule) => [
      rule['target_label'],
      rule['replacement']!.replaceAll(/\$(\d)/g, (_, at: string) => matchOf(rule, unit)?.[Number(at)] ?? ''),
    ]),
  ) as Readonly<Record<string, string>>;
}

/** Anchored at both ends, as Alloy does it; its strings double each backslash. */
const matchOf = ({ regex = '' }: Readonly<Record<string, string>>, unit: string): RegExpExecArray | null =>
  new RegExp(`^(?:${regex.replaceAll('\\\\', '\\')})$`).exec(unit);

test('lines of every unit of a service are sent with environment and service, and of nothing else', () => {
  for (const environment of deployed)
    for (const service of services)
      for (const nameOf of [unitOf, nextUnitOf, migrateUnitOf])
        expect(labelsOf(`${nameOf(environment, service)}.service`)).toEqual({
          env: environment.name,
          service: service.name,
        });
  for (const other of ['nginx', 'ssh', 'dhanman-backup-take', 'dhanman-prod-salesx', 'x-dhanman-prod-sales'])
    expect(labelsOf(`${other}.service`)).toBeUndefined();
});

test('each part hands on to a part that is there', () => {
  const parts = [...text.matchAll(/^([\w.]+) "(\w+)" \{/gm)].map(
    ([, kind, name]) => `${kind ?? ''}.${name ?? ''}`,
  );
  const named = [...text.matchAll(/loki\.\w+\.\w+(?=\.(?:receiver|rules))/g)].map(([one]) => one);
  expect(named.length).toBe(3);
  for (const one of named) expect(parts).toContain(one);
});

test('the level is where a service writes it, and only three labels leave', async () => {
  const { createLogger } = (await import(
    join(import.meta.dirname, '../../../libs/platform/dist/observability/logger.js')
  )) as {
    createLogger: (settings: object, stream: PassThrough) => { warn(message: string): void };
  };
  const stream = new PassThrough();
  const settings = { service: 'sales', LOG_LEVEL: 'info', ENVIRONMENT: 'prod', SERVICE_VERSION: '1' };
  createLogger(settings, stream).warn('a line');
  const [line] = (await once(stream, 'data')) as [Buffer];
  const [, field = ''] = /expressions = \{ level = "(\w+)" \}/.exec(text) ?? [];
  expect((JSON.parse(line.toString()) as Record<string, unknown>)[field]).toBe('warn');
  const [, kept = ''] = /stage\.label_keep \{\s+values = \[(.*)\]/.exec(text) ?? [];
  expect(kept.split(', ')).toEqual(labels.map((label) => `"${label}"`));
});
