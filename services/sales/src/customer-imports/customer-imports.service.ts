import type { CustomerImport, Sheet } from '@dhanman/contracts';
import { type Id, newId } from '@dhanman/kernel';
import { type Actor, Database, rowsOfSheet } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Customer } from '../customers/customer.js';
import { CustomersService } from '../customers/customers.service.js';
import { customerRowsIn, judgedAll, type Judged, marksOf } from './customer-sheet.js';

type Outcome = CustomerImport['customers'][number]['outcome'];
type Known = ReadonlyMap<string, Id>;

const atMost = { timeoutMs: 20_000 };

/** Makes customers of the rows of a sheet; whoever is a customer already stays as they are. */
@Injectable()
export class CustomerImportsService {
  constructor(
    private readonly db: Database,
    private readonly customers: CustomersService,
  ) {}

  async preview(actor: Actor, sheet: Sheet): Promise<CustomerImport> {
    const all = await judge(actor, sheet);
    return this.db.transaction(actor, async (tx) => shown(all, await knownAmong(tx, actor, all), 'ready'));
  }

  /** What was refused or is there already is left out, and said. */
  async import(actor: Actor, sheet: Sheet): Promise<CustomerImport> {
    const all = await judge(actor, sheet);
    return this.db.transaction(
      actor,
      async (tx) => {
        // Of two who import the same sheet, the second finds what the first has made.
        const name = `customers imported into ${actor.company}`;
        await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [name]);
        const known = await knownAmong(tx, actor, all);
        const added = all.flatMap(({ customer }) => customer ?? []);
        await this.customers.addAll(
          tx,
          added.filter((customer) => knownAs(customer, known) === undefined),
        );
        return shown(all, known, 'imported');
      },
      atMost,
    );
  }
}

async function judge(actor: Actor, sheet: Sheet): Promise<readonly Judged[]> {
  return judgedAll(customerRowsIn(await rowsOfSheet(sheet)), () => actor.key(newId<'Customer'>()));
}

function shown(all: readonly Judged[], known: Known, outcomeOfNew: Outcome): CustomerImport {
  const customers = all.map(({ sheet: { row, cells }, customer }) => {
    const already = customer && knownAs(customer, known);
    const what = { row, name: cells.Name, gstin: cells.GSTIN };
    if (!customer) return { ...what, outcome: 'refused' as const, customerId: null };
    if (already !== undefined) return { ...what, outcome: 'known' as const, customerId: already };
    return { ...what, outcome: outcomeOfNew, customerId: outcomeOfNew === 'imported' ? customer.id : null };
  });
  return { customers, problems: all.flatMap(({ problems }) => problems) };
}

function knownAs(customer: Customer, known: Known): Id | undefined {
  return marksOf(customer)
    .map((mark) => known.get(mark))
    .find((id) => id !== undefined);
}

type KnownRow = Pick<Customer, 'id' | 'code' | 'gstin' | 'name'>;

async function knownAmong(tx: EntityManager, actor: Actor, all: readonly Judged[]): Promise<Known> {
  const customers = all.flatMap(({ customer }) => customer ?? []);
  const rows = await tx.query<KnownRow[]>(
    `select id, code, gstin, name from customer
     where organization_id = $1 and company_id = $2
       and (code = any($3) or gstin = any($4) or lower(name) = any($5))
     order by created_at desc, id desc`,
    [
      ...[actor.organizationId, actor.company],
      ...[customers.map(({ code }) => code), customers.map(({ gstin }) => gstin)],
      customers.map(({ name }) => name.toLowerCase()),
    ],
  );
  // Of several with the same mark the oldest is meant.
  return new Map(rows.flatMap((row) => everyMarkOf(row).map((mark) => [mark, row.id] as const)));
}

/** A row of a sheet may know less of a customer than is known here. */
function everyMarkOf(row: KnownRow): readonly string[] {
  return [...marksOf(row), ...marksOf({ ...row, code: null, gstin: null })];
}
