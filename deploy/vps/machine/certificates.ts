// The certificates that nginx shows: signed here, given, or from Let's Encrypt. Each is looked at for its names and its end,
// and put right a month before that.
import { X509Certificate } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Obstacle } from '../../local/machine/obstacle.ts';
import { type Environment, hostOf, services, webApp } from '../../topology.ts';
import { file, link, linkAt, mustTell, running } from './basics.ts';
import type { Wish } from './wish.ts';

/** A folder with `<environment>/fullchain.pem` and `privkey.pem`; `acme` asks Let's Encrypt; `self` signs them here. */
export type Certificates = 'acme' | 'self' | { readonly from: string };

export const acmeRoot = '/var/www/acme';

const day = 24 * 60 * 60 * 1000;
/** Browsers take none that lives longer. */
const lifeDays = 397;
const renewDays = 30;
/** Certbot renews thirty days before the end: later than this it has failed for two weeks. */
const lateDays = 14;

const tls = (name: string): readonly [chain: string, key: string] => [
  join('/etc/nginx/tls', name, 'fullchain.pem'),
  join('/etc/nginx/tls', name, 'privkey.pem'),
];

export const hostsOf = (environment: Environment): readonly string[] =>
  [webApp, ...services.map(({ name }) => name)].map((name) => hostOf(environment, name));

/** What is wrong with a certificate that has to show these names for some days more. */
export function faultOf(
  certificate: Pick<X509Certificate, 'validTo' | 'subjectAltName'>,
  { hosts, days, now }: { readonly hosts: readonly string[]; readonly days: number; readonly now: Date },
): string | undefined {
  const names = (certificate.subjectAltName ?? '').split(', ');
  const lacking = hosts.filter((host) => !names.includes(`DNS:${host}`));
  if (lacking.length > 0) return `does not name ${lacking.join(', ')}`;
  const end = new Date(certificate.validTo);
  const left = Math.floor((end.getTime() - now.getTime()) / day);
  return left >= days ? undefined : `ends on ${end.toISOString().slice(0, 10)}`;
}

function faultAt(path: string, hosts: readonly string[], days: number): string | undefined {
  if (!existsSync(path)) return 'is missing';
  return faultOf(new X509Certificate(readFileSync(path)), { hosts, days, now: new Date() });
}

/** One that an authority has signed is never replaced by one of ours. */
export function selfSigned(name: string, hosts: readonly string[]): Wish {
  const [chain, key] = tls(name);
  return {
    what: `certificate of ${name}`,
    differs() {
      if (!existsSync(chain) || !existsSync(key)) return 'is missing';
      const { issuer, subject } = new X509Certificate(readFileSync(chain));
      return issuer === subject ? faultAt(chain, hosts, renewDays) : undefined;
    },
    fulfil() {
      mustTell('install', ['-d', '-m', '0755', join('/etc/nginx/tls', name)]);
      for (const path of [chain, key]) rmSync(path, { force: true });
      const names = `subjectAltName=${hosts.map((host) => `DNS:${host}`).join(',')}`;
      const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
      const words = ['-days', String(lifeDays), '-subj', `/CN=${hosts[0] ?? name}`, '-addext', names];
      mustTell('openssl', ['req', '-x509', ...kind, ...words, '-keyout', key, '-out', chain]);
      mustTell('chmod', ['0400', key]);
    },
  };
}

export function certificateOf(environment: Environment, certificates: Certificates): Wish {
  const { name } = environment;
  // nginx does not start without one, and the answer to ACME's question comes from nginx.
  if (typeof certificates === 'string') return selfSigned(name, hostsOf(environment));
  const given = (path: string) => join(certificates.from, name, basename(path));
  const copies = tls(name).map((path, place) => {
    const from = given(path);
    if (!existsSync(from)) throw new Obstacle(`${from} is missing.`);
    return file(path, { text: readFileSync(from, 'utf8'), mode: place === 1 ? 0o400 : 0o644 });
  });
  const chain = given(tls(name)[0]);
  const fault = () => faultAt(chain, hostsOf(environment), renewDays);
  return {
    what: `certificate of ${name}`,
    async differs() {
      for (const copy of copies) if ((await copy.differs()) !== undefined) return 'is not the given one';
      return fault();
    },
    async fulfil() {
      for (const copy of copies) await copy.fulfil();
      const found = fault();
      if (found !== undefined) throw new Obstacle(`${chain} ${found}: put a new one there, and come back.`);
    },
  };
}

interface Asking {
  readonly mail: string | undefined;
  /** For a shell: nginx shows what is there now. */
  readonly reload: string;
}

/** Renewed by certbot's own timer; nginx is told by its hook. A further host name is asked for by the next run. */
export function acme(environment: Environment, { mail, reload }: Asking): readonly Wish[] {
  const name = `dhanman-${environment.name}`;
  const links = tls(environment.name).map(
    (path) => [path, join('/etc/letsencrypt/live', name, basename(path))] as const,
  );
  return [
    {
      what: `certificate of ${environment.name} from Let's Encrypt`,
      differs: () =>
        links.every(([path, to]) => linkAt(path) === to)
          ? faultAt(tls(environment.name)[0], hostsOf(environment), lateDays)
          : 'is not used',
      fulfil() {
        if (mail === undefined)
          throw new Obstacle('--mail is missing: whom Let’s Encrypt warns of a certificate that ends.');
        const how = ['certonly', '--webroot', '-w', acmeRoot, '--non-interactive', '--agree-tos', '-m', mail];
        const kept = ['--cert-name', name, '--renew-with-new-domains', '--keep-until-expiring'];
        const domains = hostsOf(environment).flatMap((host) => ['-d', host]);
        mustTell('certbot', [...how, ...kept, '--deploy-hook', reload, ...domains]);
        for (const [path, to] of links) void link(path, to).fulfil();
        mustTell('/bin/sh', ['-c', reload]);
      },
    },
    running('certbot.timer'),
  ];
}
