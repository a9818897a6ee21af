import { createHash } from 'node:crypto';
import type { JournalAttachmentDto, JournalAttachments, ManualJournalDto, Problem } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import {
  aMember,
  FaultProxy,
  query,
  server,
  startService,
  type StartedService,
  until,
} from '@dhanman/testing';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { Client } from 'minio';
import { JournalAttachmentsService } from '../../src/journal-attachments/journal-attachments.service.js';
import { common } from '../../src/main.js';
import { asking, type Asker } from '../builders.js';
import { asBytes } from '../support/as-bytes.js';
import { type Books, openBooks } from '../support/ledger.js';

let store: FaultProxy;
let started: StartedService;
let books: Books;
let author: Asker;
let approver: Asker;

beforeAll(async () => {
  store = await FaultProxy.inFrontOf(server('s3'));
  started = await startService(common, {
    overrides: ({ environment }) => ({ S3_ENDPOINT: store.addressFor(environment['S3_ENDPOINT']!) }),
  });
});

afterEach(() => store.heal());

afterAll(async () => {
  await started.stop();
  await store.stop();
});

beforeEach(async () => {
  books = await openBooks(started);
  [author, approver] = [await aPerson('accountant'), await aPerson('approver')];
});

async function aPerson(role: string): Promise<Asker> {
  const { organizationId, companyId } = books;
  const grants = [{ role }];
  return asking(started, await aMember(started, { organizationId, companyIds: [companyId], grants }));
}

const journals = (below = ''): string => `/api/v1/companies/${books.companyId}/manual-journals${below}`;

async function aDraft(): Promise<ManualJournalDto> {
  const lines = [
    { account: '53020', side: 'debit', amount: '25000.00' },
    { account: '11110', side: 'credit', amount: '25000.00' },
  ];
  const body = { on: '2026-04-30', narration: 'Office rent', lines };
  return (await author.post(journals(), body).expect(201)).body as ManualJournalDto;
}

async function turned(who: Asker, verb: string, { id, version }: ManualJournalDto, body = {}) {
  const answer = who.post(journals(`/${id}/${verb}`), body).set('if-match', `"${String(version)}"`);
  return (await answer.expect(200)).body as ManualJournalDto;
}

async function aPosted(): Promise<ManualJournalDto> {
  return turned(approver, 'approve', await turned(author, 'submit', await aDraft()));
}

interface Answer {
  readonly status: number;
  readonly body: JournalAttachmentDto & Problem;
}

const pdf = (text: string): Buffer => Buffer.from(`%PDF-1.7\n${text}\n%%EOF`);

const attach = async (
  { id }: Pick<ManualJournalDto, 'id'>,
  content: Buffer,
  { name = 'Rent.pdf', who = author, key = String(newId()) } = {},
): Promise<Answer> =>
  await who
    .post(journals(`/${id}/attachments`), { name, content: content.toString('base64') })
    .set('idempotency-key', key);

async function attached(journal: ManualJournalDto, content: Buffer): Promise<JournalAttachmentDto> {
  const { status, body } = await attach(journal, content);
  expect([status, body.code]).toEqual([201, undefined]);
  return body;
}

const listed = async ({ id }: ManualJournalDto): Promise<JournalAttachmentDto[]> =>
  ((await approver.get(journals(`/${id}/attachments`)).expect(200)).body as JournalAttachments).items;

const signed = (verb: 'get' | 'delete', path: string, { token }: Asker) =>
  started.agent[verb](path).set('authorization', `Bearer ${token}`);

const fetched = (journal: ManualJournalDto, { id }: JournalAttachmentDto) =>
  signed('get', journals(`/${journal.id}/attachments/${id}/file`), approver)
    .buffer(true)
    .parse(asBytes);

const remove = async (
  journal: ManualJournalDto,
  { id }: JournalAttachmentDto,
  who = author,
): Promise<Answer> => await signed('delete', journals(`/${journal.id}/attachments/${id}`), who);

const rows = async (journalId: string) =>
  query<{ id: string; removed_by: string | null }>(
    started.database.adminUrl,
    'select id, removed_by from journal_attachment where journal_id = $1 order by created_at',
    [journalId],
  );

test('whoever reads the journal gets the very bytes, under the type that they are', async () => {
  const journal = await aDraft();
  const content = pdf('Rent agreement');
  const file = await attached(journal, content);
  const sha256 = createHash('sha256').update(content).digest('hex');
  expect(file).toMatchObject({
    ...{ name: 'Rent.pdf', type: 'application/pdf', bytes: content.length, sha256, isAddition: false },
    attachedBy: { id: author.personId },
  });
  expect(await listed(journal)).toEqual([file]);
  const answer = await fetched(journal, file).expect(200).expect('content-type', 'application/pdf');
  expect((answer.body as Buffer).equals(content)).toBe(true);
  expect(answer.headers['content-disposition']).toBe('attachment; filename="Rent.pdf"');
  expect(answer.headers['x-content-type-options']).toBe('nosniff');
  const image = Buffer.concat([Buffer.from('\x89PNG\r\n\x1A\n', 'latin1'), Buffer.alloc(900_000, 7)]);
  const { body: photo } = await attach(journal, image, { name: 'किराया "मार्च".pdf' });
  expect(photo).toMatchObject({ type: 'image/png', name: 'किराया "मार्च".pdf' });
  const shown = await fetched(journal, photo).expect(200).expect('content-type', 'image/png');
  expect(shown.headers['content-disposition']).toMatch(/^attachment; filename="[\w. ()-]+"$/);
  expect((shown.body as Buffer).equals(image)).toBe(true);
});

