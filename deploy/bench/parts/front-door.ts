import {
  freePort,
  freshVirtualHost,
  query,
  type SpawnedService,
  spawnService,
  until,
} from '@dhanman/testing';
import type { ServiceName } from '../../topology.ts';
import { addressAt, nobody, type Site, startSite } from './site.ts';

/** The app in front of a Common that issues tokens and keeps the mails it would send. */
export interface FrontDoor {
  readonly address: string;
  /** What is served as files. */
  readonly appRoot: string;
  databaseOf(name: ServiceName): string;
  /** Waits for a mail, or for that many of them, and gives the link in the latest. */
  linkTo(email: string, subject: string, mails?: number): Promise<string>;
  /** As whoever runs the installation does. */
  deactivate(email: string): Promise<void>;
  /** Four colleagues, with whom a trial of five has no room for one more. */
  fillPlan(email: string): Promise<void>;
  /** Ends a service politely and starts it again, as a release does where there is one instance. */
  replace(name: ServiceName): Promise<void>;
  stop(): Promise<void>;
}

interface KeptMail {
  readonly subject: string;
  readonly text: string;
}

/** With other services behind it; they meet Common in one broker. Home, where signing in ends, asks Sales for its figures. */
export async function openFrontDoor(
  others: readonly ServiceName[] = ['sales'],
  ofCommon: Readonly<Record<string, string>> = {},
): Promise<FrontDoor> {
  const [sitePort, issuerPort] = [await freePort(), await freePort()];
  const address = addressAt(sitePort);
  const issuer = `127.0.0.1:${String(issuerPort)}`;
  const vhost = await freshVirtualHost();
  const trust = { AUTH_ISSUER: `${address}/oidc`, AUTH_JWKS: `http://${issuer}/oidc/jwks` };
  const common = await spawnService('common', {
    vhost,
    overrides: {
      ...trust,
      ...ofCommon,
      ...{ APP_URL: address, OIDC_ISSUER: `${address}/oidc`, OIDC_PORT: String(issuerPort) },
    },
  });
  const running = new Map<ServiceName, SpawnedService>([['common', common]]);
  const hosts: Partial<Record<ServiceName, string>> = {};
  for (const name of others) {
    const service = await spawnService(name, { vhost, overrides: trust });
    running.set(name, service);
    hosts[name] = new URL(service.process.url).host;
  }
  const upstreams = { ...(await nobody()), ...hosts, common: new URL(common.process.url).host, issuer };
  const site: Site = await startSite(upstreams, sitePort);
  return {
    address,
    appRoot: site.appRoot,
    databaseOf: (name) => running.get(name)?.database.adminUrl ?? '',
    linkTo: async (email, subject, mails = 1) => linkIn(common, email, subject, mails),
    deactivate: async (email) => {
      const sql = `update person set status = 'deactivated', version = version where email = $1`;
      await query(common.database.adminUrl, sql, [email]);
    },
    fillPlan: async (email) => {
      const sql = `
        insert into membership (organization_id, id, person_id, is_active, grants)
        select organization_id, gen_random_uuid(), gen_random_uuid(), true, '[{"role": "sales"}]'
        from membership join person on person.id = person_id, generate_series(1, 4) where email = $1`;
      await query(common.database.adminUrl, sql, [email]);
    },
    replace: async (name) => replaced(running.get(name)),
    stop: async () => {
      await site.stop();
      await Promise.all([...running.values()].map((service) => service.drop()));
      await vhost.drop();
    },
  };
}

async function replaced(service: SpawnedService | undefined): Promise<void> {
  await service?.process.stop();
  await service?.respawn();
}

async function linkIn(
  common: SpawnedService,
  email: string,
  subject: string,
  mails: number,
): Promise<string> {
  const latest = await until(
    async () => {
      const found = (await mailsTo(common, email)).filter((one) => one.subject === subject);
      return found.length >= mails && found[0];
    },
    { deadlineMs: 30_000, what: `the mail "${subject}" arrives` },
  );
  return /https?:\S+/.exec(latest.text)?.[0] ?? '';
}

async function mailsTo(common: SpawnedService, email: string): Promise<readonly KeptMail[]> {
  const page = `${common.process.url}/dev/mail?to=${encodeURIComponent(email)}`;
  const answer = await fetch(page, { headers: { accept: 'application/json' } });
  return (await answer.json()) as KeptMail[];
}
