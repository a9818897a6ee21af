import {
  type AuditPage,
  type DeadLetterDetail,
  type DeadLetterDto,
  type DeadLetterPage,
  type FailedJobPage,
  type Health,
  type Permission,
  permissions,
  type Trace,
} from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import { aToken, query, startService, type StartedService, until } from '@dhanman/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type supertest from 'supertest';
import { sales } from '../src/main.js';
import { Stranger } from './support/stranger.js';

const patience = { deadlineMs: 60_000 };
const queue = 'sales.common.company-created.v1';

let started: StartedService;
let stranger: Stranger;

beforeAll(async () => {
  started = await startService(sales);
  // Companies named here cannot be stored: a cause that a person can mend.
  await query(
    started.database.ownerUrl,
    `create table refused (name text);
     create function refuse() returns trigger language plpgsql security definer as $$
     begin
       if exists (select from refused where name = new.name) then raise 'the cupboard is locked'; end if;
       return new;
     end $$;
     create trigger refuse before insert on company for each row execute function refuse()`,
  );
  // The queues are there once the broker is connected; what is sent before is lost to whom it was meant for.
  await until(async () => {
    const { body } = await started.agent.get('/health/ready');
    return (body as Health).checks['broker']?.status === 'ok';
  }, patience);
  stranger = await Stranger.on(started.vhost);
});

afterAll(async () => {
  await stranger.leave();
  await started.stop();
});

interface Member {
  readonly organizationId: string;
  readonly userId: string;
  get(path: string): supertest.Test;
  post(path: string, body?: object): supertest.Test;
}

async function aMember(
  organizationId: string = newId(),
  allowed: readonly Permission[] = permissions,
): Promise<Member> {
  const userId = newId();
  const token = await aToken({ organizationId, companies: [], permissions: allowed, userId });
  const signed = (request: supertest.Test): supertest.Test => request.set('authorization', `Bearer ${token}`);
  return {
    ...{ organizationId, userId },
    get: (path) => signed(started.agent.get(`/api/v1/${path}`)),
    post: (path, body) => signed(started.agent.post(`/api/v1/${path}`)).send(body),
  };
}

const nameOf = (company: string): string => `Company ${company}`;

/** A message of Common's about a new company; with `isLast` it has failed before and has one attempt left. */
async function tell(member: Member, company: string, { isLast = true } = {}): Promise<string> {
  const details = { currency: 'INR', timeZone: 'Asia/Kolkata', financialYearStartMonth: 4, isActive: true };
  const body = { id: company, revision: 1, name: nameOf(company), ...details };
  return stranger.send(JSON.stringify(body), member.organizationId, isLast ? { 'x-attempt': 6 } : {});
}

async function lock(company: string): Promise<void> {
  await query(started.database.ownerUrl, 'insert into refused values ($1)', [nameOf(company)]);
}

async function unlock(company: string): Promise<void> {
  await query(started.database.ownerUrl, 'delete from refused where name = $1', [nameOf(company)]);
}

async function copies(company: string): Promise<number> {
  return (await query(started.database.adminUrl, 'select from company where id = $1', [company])).length;
}

async function letters(member: Member, filter = ''): Promise<readonly DeadLetterDto[]> {
  const { body } = await member.get(`dead-letters${filter}`).expect(200);
  return (body as DeadLetterPage).items;
}

/** A letter that waits for the member's decision. */
async function buried(member: Member, company: string = newId()): Promise<DeadLetterDto> {
  await lock(company);
  const messageId = await tell(member, company);
  return until(
    async () => (await letters(member)).find((letter) => letter.messageId === messageId),
    patience,
  );
}

