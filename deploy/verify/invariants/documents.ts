// I3 and I14: documents against the journal. Services never read each other's tables; this reads all of them, which is
// the whole point of it. A document that posts to the journal gets a row in `documents` the day it is built.
import type { ServiceName } from '../../topology.ts';
import type { Finding, Invariant, Needs, Offender, World } from '../invariant.ts';

interface Kind {
  readonly service: ServiceName;
  /** As the document calls itself in `PostTransaction`. */
  readonly document: string;
  readonly table: string;
  /** Gives organization, id, state (`posted`, `waiting` or anything else), entry and amount, and isOld. */
  readonly sql: string;
  /** What of its entry has its amount: what the customer owes for it, where rounding is on a line of its own. */
  readonly worth: 'debits' | 'ofParty';
}

interface Document extends Offender {
  readonly organization: string;
  readonly id: string;
  readonly state: string;
  readonly entry: string | null;
  readonly amount: string;
  readonly isOld: boolean;
}

interface Entry extends Offender {
  readonly organization: string;
  readonly id: string;
  readonly service: string;
  readonly document: string;
  readonly source: string;
  readonly debits: string;
  readonly ofParty: string;
  readonly isOld: boolean;
}

const kinds: readonly Kind[] = [
  {
    ...{ service: 'sales', document: 'invoice', table: 'invoice', worth: 'ofParty' },
    sql: `
      select organization_id as organization, id, entry_id as entry, total::numeric(20, 4)::text as amount,
        case state when 'issued' then 'waiting' else state end as state,
        updated_at < now() - make_interval(secs => $1) as "isOld"
      from invoice`,
  },
  ...['receipt', 'advance-application', 'credit-note', 'refund', 'write-off'].map((document): Kind => ({
    ...{ service: 'sales', document, table: 'posting', worth: 'debits' },
    sql: `
        select organization_id as organization, document_id as id, entry_id as entry,
          amount::numeric(20, 4)::text as amount,
          case state when 'asked' then 'waiting' when 'reversing' then 'posted' else state end as state,
          updated_at < now() - make_interval(secs => $1) as "isOld"
        from posting where document = '${document}'`,
  })),
];

const needs: Needs = { common: ['journal_entry', 'journal_line'], sales: ['invoice', 'posting'] };

export const documents: readonly Invariant[] = [
  {
    id: 'I3',
    says: 'posted documents have one entry each, and entries one document',
    needs,
    check: onePerOne,
  },
  { id: 'I14', says: 'posted documents have the amount of their entry', needs, check: sameAmounts },
];

/** Documents first: what is posted by then has its entry already. */
async function read(world: World): Promise<{ kind: Kind; found: readonly Document[] }[]> {
  const reading = kinds.map(async (kind) => ({
    kind,
    found: await world.query<Document>(kind.service, kind.sql, [world.graceSeconds]),
  }));
  return Promise.all(reading);
}

/** What stands: journals have no document in another service, and what was reversed counts no more. */
async function readEntries(world: World): Promise<readonly Entry[]> {
  return world.query<Entry>(
    'common',
    `select entry.organization_id as organization, entry.id, source_service as service, source_document as document,
       source_id as source, posted_at < now() - make_interval(secs => $1) as "isOld",
       worth.debits, worth."ofParty"
     from journal_entry entry cross join lateral (
       select sum(amount) filter (where side = 'debit')::numeric(20, 4)::text as debits,
         abs(sum(case side when 'debit' then amount else -amount end) filter (where party_id is not null))
           ::numeric(20, 4)::text as "ofParty"
       from journal_line line
       where line.organization_id = entry.organization_id and line.entry_id = entry.id) worth
     where source_service <> 'common' and kind <> 'reversal' and not exists (
       select from journal_reversal reversal
       where reversal.organization_id = entry.organization_id and reversal.entry_id = entry.id)
     order by entry.id`,
    [world.graceSeconds],
  );
}

const keyOf = (...parts: readonly string[]): string => parts.join(' ');

async function onePerOne(world: World): Promise<Finding> {
  const groups = await read(world);
  const entries = await readEntries(world);
  const bySource = Map.groupBy(entries, ({ organization, service, document, source }) =>
    keyOf(organization, service, document, source),
  );
  const known = new Set<string>();
  const offenders: Offender[] = [];
  for (const { kind, found } of groups) {
    for (const document of found) {
      const key = keyOf(document.organization, kind.service, kind.document, document.id);
      known.add(key);
      const why = complaint(document, bySource.get(key) ?? []);
      if (why !== undefined) offenders.push({ ...nameOf(kind, document), why });
    }
  }
  for (const [key, [entry]] of bySource)
    if (!known.has(key)) offenders.push({ ...entry, why: 'there is no such document' });
  return { counted: groups.flatMap(({ found }) => found.filter(isPosted)).length, offenders };
}

function complaint(document: Document, entries: readonly Entry[]): string | undefined {
  const [entry] = entries;
  if (entries.length > 1) return `has ${String(entries.length)} entries`;
  if (isPosted(document)) return entry === undefined ? 'is posted and has no entry' : undefined;
  if (entry?.isOld === true) return `is ${document.state} and has the entry ${entry.id}`;
  return document.state === 'waiting' && document.isOld ? 'still waits for the ledger' : undefined;
}

async function sameAmounts(world: World): Promise<Finding> {
  const groups = await read(world);
  const entries = new Map(
    (await readEntries(world)).map((entry) => [keyOf(entry.organization, entry.id), entry]),
  );
  const posted = groups.flatMap(({ kind, found }) =>
    found.filter(isPosted).map((document) => ({ kind, document })),
  );
  const offenders = posted.flatMap(({ kind, document }) => {
    const entry = entries.get(keyOf(document.organization, document.entry ?? ''));
    const entered = entry?.[kind.worth];
    const isSame = entry?.source === document.id && entered === document.amount;
    return isSame ? [] : [{ ...nameOf(kind, document), entry: document.entry, entered }];
  });
  return { counted: posted.length, offenders };
}

function nameOf({ service, document: name }: Kind, document: Document): Offender {
  return {
    organization: document.organization,
    [`${service} ${name}`]: document.id,
    amount: document.amount,
  };
}

function isPosted({ state }: Document): boolean {
  return state === 'posted';
}
