import type { QueryRunner } from 'typeorm';
import { quoted } from '../database/columns.js';
import { tenantTable } from '../database/tenant-table.js';
import type { Counted } from './plan-use.js';

/** For a migration: how much of its plan an organization uses in this service, over all of its companies. */
export async function createPlanUse(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    create table plan_use (
      organization_id uuid not null,
      counted text not null,
      amount bigint not null constraint plan_use_not_negative check (amount >= 0),
      primary key (organization_id, counted)
    )`);
  await tenantTable(queryRunner, 'plan_use');
}

interface Counting {
  readonly table: string;
  readonly counted: Counted;
  /** What one row takes, as SQL over the name of the row. */
  readonly amount: (row: string) => string;
}

/**
 * For a migration, after `createPlanUse`: the database itself counts what rows of the table take, so that no way of
 * writing them is forgotten. Whoever writes one holds the count of the organization until the end of the transaction, and
 * of several who want the last place one gets it.
 */
export async function countForPlan(
  queryRunner: QueryRunner,
  { table, counted, amount }: Counting,
): Promise<void> {
  const [name, counting] = [quoted(table), quoted(`count_${table}_for_plan`)];
  await queryRunner.query(`
    create function ${counting}() returns trigger language plpgsql as $$
    declare
      more bigint := 0;
    begin
      if tg_op <> 'DELETE' then more := more + ${amount('new')}; end if;
      if tg_op <> 'INSERT' then more := more - ${amount('old')}; end if;
      if more = 0 then return null; end if;
      if tg_op = 'INSERT' then
        insert into plan_use (organization_id, counted, amount) values (new.organization_id, '${counted}', 0)
          on conflict do nothing;
      end if;
      update plan_use set amount = plan_use.amount + more
        where organization_id = coalesce(new.organization_id, old.organization_id) and counted = '${counted}';
      return null;
    end $$;
    create trigger count_for_plan after insert or update or delete on ${name}
      for each row execute function ${counting}()`);
  await countWhatIsThere(queryRunner, { table: name, counted, amount });
}

/** Of all organizations, which the owner sees while the policies are not forced. */
async function countWhatIsThere(
  queryRunner: QueryRunner,
  { table, counted, amount }: Counting,
): Promise<void> {
  const force = async (verb: 'force' | 'no force'): Promise<void> => {
    for (const one of [table, 'plan_use'])
      await queryRunner.query(`alter table ${one} ${verb} row level security`);
  };
  await force('no force');
  await queryRunner.query(`
    insert into plan_use (organization_id, counted, amount)
    select organization_id, '${counted}', sum(${amount('present')}) from ${table} present group by organization_id`);
  await force('force');
}
