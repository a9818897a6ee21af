import { Database } from '@dhanman/platform';
import { startService, type StartedService, until } from '@dhanman/testing';
import { newId, systemClock } from '@dhanman/kernel';
import type { EntityManager } from 'typeorm';
import { IssuerListenerService } from '../../src/identity/issuer-listener.service.js';
import { PasswordsService } from '../../src/identity/passwords.service.js';
import { common } from '../../src/main.js';
import { PeopleService } from '../../src/people/people.service.js';
import { noOrganization, type Person } from '../../src/people/person.js';

export const app = 'http://app.test';
export const issuer = `${app}/oidc`;
export const password = 'tulsi vrindavan 7';

export interface KeptMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export interface IssuingCommon extends StartedService {
  /** Where the issuer really listens. */
  readonly issuerUrl: string;
  inTransaction<T>(work: (tx: EntityManager) => Promise<T>): Promise<T>;
  /** Somebody who can sign in with `password`. */
  aPerson(details?: { readonly name?: string; readonly password?: string }): Promise<Person>;
  /** The mails somebody has got so far, the latest first. */
  mailsTo(email: string): Promise<readonly KeptMail[]>;
  /** Waits for a mail and takes the secret part out of its link. */
  linkTo(email: string, subject: string): Promise<string>;
}

/** Common with its issuer switched on, as it runs behind the app's own address. */
export async function startIssuingCommon(
  overrides: Readonly<Record<string, string>> = {},
): Promise<IssuingCommon> {
  const started = await startService(common, {
    overrides: { OIDC_ISSUER: issuer, APP_URL: app, ...overrides },
  });
  const { service } = started;
  const [people, passwords] = [service.get(PeopleService), service.get(PasswordsService)];
  const inTransaction = <T>(work: (tx: EntityManager) => Promise<T>): Promise<T> =>
    service.get(Database).transaction(noOrganization, work);
  const mailsTo = async (email: string): Promise<readonly KeptMail[]> =>
    (await started.agent.get('/dev/mail').query({ to: email }).expect(200)).body as KeptMail[];
  return {
    ...started,
    issuerUrl: service.get(IssuerListenerService).url,
    inTransaction,
    mailsTo,
    aPerson: async ({ name = 'Asha Kulkarni', password: chosen = password } = {}) => {
      const details = { name, email: `${newId()}@example.com` };
      const hash = await passwords.hash(chosen, details);
      return inTransaction(async (tx) => {
        const { id } = await people.register(tx, { ...details, password: hash });
        return people.verify(tx, id, systemClock.now());
      });
    },
    linkTo: async (email, subject) => {
      const mail = await until(async () => (await mailsTo(email)).find((one) => one.subject === subject), {
        deadlineMs: 30_000,
        what: `the mail "${subject}" arrives`,
      });
      return /#([A-Za-z0-9_-]+)/.exec(mail.text)![1]!;
    },
  };
}
