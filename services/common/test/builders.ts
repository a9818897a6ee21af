import { aMember, type Member, type MemberOptions, type StartedService } from '@dhanman/testing';
import type supertest from 'supertest';

/** A member of an organization, and what they can ask. */
export interface Asker extends Member {
  get(path: string): supertest.Test;
  post(path: string, body?: object): supertest.Test;
  patch(path: string, version: number, body: object): supertest.Test;
  remove(path: string): supertest.Test;
}

export async function anAsker(started: StartedService, options: MemberOptions = {}): Promise<Asker> {
  return asking(started, await aMember(started, options));
}

export function asking({ agent }: StartedService, member: Member): Asker {
  const signed = (request: supertest.Test): supertest.Test =>
    request.set('authorization', `Bearer ${member.token}`);
  return {
    ...member,
    get: (path) => signed(agent.get(path)),
    post: (path, body = {}) => signed(agent.post(path)).send(body),
    patch: (path, version, body) =>
      signed(agent.patch(path))
        .set('if-match', `"${String(version)}"`)
        .send(body),
    remove: (path) => signed(agent.delete(path)),
  };
}
