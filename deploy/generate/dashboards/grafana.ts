import { notice } from '../text.ts';
import type { Ask, Dashboard, Panel } from './panel.ts';

/** The classic model, which every Grafana from 10 on reads and brings up to date by itself. */
const schemaVersion = 39;
const columns = 24;
const height = 8;

/** Chosen on the page, so that the same file serves a Prometheus of any name. */
const datasource = { type: 'prometheus', uid: '${datasource}' };

export function dashboardJson({ uid, title, says, panels }: Dashboard): string {
  const places = placesOf(panels);
  const model = {
    uid,
    title,
    description: `${says} (${notice})`,
    tags: ['dhanman'],
    schemaVersion,
    editable: false,
    graphTooltip: 1,
    timezone: 'browser',
    refresh: '30s',
    time: { from: 'now-6h', to: 'now' },
    links: [{ type: 'dashboards', title: 'Dhanman', tags: ['dhanman'], keepTime: true, includeVars: true }],
    templating: { list: variables },
    panels: panels.map((panel, index) => ({ id: index + 1, gridPos: places[index], ...drawn(panel) })),
  };
  return `${JSON.stringify(model, undefined, 2)}\n`;
}

const variables = [
  { type: 'datasource', name: 'datasource', label: 'Prometheus', query: 'prometheus' },
  chooser('environment', 'label_values(up{job="dhanman"}, environment)'),
  {
    ...chooser('service', 'label_values(up{job="dhanman",environment="$environment"}, service)'),
    ...{ multi: true, includeAll: true, current: { text: ['All'], value: ['$__all'] } },
  },
  // Where this repository can be read is known on the machine: docs/watching.md.
  { type: 'constant', name: 'docs', label: 'Runbooks', query: 'https://docs.invalid', hide: 2 },
];

function chooser(name: string, query: string): object {
  const label = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  return { type: 'query', name, label, datasource, query: { query, refId: name }, refresh: 2, sort: 1 };
}

/** From left to right, and on into the next row when the next one does not fit. */
function placesOf(panels: readonly Panel[]): readonly object[] {
  let [x, y] = [0, 0];
  return panels.map(({ width }) => {
    if (x + width > columns) [x, y] = [0, y + height];
    const place = { x, y, w: width, h: height };
    x += width;
    return place;
  });
}

function drawn({ title, says, kind, asks, runbook, ...look }: Panel): object {
  return {
    type: kind,
    title,
    description: says,
    datasource,
    links: [{ title: 'What to do', url: `\${docs}/${runbook}`, targetBlank: true }],
    fieldConfig: { defaults: fieldsOf(kind, look), overrides: [] },
    options: kind === 'stat' ? stat : {},
    targets: asks.map(target),
    ...(kind === 'table' ? { transformations: [{ id: 'organize', options: withoutTime }] } : {}),
  };
}

const stat = { colorMode: 'background', reduceOptions: { calcs: ['lastNotNull'] } };
const withoutTime = { excludeByName: { Time: true } };

function fieldsOf(
  kind: Panel['kind'],
  { unit, red, redBelow }: Pick<Panel, 'unit' | 'red' | 'redBelow'>,
): object {
  const [low, high] = redBelow ? ['red', 'green'] : ['green', 'red'];
  const steps = [{ color: low, value: null }, ...(red === undefined ? [] : [{ color: high, value: red }])];
  const line = kind === 'timeseries' && red !== undefined;
  return {
    unit,
    min: 0,
    thresholds: { mode: 'absolute', steps },
    ...(line ? { custom: { thresholdsStyle: { mode: 'line' } } } : {}),
  };
}

function target({ expr, legend, instant }: Ask, index: number): object {
  const refId = 'ABCDEFGH'.charAt(index);
  return {
    refId,
    datasource,
    expr,
    legendFormat: legend,
    ...(instant ? { instant: true, range: false, format: 'table' } : {}),
  };
}