describe('a message that could not be handled', () => {
  test('is listed with its reason, and shown with its history and content', async () => {
    const member = await aMember();
    const company = newId();
    const letter = await buried(member, company);
    expect(letter).toMatchObject({
      ...{ queue, contract: 'common.company-created.v1', state: 'open', attempts: 1 },
      ...{ decidedBy: null, decidedAt: null, decision: null },
    });
    expect(letter.reason).toContain('the cupboard is locked');
    const { body } = await member.get(`dead-letters/${letter.id}`).expect(200);
    const { payload, history, envelope, ...rest } = body as DeadLetterDetail;
    expect(rest).toEqual(letter);
    expect(JSON.parse(payload)).toMatchObject({ id: company, revision: 1 });
    expect(history).toEqual([{ attempt: 6, error: letter.reason }]);
    expect(envelope).toMatchObject({ source: 'common', organizationId: member.organizationId });
    const looked = await member.get(`audit?action=read&entity=dead-letter&entityId=${letter.id}`).expect(200);
    expect((looked.body as AuditPage).items).toMatchObject([{ actor: member.userId, address: '127.0.0.1' }]);
  });

  test('takes effect when its cause is mended and it is replayed; who did so and why is kept', async () => {
    const member = await aMember();
    const company = newId();
    const letter = await buried(member, company);
    await unlock(company);
    const decision = { ids: [letter.id], reason: 'the cupboard is open again' };
    await member.post('dead-letters/replay', decision).expect(200);
    await until(async () => (await copies(company)) === 1, patience);
    expect(await letters(member)).toEqual([]);
    const [decided] = await letters(member, '?state=replayed');
    expect(decided).toMatchObject({ id: letter.id, decidedBy: member.userId, decision: decision.reason });
    expect(Date.parse(decided!.decidedAt!)).toBeGreaterThanOrEqual(Date.parse(letter.diedAt));
  });

  test('that is replayed before its cause is mended is tried again like a new one', async () => {
    const member = await aMember();
    const company = newId();
    const first = await buried(member, company);
    // A replay is a first attempt, with all the delays of one; the trace shows that it failed.
    await member.post('dead-letters/replay', { ids: [first.id] }).expect(200);
    const failures = await until(async () => {
      const failed = (await trace(member, first.correlationId)).steps.filter(({ what }) => what === 'failed');
      return failed.length > 1 && failed;
    }, patience);
    expect(failures.map(({ attempts }) => attempts).slice(0, 2)).toEqual([6, 1]);
    await unlock(company);
    await until(async () => (await copies(company)) === 1, patience);
  });

  test('has no effect once it is discarded, and says who decided so and why', async () => {
    const member = await aMember();
    const company = newId();
    const letter = await buried(member, company);
    await unlock(company);
    const discard = { ids: [letter.id], reason: 'entered by hand' };
    const { body } = await member.post('dead-letters/discard', discard).expect(200);
    const expected = {
      id: letter.id,
      state: 'discarded',
      decidedBy: member.userId,
      decision: discard.reason,
    };
    expect((body as DeadLetterPage).items).toMatchObject([expected]);
    await handled(member);
    expect(await copies(company)).toBe(0);
    await member.get(`dead-letters/${letter.id}`).expect(200, /entered by hand/);
  });

  test('does not exist for another organization', async () => {
    const [member, foreigner] = [await aMember(), await aMember()];
    const { id } = await buried(member);
    expect(await letters(foreigner)).toEqual([]);
    await foreigner.get(`dead-letters/${id}`).expect(404, /dead-letter-not-found/);
    await foreigner.post('dead-letters/replay', { ids: [id] }).expect(404, /dead-letters-unknown/);
    await foreigner.post('dead-letters/discard', { ids: [id], reason: 'mischief' }).expect(404);
    expect(await letters(member)).toMatchObject([{ id, state: 'open' }]);
  });

  test('is decided once: a decision that names a decided or an unknown one changes nothing', async () => {
    const member = await aMember();
    const [one, other] = [await buried(member), await buried(member)];
    await member.post('dead-letters/discard', { ids: [one.id], reason: 'once' }).expect(200);
    for (const [id, status] of [[one.id, 409] as const, [newId(), 404] as const]) {
      const body = { ids: [other.id, id], reason: 'twice' };
      for (const verb of ['replay', 'discard']) {
        const answer = await member.post(`dead-letters/${verb}`, body).expect(status);
        expect(answer.body).toMatchObject({ details: { ids: [id] } });
      }
    }
    expect(await letters(member)).toEqual([other]);
  });

  test('that is no JSON can be read and discarded, but not sent again', async () => {
    const member = await aMember();
    const messageId = await stranger.send('{"nonsense', member.organizationId);
    const { id } = await until(
      async () => (await letters(member)).find((letter) => letter.messageId === messageId),
      patience,
    );
    const { body } = await member.get(`dead-letters/${id}`).expect(200);
    expect((body as DeadLetterDetail).payload).toBe('{"nonsense');
    await member.post('dead-letters/replay', { ids: [id] }).expect(409, /dead-letters-unreadable/);
    await member.post('dead-letters/discard', { ids: [id], reason: 'nonsense' }).expect(200);
  });

  test('is found page by page, the newest first, and by its queue', async () => {
    const member = await aMember();
    const made: string[] = [];
    for (let one = 0; one < 3; one += 1) made.unshift((await buried(member)).id);
    const first = (await member.get('dead-letters?limit=2').expect(200)).body as DeadLetterPage;
    const rest = (await member.get(`dead-letters?limit=2&cursor=${first.nextCursor!}`).expect(200))
      .body as DeadLetterPage;
    expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(made);
    expect(rest.nextCursor).toBeNull();
    expect(await letters(member, `?queue=${queue}`)).toHaveLength(3);
    expect(await letters(member, '?queue=sales.elsewhere')).toEqual([]);
  });

  test.each([
    ['no ids', 'replay', { ids: [] }, 'ids'],
    ['an id that is none', 'replay', { ids: ['1'] }, 'ids.0'],
    ['no reason', 'discard', { ids: [newId()] }, 'reason'],
    ['a blank reason', 'discard', { ids: [newId()], reason: ' ' }, 'reason'],
    ['a field nobody asked for', 'replay', { ids: [newId()], state: 'open' }, 'state'],
  ])('cannot be decided with %s', async (_, verb, body, path) => {
    const answer = await (await aMember()).post(`dead-letters/${verb}`, body).expect(400);
    expect(answer.body).toMatchObject({ code: 'request-invalid', errors: [{ path }] });
  });

  test('is shown and decided only with the permission for each', async () => {
    const reader = await aMember(newId(), ['dhanman.sales.dead-letter.read']);
    const { id } = await buried(reader);
    await reader.post('dead-letters/replay', { ids: [id] }).expect(403);
    await reader.post('dead-letters/discard', { ids: [id], reason: 'no' }).expect(403);
    // The same word for another service opens nothing here.
    const foreign = await aMember(reader.organizationId, ['dhanman.common.dead-letter.read']);
    await foreign.get('dead-letters').expect(403);
    await started.agent.get('/api/v1/dead-letters').expect(401);
  });
});

