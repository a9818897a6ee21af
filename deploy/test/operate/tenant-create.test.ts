// An operator makes an organization, by the way on which everybody signs up.
import { newId } from '@dhanman/kernel';
import { until, freePort, query, spawnService, type SpawnedService } from '@dhanman/testing';
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { operate } from '../../operate/main.ts';

let common: SpawnedService;
let said: string[];
let complained: string[];

beforeAll(async () => {
  common = await spawnService('common');
}, 120_000);

afterAll(async () => {
  await common.drop();
});

beforeEach(() => {
  jest.spyOn(console, 'log').mockImplementation((text: unknown) => void said.push(String(text)));
  jest.spyOn(console, 'error').mockImplementation((text: unknown) => void complained.push(String(text)));
});

/** The exit code. */
async function create(email: string, address = common.process.url): Promise<number> {
  [said, complained] = [[], []];
  const words = ['--name', 'Sahyadri Society', '--company', 'Sahyadri CHS', '--person', 'Asha Kulkarni'];
  return operate(['tenant', 'create', ...words, '--email', email, '--address', address, '--json']);
}

test('an organization is made with its company and its owner, who gets a mail', async () => {
  const email = `${newId()}@example.com`;
  expect(await create(email)).toBe(0);
  const made = JSON.parse(said.join('\n')) as { organizationId: string; companyId: string; personId: string };
  const [found] = await query(
    common.database.adminUrl,
    `select organization.name, company.name as company, person.email, membership.grants->0->>'role' as role
     from organization join company on company.organization_id = organization.id
       join membership on membership.organization_id = organization.id
       join person on person.id = membership.person_id
     where organization.id = $1 and company.id = $2 and person.id = $3`,
    [made.organizationId, made.companyId, made.personId],
  );
  expect(found).toEqual({ name: 'Sahyadri Society', company: 'Sahyadri CHS', email, role: 'owner' });
  // A job sends it, a moment later.
  const mails = await until(
    async () => {
      const page = await fetch(`${common.process.url}/dev/mail?to=${encodeURIComponent(email)}`, {
        headers: { accept: 'application/json' },
      });
      const kept = (await page.json()) as readonly object[];
      return kept.length > 0 && kept;
    },
    { deadlineMs: 30_000, what: 'the mail arrives' },
  );
  expect(mails).toMatchObject([{ subject: 'Welcome to Dhanman' }]);
});

test('what cannot be made says why, and nothing is there afterwards', async () => {
  const count = () => query(common.database.adminUrl, 'select count(*) from organization');
  const before = await count();
  expect(await create('not an address')).toBe(1);
  expect(complained.join()).toContain('person.email');
  const nobody = `http://127.0.0.1:${String(await freePort())}`;
  expect(await create(`${newId()}@example.com`, nobody)).toBe(1);
  expect(complained.join()).toContain(`Common does not answer at ${nobody}`);
  expect(await operate(['tenant', 'create', '--name', 'Sahyadri Society'])).toBe(2);
  expect(complained.join()).toContain('needs --company');
  expect(await count()).toEqual(before);
});
