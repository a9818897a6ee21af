// No cluster was asked. What can be held without one: schemas, and that names, ports, paths, secrets and policies agree with
// each other, with the topology and with the services as they are built.
import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PlatformConfig } from '@dhanman/platform';
import { afterAll, describe, expect, it, test } from '@jest/globals';
import { credentialsOf, environments, hostOf, limits, services, webApp } from '../../topology.ts';
import { committed, folder, hasLabels, manifestsIn, podsOf, type Found, type Labels } from './manifests.ts';

const repository = join(import.meta.dirname, '../../..');
const overlays = ['production', 'qa'] as const;
const base = committed('base');
const all = committed('base', ...overlays.map((name) => `overlays/${name}`));
const pods = podsOf(base);
const serving = pods.filter(({ labels }) => labels['app.kubernetes.io/component'] === 'service');
const kubectl = spawnSync('kubectl', ['version', '--client']).status === 0;
const scratch = mkdtempSync(join(tmpdir(), 'dhanman-kubernetes-'));

afterAll(() => rmSync(scratch, { recursive: true }));

describe('the schemas', () => {
  const packages = ['kubernetes-models', '@kubernetes-models/cloudnative-pg'];
  const roots = packages.map((name) =>
    dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)),
  );
  // Their operators publish no schema as a package.
  const without = ['RabbitmqCluster', 'Vhost', 'User', 'Permission', 'PodMonitor'];

  test('of Kubernetes and CloudNativePG accept every manifest', async () => {
    const checked = new Set<string>();
    for (const manifest of all.filter(({ kind }) => !without.includes(kind))) {
      const [file] = roots.flatMap((root) =>
        globSync(join(root, manifest.apiVersion, `${manifest.kind}.js`)),
      );
      const found = (await import(pathToFileURL(file ?? `no schema of ${manifest.kind}`).href)) as Readonly<
        Record<string, new (data: Found) => { validate(): void }>
      >;
      expect(() => new found[manifest.kind]!(manifest).validate()).not.toThrow();
      checked.add(manifest.kind);
    }
    expect(checked.size).toBe(10);
  });

  test('know every field: they let unknown ones pass, and a cluster would drop them', () => {
    const known = new Set(
      [...roots, join(roots[0]!, '../@kubernetes-models/apimachinery')]
        .flatMap((root) => globSync(join(root, '**/*.d.ts')))
        .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/^ *(?:readonly )?"?(\w+)"?\??:/gm)])
        .map(([, name]) => name),
    );
    const strangers = all
      .filter(({ kind }) => !without.includes(kind))
      .flatMap(fieldsIn)
      .filter((field) => !known.has(field));
    expect(strangers).toEqual([]);
  });

  /** Names that somebody chose, such as labels, are no fields. */
  function fieldsIn(value: unknown): readonly string[] {
    if (Array.isArray(value)) return value.flatMap(fieldsIn);
    if (typeof value !== 'object' || value === null) return [];
    const chosen = ['labels', 'matchLabels', 'selector', 'annotations', 'parameters', 'requests', 'limits'];
    return Object.entries(value).flatMap(([key, inner]) => [
      key,
      ...(chosen.includes(key) ? [] : fieldsIn(inner)),
    ]);
  }
});

test('what selects pods finds some, and only of the kind it is meant for', () => {
  const selecting = base.flatMap(({ kind, metadata: { name }, spec = {} }) => {
    const selector = spec['selector'] as (Labels & { matchLabels?: Labels }) | undefined;
    return selector ? [{ kind, name, labels: selector.matchLabels ?? selector }] : [];
  });
  expect(selecting.length).toBeGreaterThan(services.length * 3);
  for (const { kind, name, labels } of selecting) {
    const found = pods.filter((pod) => hasLabels(labels, pod.labels)).map(({ owner }) => owner);
    expect({ kind, name, found }).toEqual({ kind, name, found: [name] });
  }
  for (const { spec = {} } of base.filter(({ kind }) => kind === 'HorizontalPodAutoscaler')) {
    const { kind, name } = spec['scaleTargetRef'] as { kind: string; name: string };
    expect(base.some((one) => one.kind === kind && one.metadata.name === name)).toBe(true);
  }
});

