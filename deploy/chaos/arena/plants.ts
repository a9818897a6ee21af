import type { ServiceName } from '../../topology.ts';

export type Plant = 'loss' | 'double';

/** Corruptions with which the checkers show that they would see one: a superuser, with all guards off. */
export const plants: Readonly<Record<Plant, { readonly service: ServiceName; readonly sql: string }>> = {
  loss: {
    service: 'payroll',
    sql: `
      delete from inbox where message_id = (
        select message_id from inbox where contract like 'common.company-%' order by message_id desc limit 1)`,
  },
  double: {
    service: 'common',
    sql: `
      create temporary table twin as select * from journal_entry order by id desc limit 1;
      create temporary table twin_line as select * from journal_line where entry_id = (select id from twin);
      update twin set id = gen_random_uuid(), source_version = source_version + 1, sequence = sequence + 1000,
        number = number || '-twin';
      update twin_line set entry_id = (select id from twin);
      insert into journal_entry select * from twin; insert into journal_line select * from twin_line`,
  },
};
