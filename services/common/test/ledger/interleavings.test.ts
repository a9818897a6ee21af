import { PlainDate } from '@dhanman/kernel';
import { Database } from '@dhanman/platform';
import { query, startService, type StartedService } from '@dhanman/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Asked } from '../../src/ledger/journal-entry.js';
import { ReversalsService } from '../../src/ledger/reversals.service.js';
import { common } from '../../src/main.js';
import { aCustomer, asking, type Books, openBooks } from '../support/ledger.js';

let started: StartedService;

beforeAll(async () => {
  started = await startService(common);
});

afterAll(async () => {
  await started.stop();
});

const party = aCustomer();

/** One thing somebody does to the books; several are done at the same time. */
type Step =
  | { readonly does: 'post'; readonly paise: number; readonly month: number; readonly isWrong: boolean }
  | { readonly does: 'reverse'; readonly which: number; readonly month: number }
  | { readonly does: 'lock' | 'unlock'; readonly month: number };

const month = fc.integer({ min: 4, max: 6 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      does: fc.constant('post' as const),
      paise: fc.integer({ min: 1, max: 10_000_000 }),
      month,
      isWrong: fc.boolean(),
    }),
  },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('reverse' as const), which: fc.nat(20), month }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constantFrom('lock' as const, 'unlock' as const), month }) },
);

const dayOf = (number: number): string => `2026-0${String(number)}-15`;

function sale({ paise, month: on, isWrong }: Extract<Step, { does: 'post' }>): Asked {
  const amount = (Math.floor(paise / 100) + 1).toString();
  const credit = isWrong ? `${amount}.01` : `${amount}.00`;
  return asking(
    [
      ['11200', `${amount}.00`, '', party],
      ['41010', '', credit],
    ],
    { on: dayOf(on) },
  );
}

async function take(books: Books, posted: Asked[], one: Step): Promise<void> {
  if (one.does === 'post') return post(books, posted, one);
  return one.does === 'reverse' ? reverse(books, posted, one) : turn(books, one);
}

async function post(books: Books, posted: Asked[], one: Extract<Step, { does: 'post' }>): Promise<void> {
  const asked = sale(one);
  const [outcome] = await books.post(asked);
  const isPosted = outcome !== undefined && 'posted' in outcome;
  if (isPosted) posted.push(asked);
  expect(isPosted && one.isWrong).toBe(false);
}

async function reverse(
  books: Books,
  posted: readonly Asked[],
  { which, month: on }: Extract<Step, { does: 'reverse' }>,
): Promise<void> {
  const asked = posted[which % Math.max(posted.length, 1)];
  if (!asked) return;
  const sources = [{ service: asked.service, ...asked.request.source }];
  const reversal = { on: PlainDate.parse(dayOf(on)), reason: 'Wrong' };
  const reversals = started.service.get(ReversalsService);
  await started.service
    .get(Database)
    .transaction(books, (tx) => reversals.reverse(tx, books, sources, reversal))
    .catch((error: unknown) => expect(error).toMatchObject({ code: 'period-closed' }));
}

async function turn(
  books: Books,
  { does, month: of }: Extract<Step, { does: 'lock' | 'unlock' }>,
): Promise<void> {
  const state = does === 'lock' ? 'locked' : 'open';
  const sql = 'update accounting_period set state = $2 where company_id = $1 and starts_on = $3';
  await query(started.database.adminUrl, sql, [books.companyId, state, `2026-0${String(of)}-01`]);
}

const broken = `
  with entry as (
    select entry.id, sequence, entry.number, previous_hash, hash,
      (select sum(case side when 'debit' then amount else -amount end) from journal_line where entry_id = entry.id) as off,
      lag(hash) over (order by sequence) as before, row_number() over (order by sequence) as place
    from journal_entry entry where company_id = $1),
  lines as (
    select account_id, entered_on, coalesce(sum(amount) filter (where side = 'debit'), 0) as debit,
      coalesce(sum(amount) filter (where side = 'credit'), 0) as credit
    from journal_line where company_id = $1 group by 1, 2),
  kept as (
    select account_id, entered_on, sum(debit) as debit, sum(credit) as credit from account_day
    where company_id = $1 group by 1, 2)
  select 'entry' as what, number::text as which from entry
    where off <> 0 or sequence <> place or (before is not null and before <> previous_hash)
      or split_part(number, '/', 3)::int <> place
  union all
  select 'balance', account_id::text from lines full join kept using (account_id, entered_on)
    where lines.debit is distinct from kept.debit or lines.credit is distinct from kept.credit
  union all
  select 'head', sequence::text from ledger_head where company_id = $1
    and sequence > 0 and not exists (select from entry where place = (select max(place) from entry)
      and entry.sequence = ledger_head.sequence and entry.hash = ledger_head.hash)`;

test('postings, reversals and closings in any order, several at once, keep the books right', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(step, { minLength: 1, maxLength: 6 }), { maxLength: 8 }),
      async (rounds) => {
        const books = await openBooks(started);
        const posted: Asked[] = [];
        for (const round of rounds) await Promise.all(round.map((one) => take(books, posted, one)));
        expect(await query(started.database.adminUrl, broken, [books.companyId])).toEqual([]);
      },
    ),
    { numRuns: 25, seed: 7, endOnFailure: true },
  );
}, 120_000);
