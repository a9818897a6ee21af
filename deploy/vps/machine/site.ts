// nginx with the generated vhosts.
import { existsSync } from 'node:fs';
import { nginx as tree } from '../../generate/nginx/tree.ts';
import { deployed, type Environment } from '../../topology.ts';
import { file, folder, mustTell, running } from './basics.ts';
import { acme, acmeRoot, certificateOf, type Certificates, selfSigned } from './certificates.ts';
import type { Wish } from './wish.ts';

const etc = '/etc/nginx';

export function site(
  environments: readonly Environment[],
  certificates: Certificates,
  mail: string | undefined,
): readonly Wish[] {
  const wanted = [...tree()].filter(([path]) => isOf(path, environments));
  return [
    folder(acmeRoot),
    selfSigned('default', ['localhost']),
    ...environments.map((environment) => certificateOf(environment, certificates)),
    // A release leads nginx to its own instances, by these files: they are only made.
    ...wanted.map(([path, text]) =>
      file(path.replace('nginx', etc), { text, isOnce: path.includes('/upstreams/') }),
    ),
    {
      what: 'nginx',
      // Whatever runs must be what stands in the files: when in doubt it is told once more.
      differs: () => running('nginx').differs() ?? (isTold() ? undefined : 'has not read its files'),
      fulfil() {
        mustTell('systemctl', ['enable', '--quiet', 'nginx']);
        mustTell('/bin/sh', ['-c', reload]);
      },
    },
    ...(certificates === 'acme'
      ? environments.flatMap((environment) => acme(environment, { mail, reload }))
      : []),
  ];
}

const told = '/run/dhanman-nginx-told';

/** In the words of a shell, because certbot calls it as well. */
const reload = `nginx -t -q && systemctl reload-or-restart nginx && touch ${told}`;

/** It reads them when it is told, and when it starts. */
function isTold(): boolean {
  const files = [etc, '-type', 'f', '-not', '-path', '*/upstreams/*'];
  return [told, '/run/nginx.pid']
    .filter((path) => existsSync(path))
    .some((path) => mustTell('find', ['-L', ...files, '-newer', path, '-print', '-quit']) === '');
}

function isOf(path: string, environments: readonly Environment[]): boolean {
  const [, first = ''] = path.split('/');
  const owner = deployed.find(({ name }) => name === first);
  return owner === undefined || environments.includes(owner);
}
