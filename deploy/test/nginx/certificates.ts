import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { deployed, hostOf, services, webApp } from '../../topology.ts';

/** Certificates signed by themselves, where the vhosts look for them: one for all known hosts, one for the rest. */
export function certify(folder: string): void {
  const names = [webApp, ...services.map(({ name }) => name)];
  const hosts = deployed.flatMap((environment) => names.map((name) => hostOf(environment, name)));
  make(join(folder, 'default'), ['unknown.invalid']);
  for (const [index, { name }] of deployed.entries()) {
    // The environments share one here, so that a test has one to trust.
    if (index === 0) make(join(folder, name), hosts);
    else cpSync(join(folder, deployed[0]?.name ?? ''), join(folder, name), { recursive: true });
  }
}

function make(folder: string, hosts: readonly string[]): void {
  mkdirSync(folder, { recursive: true });
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  const subject = [
    '-subj',
    '/CN=dhanman test',
    '-addext',
    `subjectAltName=${hosts.map((host) => `DNS:${host}`).join()}`,
  ];
  const files = ['-keyout', join(folder, 'privkey.pem'), '-out', join(folder, 'fullchain.pem')];
  execFileSync('openssl', ['req', '-x509', ...key, ...subject, ...files], { stdio: 'pipe' });
}
