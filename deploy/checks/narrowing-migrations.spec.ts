import { describe, expect, it } from '@jest/globals';
import { narrowingMigrations } from './narrowing-migrations.ts';

const file = 'services/sales/src/migrations/1790000000000-later.ts';

const findings = (text: string, at = file) => narrowingMigrations({ files: [at], read: () => text });
const inSql = (sql: string) => findings(`await queryRunner.query(\`${sql}\`);`);

describe('a migration only adds', () => {
  it.each([
    'create table note (id uuid not null primary key)',
    'create table note (id uuid); alter table note add constraint note_key unique (id), force row level security',
    'create table note (id uuid); create unique index note_key on note (id); alter table note rename to memo',
    'create index concurrently invoice_by_day on invoice (dated_on)',
    'alter table invoice add column colour text',
    "alter table invoice add column colour text not null default 'red', add column size int check (size > 0)",
    'alter table invoice add column at timestamptz, alter column at set default now()',
    'alter table invoice add column sum int not null generated always as (a + b) stored',
    'alter table invoice drop constraint invoice_total_above_zero',
    'alter table invoice alter column notes drop not null, alter column notes set default 1',
    "alter type state add value 'not null'",
    'create or replace function f() returns trigger as $$ begin truncate invoice; end $$ language plpgsql',
    '-- drop table invoice;\n select 1',
    'drop trigger once on invoice',
  ])('%s', (sql) => {
    expect(inSql(sql)).toEqual([]);
  });

  it.each([
    ['drop table if exists invoice cascade', 'drop table if exists invoice'],
    ['drop view public.invoice', 'drop view public.invoice'],
    ['drop index concurrently invoice', 'drop index'],
    ['truncate invoice', 'truncate'],
    ['revoke update on invoice from app', 'revoke'],
    ['ALTER TABLE ONLY "invoice"\n  DROP COLUMN notes', 'drop column notes'],
    ['alter table invoice drop notes', 'drop notes'],
    ['alter table invoice drop constraint if exists invoice_pkey', 'drop constraint'],
    ['alter table invoice rename column notes to remarks', 'rename column'],
    ['alter table invoice rename to bill', 'rename to bill'],
    ['alter type invoice rename value 1 to 2', 'rename value'],
    ['alter table invoice set schema old', 'set schema'],
    ['alter table invoice add column colour text not null', 'add column colour text not null'],
    ['alter table invoice add colour text not null', 'add colour'],
    ['alter table invoice add column a int default f(1, 2), add column b int not null', 'add column b'],
    ['alter table invoice add constraint c check (a > 0) not valid', 'add constraint c'],
    ['alter table invoice add foreign key (a) references b (a)', 'add foreign key'],
    ['alter table invoice alter column notes set not null', 'alter column notes set not null'],
    ['alter table invoice alter notes type int', 'alter notes type int'],
    ['alter table invoice alter column notes set data type int', 'set data type'],
    ['alter table invoice alter column notes drop default', 'drop default'],
    [
      'alter table invoice add column at int not null default 1, alter column at drop default',
      'drop default',
    ],
    ['alter table invoice enable row level security', 'enable row level security'],
    ['create unique index one_key on invoice (lower(a))', 'create unique index'],
    ['create constraint trigger t after insert on invoice', 'create constraint trigger'],
    ['create policy p on invoice as restrictive using (false)', 'create policy'],
    ['select 1; do $$ begin if true then alter table invoice drop column a; end if; end $$', 'drop column a'],
    ['drop table invoice; create table invoice (id int)', 'drop table invoice'],
  ])('not: %s', (sql, words) => {
    expect(inSql(sql)).toEqual([expect.stringContaining(words)]);
    expect(inSql(sql)).toEqual([expect.stringContaining('write "// Narrows invoice: why nobody misses it"')]);
  });

  it('not by a method of the query runner either', () => {
    expect(findings("await queryRunner.dropColumn('invoice', 'notes');")).toHaveLength(1);
    expect(findings("await queryRunner.createUniqueConstraint('invoice', key);")).toHaveLength(1);
  });

  it('in every service and library, and what is no migration is left alone', () => {
    const text = "const sql = 'drop table invoice';";
    expect(findings(text, 'libs/platform/src/directory/migrations/1790000000000-later.ts')).toHaveLength(1);
    expect(findings(text, 'services/sales/src/invoices/invoices.queries.ts')).toEqual([]);
  });
});

describe('one that takes something away', () => {
  const sql = 'await queryRunner.query(`alter table invoice drop column notes`);';

  it.each([
    ['// Narrows invoice: no version since 1.4 reads the notes.'],
    ['/** Narrows invoice: no version since 1.4 reads the notes. */'],
  ])('says why: %s', (mark) => {
    expect(findings(`${mark}\n${sql}`)).toEqual([]);
  });

  it('is refused when it gives no reason, or one for another table', () => {
    expect(findings(`// Narrows invoice:\n${sql}`)).toEqual([expect.stringContaining('say why')]);
    expect(findings(`/* Narrows invoice: fine */ ${sql}`)).toEqual([expect.stringContaining('say why')]);
    expect(findings(`// Narrows receipt: no version since 1.4 reads it.\n${sql}`)).toEqual([
      expect.stringContaining('drop column notes'),
      expect.stringContaining('says that it narrows "receipt", but does not'),
    ]);
    expect(findings(`const said = '// Narrows invoice: in a string it is no comment'; ${sql}`)).toHaveLength(
      1,
    );
  });

  it('cannot hide behind a mark that was left from something else', () => {
    expect(findings('// Narrows invoice: no version since 1.4 reads the notes.')).toHaveLength(1);
  });
});
