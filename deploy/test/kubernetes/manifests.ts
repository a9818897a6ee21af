import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';

export const folder = join(import.meta.dirname, '../../kubernetes');

export type Labels = Readonly<Record<string, string>>;
type Probe = { readonly httpGet?: { readonly path: string; readonly port: string } };

export interface Container {
  readonly image: string;
  readonly args: readonly string[];
  readonly env?: readonly { readonly name: string; readonly value: string }[];
  readonly envFrom?: readonly { readonly configMapRef: { readonly name: string } }[];
  readonly ports?: readonly { readonly name: string; readonly containerPort: number }[];
  readonly startupProbe?: Probe;
  readonly livenessProbe?: Probe;
  readonly readinessProbe?: Probe;
  readonly resources?: { readonly limits?: object; readonly requests?: object };
  readonly securityContext?: object;
}

export interface PodSpec {
  readonly containers: readonly Container[];
  readonly volumes: readonly Volume[];
  readonly terminationGracePeriodSeconds?: number;
  readonly automountServiceAccountToken?: boolean;
  readonly securityContext: object;
}

export interface Volume {
  readonly secret?: {
    readonly secretName: string;
    readonly defaultMode: number;
    readonly items: readonly Item[];
  };
}

interface Item {
  readonly key: string;
  readonly path: string;
}

export interface Pod {
  readonly owner: string;
  readonly kind: string;
  readonly labels: Labels;
  readonly spec: PodSpec;
}

/** What stands in a manifest, as far as more than one of these tests looks at it. */
export interface Found {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string; readonly labels?: Labels };
  readonly spec?: Readonly<Record<string, unknown>>;
  readonly data?: Readonly<Record<string, string>>;
}

export const manifestsIn = (text: string): readonly Found[] =>
  parseAllDocuments(text).map((document) => document.toJS() as Found);

/** Everything in these folders as it is committed, without what kustomize makes of it. */
export const committed = (...folders: readonly string[]): readonly Found[] =>
  folders
    .flatMap((one) => globSync(join(folder, one, '*.yaml')).sort())
    .flatMap((file) => manifestsIn(readFileSync(file, 'utf8')))
    .filter(({ kind }) => kind !== 'Kustomization');

export const podsOf = (all: readonly Found[]): readonly Pod[] =>
  all.flatMap(({ kind, metadata, spec = {} }) => {
    const template = spec['template'] as { metadata: { labels: Labels }; spec: PodSpec } | undefined;
    return template
      ? [{ owner: metadata.name, kind, labels: template.metadata.labels, spec: template.spec }]
      : [];
  });

export const hasLabels = (wanted: Labels, labels: Labels): boolean =>
  Object.entries(wanted).every(([name, value]) => labels[name] === value);