test.each(services)('the probes of $name ask for what it answers, where it listens', ({ name, ports }) => {
  const api = JSON.parse(readFileSync(join(repository, `docs/api/${name}.openapi.json`), 'utf8')) as {
    paths: Readonly<Record<string, unknown>>;
  };
  const [container] = serving.find(({ owner }) => owner === name)!.spec.containers;
  const open = new Map(container!.ports!.map((port) => [port.name, port.containerPort]));
  expect(open.get('http')).toBe(ports.prod);
  const probes = [container!.startupProbe, container!.livenessProbe, container!.readinessProbe];
  expect(probes.map((probe) => probe?.httpGet?.path)).toEqual(['/health', '/health', '/health/ready']);
  for (const probe of probes) {
    expect(api.paths).toHaveProperty([probe!.httpGet!.path, 'get']);
    expect(open.has(probe!.httpGet!.port)).toBe(true);
  }
});

describe.each(overlays)('in %s', (overlay) => {
  const text = readFileSync(join(folder, 'overlays', overlay, 'kustomization.yaml'), 'utf8');
  const { configMapGenerator } = manifestsIn(text)[0] as unknown as {
    configMapGenerator: readonly { name: string; literals: readonly string[] }[];
  };
  const variables = new Map(
    configMapGenerator.map(({ name, literals }) => [
      name,
      Object.fromEntries(literals.map((one) => one.split(/=(.*)/s).slice(0, 2))) as Record<string, string>,
    ]),
  );

  test.each(services)('$name can be configured by what its pods are given', async (service) => {
    const { spec } = serving.find(({ owner }) => owner === service.name)!;
    const [container] = spec.containers;
    const environment = {
      ...Object.assign(
        {},
        ...container!.envFrom!.map(({ configMapRef }) => variables.get(configMapRef.name)),
      ),
      ...Object.fromEntries(container!.env!.map(({ name, value }) => [name, value])),
    } as Record<string, string>;
    const [secret] = spec.volumes.flatMap((volume) => (volume.secret ? [volume.secret] : []));
    expect(secret!.items.map(({ path }) => path)).toEqual(credentialsOf(service));
    const credentials = mkdtempSync(join(scratch, 'credentials-'));
    for (const { path } of secret!.items)
      writeFileSync(join(credentials, path), exampleOf(path), { mode: secret!.defaultMode });
    const config = await configOf(service.name, { ...environment, CREDENTIALS_DIRECTORY: credentials });
    expect(config).toMatchObject({ PORT: service.ports.prod, HOST: '0.0.0.0', METRICS_HOST: '0.0.0.0' });
    expect(config.TRUSTED_PROXIES('10.244.1.7')).toBe(true);
    expect(config.TRUSTED_PROXIES('203.0.113.9')).toBe(false);
  });

  test('every host that nginx has comes in', () => {
    const [ingress] = committed(`overlays/${overlay}`).filter(({ kind }) => kind === 'Ingress');
    const environment = environments[overlay === 'qa' ? 'qa' : 'prod'];
    const { rules, tls } = ingress!.spec as { rules: { host: string }[]; tls: { hosts: string[] }[] };
    const hosts = [webApp, ...services.map(({ name }) => name)].map((name) => hostOf(environment, name));
    expect(rules.map(({ host }) => host)).toEqual(hosts);
    expect(tls.flatMap((one) => one.hosts)).toEqual(hosts);
  });
});

test('no pod of ours may do what it need not', () => {
  expect(pods.length).toBe(services.length * 2 + 4);
  for (const { owner, spec } of pods) {
    expect({ owner, ...spec }).toMatchObject({
      automountServiceAccountToken: false,
      securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
      containers: [
        {
          resources: { requests: expect.anything(), limits: { memory: expect.anything() } },
          securityContext: {
            allowPrivilegeEscalation: false,
            readOnlyRootFilesystem: true,
            capabilities: { drop: ['ALL'] },
          },
        },
      ],
    });
  }
});

