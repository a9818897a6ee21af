// On the first start a demo organization signs up like everybody else and enters a few customers, through the same HTTP
// interface that everybody uses, so that nobody looks at an empty screen. Later starts leave the data alone.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { serviceNamed, type ServiceName } from '../../topology.ts';
import type { Instance } from '../instance.ts';
import { readIfThere, writeWhole } from '../machine/files.ts';
import { until } from '../machine/wait.ts';
import type { Progress } from '../terminal/progress.ts';
import { portOf } from './service-process.ts';
import { accessToken } from './signing-key.ts';

interface SignedUp {
  readonly organizationId: string;
  readonly companyId: string;
  readonly personId: string;
}

const signUp = {
  organization: { name: 'Sahyadri Group' },
  company: { name: 'Sahyadri Traders', gstins: ['27AAPFU0939F1ZV'], tan: 'MUMA12345B' },
  person: { name: 'Asha Rao', email: 'asha@example.com' },
};

const customers = [
  { code: 'SAHYADRI', name: 'Sahyadri Office Supplies', gstin: '27AADCM7261R1ZR', stateCode: '27' },
  { code: 'KAVERI', name: 'Kaveri Sweets and Namkeen', gstin: '29AAKCS4518P1ZK', stateCode: '29' },
  { code: 'MARINA', name: 'Marina Heights Owners Association', gstin: '33AAQFN9034L1ZR', stateCode: '33' },
  { code: 'YAMUNA', name: 'Yamuna Print Works', gstin: '07AAHCB5527K1ZH', stateCode: '07' },
  { code: 'MEERA', name: 'Meera Iyer', email: 'meera.iyer@example.com', stateCode: '29' },
];

const patienceMs = 20_000;

/** A failure is told and not fatal: the system runs without these, and the next start tries again. */
export async function fillWithDemoData(instance: Instance, progress: Progress): Promise<void> {
  const done = join(instance.folder, 'demo-organization.done');
  if (existsSync(done)) return;
  await progress.step('demo data', async (note) => {
    try {
      const demo = await demoOrganization(instance);
      for (const customer of customers) await enter(instance, demo, customer);
      writeWhole(done, '');
      note(`${signUp.organization.name}, ${customers.length} customers`);
    } catch (error) {
      note(`not written: ${error instanceof Error ? error.message : String(error)}`);
    }
  });
}

/** Signed up once: who they are is remembered even when the rest of the first start is interrupted. */
async function demoOrganization(instance: Instance): Promise<SignedUp> {
  const path = join(instance.folder, 'demo-organization.json');
  const kept = readIfThere(path);
  if (kept !== undefined) return JSON.parse(kept) as SignedUp;
  const answer = await post('common', '/api/v1/sign-ups', signUp);
  if (answer.status !== 201) throw new Error(`the sign-up was answered ${await said(answer)}`);
  const text = await answer.text();
  writeWhole(path, text);
  return JSON.parse(text) as SignedUp;
}

/** Sales learns of the new organization by events, so that it may not know it in the first moment. */
async function enter(instance: Instance, demo: SignedUp, customer: object): Promise<void> {
  const token = accessToken(instance, {
    ...{ sub: demo.personId, org: demo.organizationId, companies: [demo.companyId] },
    permissions: ['dhanman.sales.customer.create'],
  });
  const path = `/api/v1/companies/${demo.companyId}/customers`;
  const answer = await until(
    async () => {
      const given = await post('sales', path, customer, token);
      return given.status === 404 ? undefined : given;
    },
    { deadlineMs: patienceMs },
  );
  if (!answer) throw new Error('Sales has not heard of the organization.');
  // 409: an interrupted first start had already written it.
  if (answer.status !== 201 && answer.status !== 409)
    throw new Error(`a customer was answered ${await said(answer)}`);
}

async function said(answer: Response): Promise<string> {
  return `${answer.status} ${(await answer.text()).slice(0, 200)}`;
}

function post(service: ServiceName, path: string, body: object, token?: string): Promise<Response> {
  return fetch(`http://127.0.0.1:${portOf(serviceNamed(service))}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(10_000),
  });
}
