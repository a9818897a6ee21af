import type { JournalAttachmentDto, ManualJournalDto, Problem } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import { aMember, query, startService, type StartedService } from '@dhanman/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { common } from '../../src/main.js';
import { type Asker, asking } from '../builders.js';
import { openBooks } from '../support/ledger.js';

const limitBytes = 250 * 1024 * 1024;
const lines = [
  { account: '53020', side: 'debit', amount: '25000.00' },
  { account: '11110', side: 'credit', amount: '25000.00' },
];

let started: StartedService;

beforeAll(async () => {
  started = await startService(common);
});

afterAll(async () => {
  await started.stop();
});

interface Draft {
  readonly author: Asker;
  readonly path: string;
}

/** A draft in the books of an organization on the smallest plan. */
async function aDraft(): Promise<Draft> {
  const { organizationId, companyId } = await openBooks(started);
  const grants = [{ role: 'accountant' }];
  const member = await aMember(started, { organizationId, companyIds: [companyId], grants });
  const author = asking(started, member);
  await onPlan(author, 'trial');
  return { author, path: await another(author) };
}

async function another(author: Asker): Promise<string> {
  const journals = `/api/v1/companies/${author.companyId}/manual-journals`;
  const { body } = await author
    .post(journals, { on: '2026-04-30', narration: 'Office rent', lines })
    .expect(201);
  return `${journals}/${(body as ManualJournalDto).id}/attachments`;
}

const onPlan = ({ organizationId }: Asker, plan: string): Promise<object[]> =>
  query(started.database.adminUrl, 'update organization set plan = $2 where organization_id = $1', [
    ...[organizationId, plan],
  ]);

const pdf = (text: string): Buffer => Buffer.from(`%PDF-1.7\n${text}\n%%EOF`);

const attach = async ({ author, path }: Draft, content: Buffer) =>
  await author
    .post(path, { name: 'Rent.pdf', content: content.toString('base64') })
    .set('idempotency-key', newId());

const use = ({ organizationId }: Asker, bytes: number): Promise<object[]> =>
  query(
    started.database.adminUrl,
    `insert into plan_use (organization_id, counted, amount) values ($1, 'bytes', $2)
     on conflict (organization_id, counted) do update set amount = excluded.amount`,
    [organizationId, bytes],
  );

const used = async ({ organizationId }: Asker): Promise<number> => {
  const sql = `select amount from plan_use where organization_id = $1 and counted = 'bytes'`;
  const [row] = await query<{ amount: string }>(started.database.adminUrl, sql, [organizationId]);
  return Number(row?.amount);
};

test('of files that are attached at once, no more than the plan has room for are kept', async () => {
  const first = await aDraft();
  const drafts = [first];
  for (let count = 1; count < 6; count += 1)
    drafts.push({ author: first.author, path: await another(first.author) });
  const content = pdf('Rent agreement');
  await use(first.author, limitBytes - content.length);
  const answers = await Promise.all(drafts.map((draft) => attach(draft, content)));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
  expect(await used(first.author)).toBe(limitBytes);
  expect(answers.find(({ status }) => status === 409)!.body as Problem).toMatchObject({
    code: 'plan-exhausted',
    details: { counted: 'storageMegabytes', limit: 250, plan: 'trial' },
    detail:
      'The plan trial has room for 250 MB of files, and this one does not fit. Make it smaller, remove another, or move to a larger plan.',
  });
});

test('a file that is removed makes room for its bytes, and a larger plan makes more', async () => {
  const draft = await aDraft();
  const content = pdf('Rent agreement');
  const { body } = await attach(draft, content);
  expect(await used(draft.author)).toBe(content.length);
  await use(draft.author, limitBytes);
  expect((await attach(draft, pdf('Receipt'))).status).toBe(409);
  const { id } = body as JournalAttachmentDto;
  const { token } = draft.author;
  await started.agent.delete(`${draft.path}/${id}`).set('authorization', `Bearer ${token}`).expect(204);
  expect(await used(draft.author)).toBe(limitBytes - content.length);
  expect((await attach(draft, content)).status).toBe(201);
  await onPlan(draft.author, 'starter');
  expect((await attach(draft, pdf('Receipt'))).status).toBe(201);
});