test('a file is taken away from a draft alone, and who took it away is known', async () => {
  const journal = await aDraft();
  const file = await attached(journal, pdf('wrong bill'));
  expect((await remove(journal, file, approver)).status).toBe(403);
  expect((await remove(journal, file)).status).toBe(204);
  expect(await listed(journal)).toEqual([]);
  expect((await fetched(journal, file)).status).toBe(404);
  expect(await rows(journal.id)).toEqual([{ id: file.id, removed_by: author.personId }]);
  const trail = await query<{ actor: string; action: string }>(
    started.database.adminUrl,
    `select actor, action from audit where entity = 'journal-attachment' and entity_id = $1 order by at`,
    [file.id],
  );
  expect(trail.map(({ actor }) => actor)).toEqual([author.personId, author.personId]);
  // The same file may come again after it was taken away.
  const again = await attached(journal, pdf('wrong bill'));
  const submitted = await turned(author, 'submit', journal);
  expect(await remove(journal, again)).toMatchObject({ status: 409, body: { code: 'attachment-kept' } });
  await turned(author, 'withdraw', submitted);
  expect((await remove(journal, again)).status).toBe(204);
});

test('what is posted gets more files, says that they came later, and loses none', async () => {
  const draft = await aDraft();
  const first = await attached(draft, pdf('bill'));
  const posted = await turned(approver, 'approve', await turned(author, 'submit', draft));
  const later = await attached(posted, pdf('receipt that came later'));
  expect((await listed(posted)).map(({ id, isAddition }) => [id, isAddition])).toEqual([
    [first.id, false],
    [later.id, true],
  ]);
  for (const file of [first, later])
    expect(await remove(posted, file)).toMatchObject({ status: 409, body: { code: 'attachment-kept' } });
  for (const sql of [
    `update journal_attachment set removed_by = 'me'`,
    `update journal_attachment set sha256 = 'x'`,
    `update journal_attachment set is_addition = true, removed_by = 'me'`,
    'delete from journal_attachment',
  ])
    await expect(query(started.database.adminUrl, `${sql} where id = $1`, [first.id])).rejects.toThrow(
      /a file (of a journal is never|is removed from a draft only)/,
    );
  expect(await listed(posted)).toHaveLength(2);
});

test('nothing is attached to what was discarded, to nothing, or by whoever may not change journals', async () => {
  const draft = await aDraft();
  const { status } = await attach(draft, pdf('bill'), { who: approver });
  expect(status).toBe(403);
  await turned(author, 'discard', draft);
  expect(await attach(draft, pdf('bill'))).toMatchObject({
    status: 409,
    body: { code: 'journal-discarded' },
  });
  expect((await attach({ id: newId() }, pdf('bill'))).status).toBe(404);
  expect(await rows(draft.id)).toEqual([]);
});

test('what is too large, of another type or broken is refused, and nothing is noted', async () => {
  const journal = await aDraft();
  const mebibyte = 1024 * 1024;
  const large = Buffer.concat([pdf(''), Buffer.alloc(5 * mebibyte)]);
  expect(await attach(journal, large)).toMatchObject({
    status: 422,
    body: { code: 'file-too-large', errors: [{ path: 'content' }] },
  });
  expect(await attach(journal, Buffer.concat([pdf(''), Buffer.alloc(6 * mebibyte)]))).toMatchObject({
    status: 413,
    body: { code: 'body-too-large' },
  });
  for (const content of ['<script>alert(1)</script>', 'MZ\x90\x00', 'PK\x03\x04'])
    expect(await attach(journal, Buffer.from(content, 'latin1'), { name: 'Bill.pdf' })).toMatchObject({
      status: 422,
      body: { code: 'file-type-refused' },
    });
  const broken = await author.post(journals(`/${journal.id}/attachments`), {
    name: 'a.pdf',
    content: 'JVBERi0*',
  });
  expect([broken.status, (broken.body as Problem).code]).toEqual([422, 'file-unreadable']);
  for (const name of ['../a.pdf', 'a\nb.pdf', ' ', ''])
    expect((await attach(journal, pdf('x'), { name })).status).toBe(400);
  expect(await rows(journal.id)).toEqual([]);
});

test('other requests stay as small as they were', async () => {
  const { id } = await aDraft();
  const body = { reason: 'x'.repeat(1_100_000) };
  expect((await author.post(journals(`/${id}/return`), body)).status).toBe(413);
});

