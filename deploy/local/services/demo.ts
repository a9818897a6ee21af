// On the first start a company that does not exist is given a few customers, through the same HTTP interface that
// everybody uses, so that nobody looks at an empty screen. Later starts leave the data alone.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { serviceNamed } from '../../topology.ts';
import type { Instance } from '../instance.ts';
import { writeWhole } from '../machine/files.ts';
import type { Progress } from '../terminal/progress.ts';
import { portOf } from './service-process.ts';
import { accessToken } from './signing-key.ts';

export const demoOrganization = '019a0000-0000-7000-8000-000000000001';
export const demoCompany = '019a0000-0000-7000-8000-000000000002';
const demoPerson = '019a0000-0000-7000-8000-000000000003';

const customers = [
  { code: 'SAHYADRI', name: 'Sahyadri Office Supplies', gstin: '27AADCM7261R1ZR', stateCode: '27' },
  { code: 'KAVERI', name: 'Kaveri Sweets and Namkeen', gstin: '29AAKCS4518P1ZK', stateCode: '29' },
  { code: 'MARINA', name: 'Marina Heights Owners Association', gstin: '33AAQFN9034L1ZR', stateCode: '33' },
  { code: 'YAMUNA', name: 'Yamuna Print Works', gstin: '07AAHCB5527K1ZH', stateCode: '07' },
  { code: 'MEERA', name: 'Meera Iyer', email: 'meera.iyer@example.com', stateCode: '29' },
];

/** A failure is told and not fatal: the system runs without these, and the next start tries again. */
export async function fillWithDemoData(instance: Instance, progress: Progress): Promise<void> {
  const done = join(instance.folder, 'demo.json');
  if (existsSync(done)) return;
  await progress.step('demo data', async (note) => {
    const token = accessToken(instance, {
      sub: demoPerson,
      org: demoOrganization,
      companies: [demoCompany],
      permissions: ['dhanman.sales.customer.create'],
    });
    const refusals: string[] = [];
    for (const customer of customers) refusals.push(...(await create(token, customer)));
    note(refusals[0] ?? `${customers.length} customers`);
    if (refusals.length === 0)
      writeWhole(done, JSON.stringify({ organization: demoOrganization, company: demoCompany }));
  });
}

async function create(token: string, customer: (typeof customers)[number]): Promise<string[]> {
  const address = `http://127.0.0.1:${portOf(serviceNamed('sales'))}/api/v1/companies/${demoCompany}/customers`;
  const answer = await fetch(address, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(customer),
    signal: AbortSignal.timeout(10_000),
  }).catch((error: unknown) => String(error));
  if (typeof answer === 'string') return [`not written: ${answer}`];
  // 409: an interrupted first start had already written it.
  if (answer.status === 201 || answer.status === 409) return [];
  return [`not written: the service answered ${answer.status} ${(await answer.text()).slice(0, 200)}`];
}
