import { notice } from '../text.ts';

export type Value =
  string | number | boolean | readonly Value[] | { readonly [key: string]: Value | undefined };

/** An object of Kubernetes or of one of its operators. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly [key: string]: Value | undefined;
}

/** Several documents in one file. */
export const manifests = (all: readonly Manifest[]): string =>
  `# ${notice}\n${all.map((one) => lines(one).join('\n')).join('\n---\n')}\n`;

/** What fits beside its key stands there: a reader sees a whole manifest at once. */
const longestFlow = 88;

/** Enough of YAML for what stands in a manifest: blocks, and every string quoted that could be read as anything else. */
function lines(value: Value): readonly string[] {
  if (isList(value))
    return value.flatMap((entry) => {
      const beside = flow(entry);
      return beside.length <= longestFlow ? [`- ${beside}`] : hung('- ', lines(entry));
    });
  if (typeof value !== 'object') return [scalar(value)];
  return Object.entries(value).flatMap(([key, entry]) => {
    if (entry === undefined) return [];
    const beside = flow(entry);
    if (typeof entry !== 'object' || beside.length <= longestFlow) return [`${scalar(key)}: ${beside}`];
    const below = lines(entry);
    return [`${scalar(key)}:`, ...below.map((line) => `  ${line}`)];
  });
}

function flow(value: Value): string {
  if (typeof value !== 'object') return scalar(value);
  if (isList(value)) return value.length === 0 ? '[]' : `[${value.map(flow).join(', ')}]`;
  const entries = Object.entries(value).flatMap(([key, entry]) =>
    entry === undefined ? [] : [`${scalar(key)}: ${flow(entry)}`],
  );
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

function hung(bullet: string, [first = '{}', ...rest]: readonly string[]): readonly string[] {
  return [`${bullet}${first}`, ...rest.map((line) => `${' '.repeat(bullet.length)}${line}`)];
}

const scalar = (value: string | number | boolean): string =>
  typeof value === 'string' && !isPlain(value) ? JSON.stringify(value) : String(value);

const isPlain = (text: string): boolean =>
  /^[A-Za-z/][\w./-]*$/.test(text) && !/^(true|false|null|yes|no|on|off|y|n)$/i.test(text);

const isList = (value: Value): value is readonly Value[] => Array.isArray(value);
