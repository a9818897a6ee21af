import { type Permission, permissions, type CustomerDto, type SaleLine } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import { aToken, query, type StartedService } from '@dhanman/testing';
import type supertest from 'supertest';

/** What a person can ask below one path. */
interface Requests {
  get(path: string): supertest.Test;
  post(path: string, body: object): supertest.Test;
  patch(path: string, version: number, body: object): supertest.Test;
  put(path: string, body: object, version?: number): supertest.Test;
}

/** A person who may do everything but what is named in one company of one organization, and asks about customers unless told otherwise. */
export interface Person extends Requests {
  readonly organizationId: string;
  readonly companyId: string;
  readonly path: string;
  readonly company: Requests;
}

export async function aPerson(
  { agent }: StartedService,
  {
    organizationId = newId(),
    companyId = newId(),
    without = [],
  }: { organizationId?: string; companyId?: string; without?: readonly Permission[] } = {},
): Promise<Person> {
  const granted = permissions.filter((permission) => !without.includes(permission));
  const token = await aToken({ organizationId, companies: [companyId], permissions: granted });
  const company = `/api/v1/companies/${companyId}`;
  const path = `${company}/customers`;
  const signed = (request: supertest.Test): supertest.Test => request.set('authorization', `Bearer ${token}`);
  const below = (base: string): Requests => ({
    get: (suffix) => signed(agent.get(base + suffix)),
    post: (suffix, body) => signed(agent.post(base + suffix)).send(body),
    patch: (suffix, version, body) => atVersion(signed(agent.patch(base + suffix)), version).send(body),
    put: (suffix, body, version) => atVersion(signed(agent.put(base + suffix)), version).send(body),
  });
  return { organizationId, companyId, path, ...below(path), company: below(company) };
}

interface ToldOfCompany {
  readonly kind?: 'business' | 'society';
  readonly gstins?: readonly string[];
  readonly timeZone?: string;
  readonly series?: object;
  readonly language?: 'en' | 'hi';
}

/** The copy that Sales keeps of the company of a person. */
export async function aCompany(
  { database }: StartedService,
  { organizationId, companyId }: Pick<Person, 'organizationId' | 'companyId'>,
  { kind = 'business', gstins = [], timeZone = 'Asia/Kolkata', series = {}, language }: ToldOfCompany = {},
): Promise<void> {
  await query(
    database.adminUrl,
    `insert into company (organization_id, id, revision, name, currency, time_zone, financial_year_start_month, is_active,
       kind, gstins, number_series, language) values ($1, $2, 1, 'Asha', 'INR', $3, 4, true, $4, $5, $6, $7)`,
    [
      ...[organizationId, companyId, timeZone, kind, JSON.stringify(gstins), JSON.stringify(series)],
      language ?? null,
    ],
  );
}

function atVersion(request: supertest.Test, version: number | undefined): supertest.Test {
  return version === undefined ? request : request.set('if-match', `"${version}"`);
}

let made = 0;

/** A stored customer with sensible details. */
export async function aCustomer(person: Person, details: object = {}): Promise<CustomerDto> {
  made += 1;
  const { body } = await person.post('', { name: `Customer ${made}`, ...details }).expect(201);
  return body as CustomerDto;
}

/** Ten kilograms of tea for a thousand rupees, unless it is said otherwise. */
export function aLine(change: Partial<SaleLine> = {}): SaleLine {
  return {
    ...{
      description: 'Tea',
      classification: '0902',
      quantity: '10',
      unit: 'KG',
      price: '100.00',
      ratePercent: '18',
    },
    ...change,
  };
}
