import type { Problem } from '@dhanman/contracts';
import { newId, parseId } from '@dhanman/kernel';
import { aMember, type StartedService } from '@dhanman/testing';
import type { Person } from '../builders.js';

export interface Told<Body> {
  readonly status: number;
  readonly body: Body & Problem;
}

/** A member of somebody's company who may do what their role says, and nothing a token adds. */
export interface Colleague<Body> {
  readonly id: string;
  send(method: 'post' | 'put', path: string, body?: object, version?: number): Promise<Told<Body>>;
}

export async function colleagueOf<Body>(
  started: StartedService,
  person: Person,
  role: string,
  amountLimit?: string,
): Promise<Colleague<Body>> {
  const [organizationId, companyId] = [parseId(person.organizationId), parseId(person.companyId)];
  const grants = [{ role, ...(amountLimit !== undefined && { amountLimit }) }];
  const { personId, token } = await aMember(started, { organizationId, companyIds: [companyId], grants });
  return {
    id: personId,
    send: async (method, path, body = {}, version) => {
      const request = started.agent[method](`/api/v1/companies/${companyId}${path}`);
      void request.set('authorization', `Bearer ${token}`).set('idempotency-key', newId());
      if (version !== undefined) void request.set('if-match', `"${String(version)}"`);
      const { status, body: answer } = await request.send(body);
      return { status, body: answer as Told<Body>['body'] };
    },
  };
}
