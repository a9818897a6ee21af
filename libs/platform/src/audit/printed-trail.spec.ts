import type { AuditEntry, AuditPage } from '@dhanman/contracts';
import { describe, expect, it } from '@jest/globals';
import { csvOf } from '../reports/csv.js';
import { printedTrail } from './printed-trail.js';

// Ids are as short as the lines of this file.
const entry = {
  id: 'e-1',
  companyId: null,
  at: '2026-11-25T10:00:00.000Z',
  action: 'changed',
  entity: 'customer',
  entityId: 'c-1',
  entityVersion: 2,
  changes: [],
  actor: 'p-1',
  actingFor: null,
  byToken: null,
  address: '10.0.0.1',
  requestId: 'r-1',
  correlationId: null,
} as unknown as AuditEntry;

async function* paged(...pages: readonly AuditPage[]): AsyncGenerator<AuditPage> {
  yield* pages;
}

async function linesOf(pages: AsyncGenerator<AuditPage>, limit?: number): Promise<readonly string[]> {
  let text = '';
  for await (const line of csvOf(printedTrail('Audit trail of sales', pages, limit))) text += line;
  return text.split('\r\n').slice(2, -1);
}

const page = (...items: readonly AuditEntry[]): AuditPage => ({ items: [...items], nextCursor: null });

describe('a trail as a file', () => {
  it('has a line for each changed field, and one for what changed nothing', async () => {
    const changes = [
      { field: 'name', before: 'Asha', after: 'Asha, "Sons"' },
      { field: 'terms', before: null, after: { days: 30 } },
    ];
    const lines = await linesOf(
      paged(
        page({ ...entry, changes }, { ...entry, id: 'e-2', action: 'read', byToken: 't-1' } as AuditEntry),
      ),
    );
    expect(lines).toEqual([
      'When,Action,Record,Id of the record,Version,Field,Before,After,Who,In the place of,By token,Company,Address,Request,Cause,Entry',
      '2026-11-25T10:00:00.000Z,changed,customer,c-1,2,name,Asha,"Asha, ""Sons""",p-1,,,,10.0.0.1,r-1,,e-1',
      '2026-11-25T10:00:00.000Z,changed,customer,c-1,2,terms,,"{""days"":30}",p-1,,,,10.0.0.1,r-1,,e-1',
      '2026-11-25T10:00:00.000Z,read,customer,c-1,2,,,,p-1,,t-1,,10.0.0.1,r-1,,e-2',
    ]);
  });

  it.each(['=HYPERLINK("x")', '+1', '-1+1', '@SUM(A1)', '\tx'])(
    'makes text of %j, whichever field holds it',
    async (formula) => {
      const changes = [{ field: formula, before: formula, after: formula }];
      const evil = { ...entry, entityId: formula, actor: formula, correlationId: formula, changes };
      const [, line = ''] = await linesOf(paged(page(evil)));
      expect(line.match(/(^|,)"?'[=+\-@\t]/g)).toHaveLength(6);
      expect(line).not.toMatch(/(^|,)"?[=+\-@\t]/);
    },
  );

  it('ends where it is too long for anybody, and says so', async () => {
    const three = page(entry, entry, entry);
    expect(await linesOf(paged(three), 3)).toHaveLength(4);
    const cut = await linesOf(paged({ ...three, nextCursor: 'more' }, three), 3);
    expect(cut).toHaveLength(5);
    expect(cut.at(-1)).toContain('Only the first 3 entries');
    expect(await linesOf(paged(three), 2)).toEqual([...cut.slice(0, 3), cut.at(-1)?.replace('3', '2')]);
  });
});
