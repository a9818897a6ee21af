// How long our source files are, per package: drift towards god files or crumbs is seen in every test run.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const crumb = 15;
const sources = ['libs/*/src/**/*.ts', 'services/*/src/**/*.{ts,tsx}', 'deploy/**/*.{ts,mjs}'];
const notSources =
  /node_modules|\/dist\/|\/generated\/|\.d\.ts$|\.(spec|test)\.tsx?$|\/migrations\/|\/test\/|\/fixtures\//;

type Size = { readonly file: string; readonly lines: number };

export function sizeReport(root: string): readonly string[] {
  const sizes = globSync(sources, { cwd: root })
    .filter((file) => !notSources.test(file))
    .map((file) => ({ file, lines: countLines(join(root, file)) }));
  const packages = Map.groupBy(sizes, ({ file }) => packageOf(file));
  const rows = [...packages].sort(([a], [b]) => a.localeCompare(b)).map(([name, own]) => row(name, own));
  const heading = line('source files', ['files', 'median', 'p75', 'p90', 'max', `<${crumb}`]);
  return [heading, ...rows, row('all', sizes)];
}

function row(name: string, sizes: readonly Size[]): string {
  const lines = sizes.map((size) => size.lines).sort((a, b) => a - b);
  const at = (share: number) => lines[Math.min(lines.length - 1, Math.floor(lines.length * share))] ?? 0;
  const crumbs = Math.round(
    (100 * lines.filter((count) => count < crumb).length) / Math.max(1, lines.length),
  );
  return line(name, [lines.length, at(0.5), at(0.75), at(0.9), lines.at(-1) ?? 0, `${crumbs} %`]);
}

function line(name: string, cells: readonly (string | number)[]): string {
  return name.padEnd(20) + cells.map((cell) => String(cell).padStart(8)).join('');
}

function packageOf(file: string): string {
  const [area = '', name = ''] = file.split('/');
  return area === 'deploy' ? area : `${area}/${name}`;
}

function countLines(file: string): number {
  return readFileSync(file, 'utf8').split('\n').length - 1;
}
