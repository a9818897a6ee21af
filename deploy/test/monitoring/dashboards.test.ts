// A panel on a figure that nobody reports stays empty, and an empty panel looks like a quiet day.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { spawnService, type SpawnedService, until } from '@dhanman/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { exported, labelsIn, metricsIn, withReplica } from './exported.ts';

const repository = join(import.meta.dirname, '../../..');
const folder = join(repository, 'deploy/monitoring/dashboards');

interface Place {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

interface Panel {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly description: string;
  readonly datasource: unknown;
  readonly gridPos: Place;
  readonly fieldConfig: { readonly defaults: { readonly unit: string } };
  readonly links: readonly { readonly url: string }[];
  readonly targets: readonly {
    readonly refId: string;
    readonly expr: string;
    readonly datasource: unknown;
  }[];
}

interface Variable {
  readonly name: string;
  readonly type: string;
  readonly query: string | { readonly query: string };
}

interface Dashboard {
  readonly uid: string;
  readonly title: string;
  readonly schemaVersion: number;
  readonly templating: { readonly list: readonly Variable[] };
  readonly panels: readonly Panel[];
}

const chosenSource = { type: 'prometheus', uid: '${datasource}' };
let all: readonly Dashboard[];
let sales: SpawnedService;
let common: SpawnedService;

beforeAll(async () => {
  const files = await readdir(folder);
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  all = texts.map((text) => JSON.parse(text) as Dashboard);
  sales = await spawnService('sales', { overrides: withReplica });
  common = await spawnService('common');
}, 90_000);

afterAll(async () => {
  await Promise.all([sales.drop(), common.drop()]);
}, 30_000);

const panels = (): readonly Panel[] => all.flatMap((dashboard) => dashboard.panels);
const twice = <T>(list: readonly T[]): readonly T[] => list.filter((one, at) => list.indexOf(one) !== at);
const meet = (a: Place, b: Place): boolean =>
  a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

/** What is asked of Prometheus: by panels, and by the variables that fill the choices at the top. */
function expressions(): readonly string[] {
  const ofPanels = panels().flatMap(({ targets }) => targets.map(({ expr }) => expr));
  const ofChoices = all
    .flatMap(({ templating }) => templating.list)
    .flatMap(({ query }) => (typeof query === 'string' ? [] : [query.query]))
    .map((query) => query.replace(/^label_values\((.+), (\w+)\)$/, 'count by ($2) ($1)'));
  return [...ofPanels, ...ofChoices];
}

test('each dashboard has an address of its own, and is of the model that Grafana reads', () => {
  expect(all).toHaveLength(3);
  expect(twice(all.map(({ uid }) => uid))).toEqual([]);
  expect(twice(all.map(({ title }) => title))).toEqual([]);
  for (const { uid, schemaVersion } of all) {
    expect(uid).toMatch(/^[a-z][a-z-]{7,39}$/);
    // Rows and panels took their present shape with 16; what is newer Grafana migrates.
    expect(schemaVersion).toBeGreaterThanOrEqual(36);
  }
});

test('panels have numbers of their own and do not cover each other', () => {
  for (const dashboard of all) {
    expect(twice(dashboard.panels.map(({ id }) => id))).toEqual([]);
    const covered = dashboard.panels.flatMap((one, at) =>
      dashboard.panels
        .slice(at + 1)
        .filter((other) => meet(one.gridPos, other.gridPos))
        .map((other) => `${dashboard.title}: ${one.title} and ${other.title}`),
    );
    expect(covered).toEqual([]);
    const wide = dashboard.panels.filter(({ gridPos: { x, w } }) => x + w > 24);
    expect(wide.map(({ title }) => title)).toEqual([]);
  }
});

test('every panel has a title, a sentence, a unit, and asks the Prometheus that was chosen', () => {
  for (const { type, title, description, fieldConfig, datasource, targets } of panels()) {
    expect(['timeseries', 'stat', 'table']).toContain(type);
    expect(title).not.toBe('');
    expect(description).toMatch(/\.$/);
    expect(fieldConfig.defaults.unit).toMatch(/^(s|bytes|reqps|percentunit|short)$/);
    expect(datasource).toEqual(chosenSource);
    expect(targets).not.toEqual([]);
    expect(twice(targets.map(({ refId }) => refId))).toEqual([]);
    for (const target of targets) {
      expect(target.expr).not.toBe('');
      expect(target.datasource).toEqual(chosenSource);
    }
  }
});

test('environment, service and Prometheus are chosen at the top, and no query asks for another choice', () => {
  for (const dashboard of all) {
    const names = dashboard.templating.list.map(({ name }) => name);
    expect(names).toEqual(['datasource', 'environment', 'service', 'docs']);
    const used = [...JSON.stringify(dashboard).matchAll(/\$\{?(\w+)/g)].map(([, name = '']) => name);
    const grafanas = ['__all', '__range', '__rate_interval'];
    expect(used.filter((name) => ![...names, ...grafanas].includes(name))).toEqual([]);
  }
});

test('every link to a runbook leads to a heading that is there', async () => {
  for (const { title, links } of panels()) {
    expect(links).toHaveLength(1);
    const [, page = '', anchor] = /^\$\{docs\}\/(docs\/[\w-]+\.md)#([\w-]+)$/.exec(links[0]!.url) ?? [];
    const text = await readFile(join(repository, page), 'utf8');
    const anchors = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\w\s-]/g, '')
        .replaceAll(' ', '-'),
    );
    expect({ title, anchors }).toEqual({ title, anchors: expect.arrayContaining([anchor]) });
  }
});

test('every metric and label that is asked for is reported by a running service or by the backups', async () => {
  // Until somebody has asked for something, there is no time that it took.
  await fetch(`${sales.process.url}/nowhere`);
  const asked = expressions();
  expect(asked.flatMap(metricsIn)).toEqual(
    expect.arrayContaining(['up', 'jobs_owed', 'backup_rehearsal_broken']),
  );
  await until(
    async () => {
      const there = await exported(sales, common);
      const metrics = new Set(asked.flatMap(metricsIn));
      expect([...metrics].filter((metric) => !there.has(metric))).toEqual([]);
      const labels = asked.flatMap(labelsIn).filter(([metric, label]) => !there.get(metric)?.has(label));
      expect(labels).toEqual([]);
      return true;
    },
    { deadlineMs: 30_000 },
  );
}, 60_000);