test('a pod that is asked to go has time to be left alone, to drain and to end', () => {
  for (const { spec } of serving) {
    const { lifecycle } = spec.containers[0] as unknown as {
      lifecycle: { preStop: { sleep: { seconds: number } } };
    };
    const { seconds } = lifecycle.preStop.sleep;
    // Readiness is lost after two looks; whoever balances hears of the deletion sooner.
    expect(seconds).toBeGreaterThanOrEqual(10);
    const needed = seconds * 1_000 + limits.shutdownDeadlineMs;
    expect(spec.terminationGracePeriodSeconds! * 1_000).toBeGreaterThan(needed);
  }
});

test('no value of a secret lies here', () => {
  expect(all.filter(({ kind }) => kind === 'Secret')).toEqual([]);
});

(kubectl ? it : it.skip)(
  `kustomize builds what an operator lays over it${kubectl ? '' : ' (skipped: kubectl is not installed)'}`,
  () => {
    const page = readFileSync(join(repository, 'docs/kubernetes.md'), 'utf8');
    const [, example = ''] = /```yaml\n# kustomization.yaml\n([\s\S]*?)```/.exec(page) ?? [];
    const overlay = join(folder, 'overlays/production');
    const digest = `sha256:${'7'.repeat(64)}`;
    const own = mkdtempSync(join(scratch, 'own-'));
    writeFileSync(
      join(own, 'kustomization.yaml'),
      example
        .replace('../dhanman/deploy/kubernetes/overlays/production', relative(realpathSync(own), overlay))
        .replaceAll('sha256:…', digest),
    );
    const { stdout, stderr } = spawnSync(
      'kubectl',
      ['kustomize', '--load-restrictor', 'LoadRestrictionsNone', own],
      { encoding: 'utf8' },
    );
    expect(stderr).toBe('');
    const built = manifestsIn(stdout);
    for (const { spec } of podsOf(built))
      expect(spec.containers[0]!.image).toMatch(/^registry\.example\.com\/[\w/-]+:[\w.]+@sha256:7{64}$/);
    const shared = built.find(
      ({ kind, metadata }) => kind === 'ConfigMap' && /^dhanman-\w{10}$/.test(metadata.name),
    );
    expect(shared?.data).toMatchObject({ S3_ENDPOINT: 'https://s3.example.com', ENVIRONMENT: 'prod' });
    expect(new Set(built.map(({ metadata }) => metadata.namespace))).toEqual(
      new Set(['dhanman-prod', undefined]),
    );
    const references = podsOf(built).flatMap(({ spec }) => spec.containers[0]!.envFrom ?? []);
    const maps = built.filter(({ kind }) => kind === 'ConfigMap').map(({ metadata }) => metadata.name);
    for (const { configMapRef } of references) expect(maps).toContain(configMapRef.name);
  },
);

function exampleOf(secret: string): string {
  const examples: Readonly<Record<string, string>> = {
    DATABASE_URL: 'postgres://prod_dhanman_sales_app:word@postgres-rw:5432/prod-dhanman-sales',
    AMQP_URL: 'amqp://prod-sales:word@rabbitmq:5672/prod',
    REDIS_JOBS_URL: 'redis://:word@redis-jobs:6379/0',
    REDIS_CACHE_URL: 'redis://:word@redis-cache:6379/0',
    MAIL_URL: 'smtps://dhanman:word@mail.example.com',
  };
  return examples[secret] ?? 'word'.repeat(16);
}

async function configOf(service: string, environment: Record<string, string>): Promise<PlatformConfig> {
  const file = join(repository, 'services', service, 'dist/config.js');
  const found = (await import(pathToFileURL(file).href)) as Readonly<
    Record<string, new (environment: Record<string, string>) => PlatformConfig>
  >;
  const name = Object.keys(found).find((one) => one.endsWith('Config'));
  return new found[name!]!(environment);
}
