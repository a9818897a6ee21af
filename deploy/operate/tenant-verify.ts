// Whether one organization is right everywhere: equal copies, and the invariants as far as its own rows go.
import { services } from '../topology.ts';
import { jsonOf, textOf } from '../verify/report.ts';
import { verdicts } from '../verify/verdict.ts';
import type { Offender, World } from '../verify/invariant.ts';
import type { Answer } from './answer.ts';
import { databaseUrlOf } from './database-url.ts';
import type { Request } from './request.ts';
import { checksumsOf, inside } from './tenants.ts';

/** Entries and their balances, numbers, references and the chain: of rows that belong to an organization. */
const ofOneTenant = ['I1', 'I2', 'I4', 'I10', 'I11', 'I14'];

export async function verifyTenant(request: Request): Promise<Answer> {
  const sums = await checksumsOf(request);
  const own = sums.get('common') ?? [];
  const isKnown = own.some(({ table, count }) => table === 'organization' && count === 1);
  const drifted = [...sums].flatMap(([service, copies]) =>
    copies
      .filter(({ table, hash }) => own.find((one) => one.table === table)?.hash !== hash)
      .map(({ table }) => `${service}.${table}`),
  );
  const found = await verdicts(await worldOf(request), ofOneTenant);
  const isRight = isKnown && drifted.length === 0 && found.every(({ state }) => state !== 'broken');
  const copies = drifted.length === 0 ? 'Every copy is equal.' : `Not equal: ${drifted.join(', ')}.`;
  const text = isKnown ? `${copies}\n${textOf(found)}` : 'There is no such organization.';
  return {
    isFound: isRight,
    json: { isKnown, drifted, verdicts: JSON.parse(jsonOf(found)) as unknown },
    text,
  };
}

/** What the checks see is the organization alone, by the row policies of each service. */
async function worldOf(request: Request): Promise<World> {
  const { inDatabase } = await import('@dhanman/operations');
  const names = new Map<string, ReadonlySet<string>>();
  for (const { name } of services) {
    const url = await databaseUrlOf(request, name);
    const rows = await inDatabase(url, async (tx) =>
      tx.query<{ table: string; column: string }[]>(
        `select table_name as table, column_name as column from information_schema.columns
         where table_schema = 'public'`,
      ),
    );
    names.set(name, new Set(rows.flatMap(({ table, column }) => [table, `${table}.${column}`])));
  }
  return {
    ...{ graceSeconds: 0, keptFiles: undefined },
    namesIn: (service) => names.get(service) ?? new Set(),
    async query<Row extends Offender>(
      service: Parameters<World['query']>[0],
      sql: string,
      values: readonly unknown[] = [],
    ) {
      const url = await databaseUrlOf(request, service);
      return inDatabase(url, async (tx) => {
        await inside(tx, request.organization);
        return tx.query<Row[]>(sql, [...values]);
      });
    },
  };
}
