// Documents of a customer that the ledger is asked to enter are read in one way: where one stands follows from its posting,
// and from how it was taken back.
import type { Page } from '@dhanman/contracts';
import type { Id } from '@dhanman/kernel';
import { type Actor, Database, Keyset, NotFound, type Sorts } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { instant, rejection } from './posting-columns.js';

/** What one kind of document has besides what all of them have. */
export interface DocumentKind {
  /** As it calls itself before the ledger. */
  readonly document: string;
  readonly purpose: string;
  readonly table: string;
  /** Those that begin as a draft have no posting, and no number, until they are issued. */
  readonly isDrafted?: true;
  /** What is known of it through `joins`, where its own row is called `document`. */
  readonly known: string;
  readonly joins: string;
  /** What a list shows of it, and what only one alone does. */
  readonly listed: string;
  readonly whole: string;
  /** The texts that people look for it by. */
  readonly texts: string;
}

type Sorted = 'on' | 'number' | 'amount' | 'total';

interface ListQuery {
  readonly sort?: Sorted | `-${Sorted}` | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
  readonly customerId?: string | undefined;
  readonly state?: string | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly q?: string | undefined;
}

type Place = (value: unknown) => string;

@Injectable()
export class CustomerDocuments {
  constructor(private readonly db: Database) {}

  async one<Row>(tx: EntityManager, actor: Actor, kind: DocumentKind, id: Id): Promise<Row> {
    const sql = `with ${found(kind)} select ${shown(kind)}, ${kind.whole} from found where id = $3`;
    const [row] = await tx.query<Row[]>(sql, [actor.organizationId, actor.company, id]);
    if (row === undefined) throw new NotFound(kind.document);
    return row;
  }

  async list<Row>(
    actor: Actor,
    kind: DocumentKind,
    query: ListQuery,
    narrowed: (place: Place) => readonly (string | false)[],
  ): Promise<Page<Row>> {
    const keyset = new Keyset(sortsOf(kind), '-on', query);
    const values: unknown[] = [actor.organizationId, actor.company];
    const place: Place = (value) => `$${values.push(value)}`;
    const conditions = [...filters(query, kind, place), ...narrowed(place), keyset.where(place)];
    const sql = `
      with ${found(kind)}
      select ${shown(kind)}, ${keyset.select} from found
      where ${conditions.filter((one) => one !== false).join(' and ')}
      ${keyset.orderAndLimit}`;
    return this.db.read(actor, async (tx) => {
      const rows = await tx.query<(Row & { id: string; sortedBy: string })[]>(sql, values);
      return keyset.page(rows, (row) => row);
    });
  }
}

function found({ document, purpose, table, isDrafted, known, joins }: DocumentKind): string {
  const [join, asked, before] = isDrafted
    ? ['left join', 'issued', 'document.state']
    : ['join', 'waiting', 'null'];
  return `
    found as (
      select document.*, customer.name as customer_name, ${known}, ${rejection},
        case posting.state when 'asked' then '${asked}' when 'reversing' then 'undoing' when 'reversed' then document.undone
          else coalesce(posting.state, ${before}) end as stands
      from ${table} document
      join customer on customer.organization_id = document.organization_id and customer.id = document.customer_id
      ${joins}
      ${join} posting on posting.organization_id = document.organization_id and posting.document = '${document}'
        and posting.document_id = document.id and posting.purpose = '${purpose}'
      where document.organization_id = $1 and document.company_id = $2)`;
}

function shown({ listed }: DocumentKind): string {
  return `
    id, company_id as "companyId", customer_id as "customerId", customer_name as "customerName", number,
    dated_on::text as "on", currency, ${listed}, stands as state, rejection, version, ${instant('created_at')} as "createdAt"`;
}

function sortsOf({ isDrafted }: DocumentKind): Sorts<Sorted> {
  return {
    on: { sql: 'dated_on', type: 'date' },
    number: { sql: isDrafted ? `coalesce(number, '')` : 'number', type: 'text' },
    amount: { sql: 'amount', type: 'numeric' },
    total: { sql: 'total', type: 'numeric' },
  };
}

function filters(
  { customerId, state, from, until, q }: ListQuery,
  { texts }: DocumentKind,
  place: Place,
): readonly (string | false)[] {
  return [
    customerId !== undefined && `customer_id = ${place(customerId)}`,
    state !== undefined && `stands = ${place(state)}`,
    from !== undefined && `dated_on >= ${place(from)}`,
    until !== undefined && `dated_on <= ${place(until)}`,
    q !== undefined && `position(lower(${place(q)}) in lower(concat_ws(' ', ${texts}))) > 0`,
  ];
}
