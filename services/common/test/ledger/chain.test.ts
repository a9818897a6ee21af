import type { ReportDto } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import { query, startService, type StartedService } from '@dhanman/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { common } from '../../src/main.js';
import { aCustomer, asking, type Books, openBooks } from '../support/ledger.js';

let started: StartedService;

beforeAll(async () => {
  started = await startService(common);
});

afterAll(async () => {
  await started.stop();
});

/** The database says the text again from its columns, and hashes it itself. */
const links = `
  select sequence::int, lag(hash) over (order by sequence) is not distinct from nullif(previous_hash, genesis) as follows,
    hash = sha256(previous_hash || convert_to(json_build_array('1', organization_id, company_id, id, sequence::text,
      number, to_char(posted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), entered_on, financial_year, kind,
      currency, narration, source_service, source_document, source_id, source_purpose, source_version::text, posted_by,
      encode(request_hash, 'hex'), (
        select json_agg(json_build_array(line.number::text, account_id, account, side, amount::text, line.narration,
          party_kind, party_id, branch_id, cost_centre, rule, inputs::text) order by line.number)
        from journal_line line where line.entry_id = entry.id))::text, 'UTF8')) as covered
  from journal_entry entry, (select decode(repeat('00', 32), 'hex') as genesis) as start
  where company_id = $1 order by sequence`;

interface Link {
  readonly sequence: number;
  readonly follows: boolean;
  readonly covered: boolean;
}

const chainOf = ({ companyId }: Books): Promise<Link[]> =>
  query(started.database.adminUrl, links, [companyId]);

test('every entry covers the one before it and everything it says, whatever letters that is written in', async () => {
  const books = await openBooks(started);
  const texts = fc
    .string({ unit: 'binary', maxLength: 60 })
    .filter((text) => !text.includes('\0') && text.isWellFormed());
  const said = fc.sample(texts, { numRuns: 40, seed: 1 });
  const party = aCustomer();
  const all = ['"quoted" \\ and / \u007f\u2028\u0001\n\t', 'मराठी ₹ 🙂', ...said].map((narration) => {
    const asked = asking([['11200', '1180.00', '', party]], { narration });
    const why = { rule: 'sales.invoice', inputs: { said: narration } };
    const credit = {
      account: '41010',
      side: 'credit' as const,
      amount: '1180.00',
      costCentre: 'c',
      narration,
      why,
    };
    return { ...asked, by: newId(), request: { ...asked.request, lines: [...asked.request.lines, credit] } };
  });
  for (let at = 0; at < all.length; at += 10) await books.post(...all.slice(at, at + 10));
  const chain = await chainOf(books);
  expect(chain).toEqual(all.map((_, index) => ({ sequence: index + 1, follows: true, covered: true })));
});

test.each([
  ['an amount', `update journal_line set amount = 2000 where entry_id = $1 and side = 'debit'`],
  ['an account', `update journal_line set account = '11210' where entry_id = $1 and side = 'debit'`],
  [
    'a party',
    `update journal_line set party_id = gen_random_uuid() where entry_id = $1 and party_id is not null`,
  ],
  ['a day', `update journal_entry set entered_on = entered_on + 1 where id = $1`],
  ['who asked', `update journal_entry set posted_by = 'somebody else' where id = $1`],
  ['a line', `delete from journal_line where entry_id = $1 and number = 2`],
])('%s changed behind everybody’s back breaks the link of that entry', async (_, sql) => {
  const books = await openBooks(started);
  const sale = () =>
    asking([
      ['11200', '5.00', '', aCustomer()],
      ['41010', '', '5.00'],
    ]);
  const [, middle] = await books.post(sale(), sale(), sale());
  const id = 'posted' in middle! ? middle.posted.entryId : '';
  const spoilt = sql.replaceAll('$1', `'${id}'`);
  await query(started.database.adminUrl, `set session_replication_role = replica; ${spoilt}`);
  expect((await chainOf(books)).map(({ covered }) => covered)).toEqual([true, false, true]);
});

test('a report says where the chain ended when it was known, whatever was posted since', async () => {
  const books = await openBooks(started);
  const path = 'reports/trial-balance?asOf=2026-04-30';
  const read = async (known = ''): Promise<ReportDto> =>
    (await books.get(`${path}${known}`).expect(200)).body as ReportDto;
  expect((await read()).chain).toEqual({ entries: 0, hash: '0'.repeat(64) });
  const sale = () =>
    asking([
      ['11200', '5.00', '', aCustomer()],
      ['41010', '', '5.00'],
    ]);
  const known: ReportDto[] = [];
  for (const count of [1, 2, 3]) {
    await books.post(...Array.from({ length: count }, sale));
    known.push(await read());
  }
  const stored = await query(
    started.database.adminUrl,
    `select sequence::int as entries, encode(hash, 'hex') as hash from journal_entry
     where company_id = $1 and sequence in (1, 3, 6) order by 1`,
    [books.companyId],
  );
  expect(known.map(({ chain }) => chain)).toEqual(stored);
  for (const { knownAt, chain } of known) expect((await read(`&knownAt=${knownAt}`)).chain).toEqual(chain);
  const [, three] = known;
  const csv = await books.get(`${path}&format=csv&knownAt=${three!.knownAt}`).expect(200);
  expect(csv.text).toContain(`Chain of 3 entries: ${three!.chain!.hash}`);
});
