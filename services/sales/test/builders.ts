import { permissions, type CustomerDto } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import { aToken, type StartedService } from '@dhanman/testing';
import type supertest from 'supertest';

/** A person who may do everything in one company of one organization, and what they can ask. */
export interface Person {
  readonly organizationId: string;
  readonly companyId: string;
  readonly path: string;
  get(path: string): supertest.Test;
  post(path: string, body: object): supertest.Test;
  patch(path: string, version: number, body: object): supertest.Test;
}

export async function aPerson(
  { agent }: StartedService,
  { organizationId = newId(), companyId = newId() }: { organizationId?: string; companyId?: string } = {},
): Promise<Person> {
  const token = await aToken({ organizationId, companies: [companyId], permissions });
  const path = `/api/v1/companies/${companyId}/customers`;
  const signed = (request: supertest.Test): supertest.Test => request.set('authorization', `Bearer ${token}`);
  return {
    organizationId,
    companyId,
    path,
    get: (suffix) => signed(agent.get(path + suffix)),
    post: (suffix, body) => signed(agent.post(path + suffix)).send(body),
    patch: (suffix, version, body) =>
      signed(agent.patch(path + suffix))
        .set('if-match', `"${version}"`)
        .send(body),
  };
}

let made = 0;

/** A stored customer with sensible details. */
export async function aCustomer(person: Person, details: object = {}): Promise<CustomerDto> {
  made += 1;
  const { body } = await person.post('', { name: `Customer ${made}`, ...details }).expect(201);
  return body as CustomerDto;
}