test('the same file is there once, also when it is sent twice at once or again after its answer was lost', async () => {
  const journal = await aDraft();
  const key = newId();
  const first = await attach(journal, pdf('bill'), { key });
  expect(await attach(journal, pdf('bill'), { key })).toMatchObject({ status: 201, body: first.body });
  expect(await attach(journal, pdf('bill'))).toMatchObject({
    status: 409,
    body: { code: 'attached-already' },
  });
  const both = await Promise.all([attach(journal, pdf('photo')), attach(journal, pdf('photo'))]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  expect(await rows(journal.id)).toHaveLength(2);
});

test('a journal has room for twenty files, however many come at once', async () => {
  const journal = await aDraft();
  const numbers = Array.from({ length: 23 }, (_, number) => number);
  const answers = await Promise.all(numbers.map((number) => attach(journal, pdf(String(number)))));
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(20);
  const [refused] = answers.filter(({ status }) => status !== 201);
  expect(refused).toMatchObject({ status: 409, body: { code: 'too-many-attachments' } });
});

test('while the object store is away it says so, notes nothing, and goes on when it is back', async () => {
  const journal = await aDraft();
  const file = await attached(journal, pdf('before'));
  store.inject({ kind: 'reset' });
  expect(await attach(journal, pdf('meanwhile'))).toMatchObject({
    status: 503,
    body: { code: 'storage-unavailable' },
  });
  expect((await fetched(journal, file)).status).toBe(503);
  expect(await listed(journal)).toHaveLength(1);
  store.heal();
  // A kept connection that was cut may still fail once.
  await until(async () => (await attach(journal, pdf('meanwhile'))).status === 201);
  await until(async () => (await fetched(journal, file)).status === 200);
  expect(await listed(journal)).toHaveLength(2);
});

test('a file that is no longer what was kept is named and not given out', async () => {
  const journal = await aPosted();
  const file = await attached(journal, pdf('bill'));
  await direct().putObject('dhanman-test', nameOf(file), pdf('forged'));
  expect((await fetched(journal, file)).status).toBe(409);
});

/** The object store, past the service. */
function direct(): Client {
  const { hostname, port } = new URL(server('s3'));
  const keys = { accessKey: server('s3AccessKey'), secretKey: server('s3SecretKey'), region: 'us-east-1' };
  return new Client({ endPoint: hostname, port: Number(port), useSSL: false, ...keys });
}

const nameOf = ({ sha256 }: JournalAttachmentDto): string =>
  `${books.organizationId}/journal-attachments/${sha256}`;

const isKept = async (file: JournalAttachmentDto): Promise<boolean> =>
  direct()
    .statObject('dhanman-test', nameOf(file))
    .then(
      () => true,
      () => false,
    );

test('the bytes of a removed file go with the last journal that had them, also when the store was away', async () => {
  const [one, other] = [await aDraft(), await aDraft()];
  const [file, same] = [await attached(one, pdf('bill')), await attached(other, pdf('bill'))];
  const alone = await attached(one, pdf('photo'));
  await remove(one, file);
  await remove(one, alone);
  // Jobs are done in their order: when this one is done, so is the one before it.
  await until(async () => !(await isKept(alone)), { deadlineMs: 30_000 });
  expect((await fetched(other, same)).status).toBe(200);
  store.inject({ kind: 'reset' });
  expect((await remove(other, same)).status).toBe(204);
  expect(await isKept(same)).toBe(true);
  store.heal();
  await until(async () => !(await isKept(same)), { deadlineMs: 60_000 });
});

test('a file that comes again while its bytes go is not noted without them', async () => {
  const journal = await aDraft();
  const attachments = started.service.get(JournalAttachmentsService);
  const { organizationId } = books;
  for (let round = 0; round < 10; round += 1) {
    const content = pdf(`bill ${String(round)}`);
    const keptAs = `journal-attachments/${createHash('sha256').update(content).digest('hex')}`;
    const discarding = Array.from({ length: 8 }, async () =>
      attachments.discardBytes(organizationId, keptAs),
    );
    const file = await attached(journal, content);
    await Promise.all(discarding);
    expect((await fetched(journal, file)).status).toBe(200);
  }
});

test('a file is found by its own journal and its own company alone', async () => {
  const journal = await aDraft();
  const file = await attached(journal, pdf('bill'));
  const other = await aDraft();
  expect((await fetched(other, file)).status).toBe(404);
  expect((await remove(other, file)).status).toBe(404);
  const stranger = await openBooks(started);
  const elsewhere = `/api/v1/companies/${stranger.companyId}/manual-journals/${journal.id}/attachments/${file.id}/file`;
  const { organizationId, companyId } = stranger;
  const grants = [{ role: 'owner' }];
  const member = await aMember(started, { organizationId, companyIds: [companyId], grants });
  expect((await asking(started, member).get(elsewhere)).status).toBe(404);
  expect(await listed(journal)).toHaveLength(1);
});
