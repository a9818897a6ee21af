import { serviceNamed, type ServiceName } from '../../../topology.ts';
import type { Instance } from '../../instance.ts';
import { until } from '../../machine/wait.ts';
import { portOf } from '../service-process.ts';
import { accessToken } from '../signing-key.ts';

export interface SignedUp {
  readonly organizationId: string;
  readonly companyId: string;
  readonly personId: string;
}

export interface Asked {
  readonly method?: 'GET' | 'POST' | 'PUT';
  readonly body?: object;
  /** Names the act: after an interrupted start it is sent again and answered from what was done the first time. */
  readonly key?: string;
  readonly version?: number;
}

export type Ask = <T>(service: ServiceName, path: string, asked?: Asked) => Promise<T>;

const patienceMs = 20_000;

const permissions = [
  'dhanman.common.opening-balance.enter',
  ...['approve', 'create', 'read', 'submit', 'update'].map((act) => `dhanman.common.journal.${act}`),
  'dhanman.sales.customer.create',
  'dhanman.sales.product.create',
  'dhanman.sales.paper-setting.update',
  ...['create', 'issue', 'read'].map((act) => `dhanman.sales.invoice.${act}`),
  ...['allocate', 'create', 'read'].map((act) => `dhanman.sales.receipt.${act}`),
];

/** Speaks to the services as one of the demo's programs, below the company's own address. */
export function callerOf(instance: Instance, demo: SignedUp, sub: 'demo' | 'demo-approver'): Ask {
  const token = accessToken(instance, {
    ...{ sub, org: demo.organizationId, companies: [demo.companyId] },
    permissions,
  });
  return async <T>(service: ServiceName, path: string, asked: Asked = {}): Promise<T> => {
    // A service learns of the new organization by events, so that it may not know it in the first moment.
    const answer = await until(
      async () => {
        const given = await send(service, `/api/v1/companies/${demo.companyId}${path}`, asked, token);
        return given.status === 404 ? undefined : given;
      },
      { deadlineMs: patienceMs },
    );
    if (!answer) throw new Error(`${service} has not heard of the organization.`);
    if (!answer.ok) throw new Error(`${service}${path} was answered ${await said(answer)}`);
    return (await answer.json()) as T;
  };
}

export async function signUp(body: object): Promise<string> {
  const answer = await send('common', '/api/v1/sign-ups', { method: 'POST', body });
  if (answer.status !== 201) throw new Error(`the sign-up was answered ${await said(answer)}`);
  return answer.text();
}

async function said(answer: Response): Promise<string> {
  return `${answer.status} ${(await answer.text()).slice(0, 200)}`;
}

function send(service: ServiceName, path: string, asked: Asked, token?: string): Promise<Response> {
  const { method = 'POST', body, key, version } = asked;
  return fetch(`http://127.0.0.1:${portOf(serviceNamed(service))}${path}`, {
    method,
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(key !== undefined && { 'idempotency-key': `demo-${key}` }),
      ...(version !== undefined && { 'if-match': `"${String(version)}"` }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(10_000),
  });
}
