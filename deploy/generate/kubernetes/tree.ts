import type { Outputs } from '../generator.ts';
import { databaseCluster } from './names.ts';
import { networkPolicies } from './network.ts';
import { kustomization, overlayFiles, overlays } from './overlays.ts';
import { scaling } from './scaling.ts';
import { redis } from './servers.ts';
import { databasesJob, deployments, migrations, serviceAddresses } from './services.ts';
import { nginxFiles, web } from './web.ts';
import { type Manifest, manifests } from './yaml.ts';

export const kubernetesFolder = 'deploy/kubernetes';

/** One file for each kind of thing; an overlay for each environment. */
export function kubernetes(): Outputs {
  const base: Readonly<Record<string, readonly Manifest[]>> = {
    'deployments.yaml': deployments(),
    'services.yaml': serviceAddresses(),
    'web.yaml': web(),
    'jobs.yaml': [databasesJob(`${databaseCluster}-superuser`), ...migrations()],
    'scaling.yaml': scaling(),
    'network-policies.yaml': networkPolicies(),
    'redis.yaml': redis(),
  };
  const nginx = nginxFiles();
  const ofBase: Manifest = {
    apiVersion: 'kustomize.config.k8s.io/v1beta1',
    kind: 'Kustomization',
    resources: Object.keys(base),
    configMapGenerator: [{ name: 'nginx', files: [...nginx.keys()].map((name) => `nginx/${name}`) }],
  };
  const files = new Map<string, string>([['base/kustomization.yaml', manifests([ofBase])]]);
  for (const [name, all] of Object.entries(base)) files.set(`base/${name}`, manifests(all));
  for (const [name, text] of nginx) files.set(`base/nginx/${name}`, text);
  for (const overlay of overlays) {
    const folder = `overlays/${overlay.folder}`;
    files.set(`${folder}/kustomization.yaml`, manifests([kustomization(overlay)]));
    for (const [name, all] of Object.entries(overlayFiles(overlay)))
      files.set(`${folder}/${name}`, manifests(all));
  }
  return new Map([...files].map(([path, text]) => [`${kubernetesFolder}/${path}`, text]));
}