/** By now everything that was sent for the organization before has been handled too, if it ever will be. */
async function handled(member: Member): Promise<void> {
  const company = newId();
  await tell(member, company);
  await until(async () => (await copies(company)) === 1, patience);
}

async function trace(member: Member, correlationId: string): Promise<Trace> {
  return (await member.get(`traces/${correlationId}`).expect(200)).body as Trace;
}

describe('a trace', () => {
  test('tells the attempt that failed, with its error, and the one that worked', async () => {
    const member = await aMember();
    const company = newId();
    await lock(company);
    const correlationId = await tell(member, company, { isLast: false });
    await until(async () => (await trace(member, correlationId)).steps.length === 1, patience);
    await unlock(company);
    await until(async () => (await copies(company)) === 1, patience);
    const { service, steps } = await trace(member, correlationId);
    expect(service).toBe('sales');
    const last = steps.at(-1)!;
    expect(steps[0]).toMatchObject({ what: 'failed', attempts: 1, contract: 'common.company-created.v1' });
    expect(steps[0]!.error).toContain('the cupboard is locked');
    expect(last).toMatchObject({ what: 'handled', attempts: steps.length, error: null });
    expect(last.begunAt).toBe('2026-04-01T00:00:00.000Z');
  });

  test('tells nothing to another organization, and nothing of what never was', async () => {
    const { correlationId } = await buried(await aMember());
    const foreigner = await aMember();
    expect((await trace(foreigner, correlationId)).steps).toEqual([]);
    expect((await trace(foreigner, newId())).steps).toEqual([]);
    await foreigner.get('traces/%20').expect(400);
  });
});

describe('a job that has failed', () => {
  async function failed(member: Member, state = 'failed'): Promise<string> {
    const id = newId();
    await query(
      started.database.appUrl,
      `insert into job (id, contract, once, organization, correlation_id, envelope, payload, state, attempts, error)
       values ($1, 'sales.remind-customer.v1', $3, $2, $3, $5, '{"invoice":"A"}', $4, 6, 'Error: no answer')`,
      [id, member.organizationId, id, state, { source: 'sales', organizationId: member.organizationId }],
    );
    return id;
  }

  const items = async (member: Member): Promise<FailedJobPage['items']> =>
    ((await member.get('failed-jobs').expect(200)).body as FailedJobPage).items;

  test('is listed with its error, and owed again when it is retried', async () => {
    const member = await aMember();
    const id = await failed(member);
    expect(await items(member)).toMatchObject([
      { id, contract: 'sales.remind-customer.v1', attempts: 6, error: 'Error: no answer', retriedBy: null },
    ]);
    await member.post(`failed-jobs/${id}/retry`).expect(204);
    expect(await items(member)).toEqual([]);
    const { database } = started;
    const kept = await query(database.adminUrl, 'select state, retried_by from job where id = $1', [id]);
    expect(kept).toEqual([{ state: 'owed', retried_by: member.userId }]);
    const sent = await query(database.adminUrl, 'select kind, payload from outbox where message_id = $1', [
      id,
    ]);
    expect(sent).toEqual([{ kind: 'job', payload: { invoice: 'A' } }]);
    const { steps } = await trace(member, id);
    expect(steps.map(({ what, state }) => `${what} ${String(state)}`)).toContain('job owed');
  });

  test('can be retried once, and only by its organization', async () => {
    const [member, foreigner] = [await aMember(), await aMember()];
    const id = await failed(member);
    expect(await items(foreigner)).toEqual([]);
    await foreigner.post(`failed-jobs/${id}/retry`).expect(404, /job-not-found/);
    await member.post(`failed-jobs/${id}/retry`).expect(204);
    await member.post(`failed-jobs/${id}/retry`).expect(409, /job-not-failed/);
    await member.post(`failed-jobs/${newId()}/retry`).expect(404);
    await member.post('failed-jobs/1/retry').expect(400);
    await member.post(`failed-jobs/${await failed(member, 'done')}/retry`).expect(409);
    const reader = await aMember(member.organizationId, ['dhanman.sales.failed-job.read']);
    await reader.post(`failed-jobs/${id}/retry`).expect(403);
  });
});
