// The audit trail is written by add() and change(). A statement that writes to one of their tables by itself would leave
// no trace, so that each one is named here with what keeps the story complete all the same.
import type { Tree } from './tree.ts';

/** An update or a delete is never among them: what somebody had is gone then without a trace. */
const inserts: Readonly<Record<string, string>> = {
  'services/common/src/chart/chart.service.ts account':
    'a published chart comes whole; changes to it are audited',
  'services/common/src/daily-runs/daily-runs.service.ts daily_run': 'the clock makes it, at most once a day',
  'services/common/src/people/people.service.ts person':
    'at most one for an address, made by whoever invited them',
  'services/sales/src/approvals/approval-settings.service.ts approval_setting':
    'the usual, changed right afterwards',
  'services/sales/src/paper-settings/paper-settings.service.ts paper_setting':
    'nothing said, changed right afterwards',
  'services/sales/src/reminders/reminder-plans.service.ts reminder_plan':
    'off and without stages, changed right afterwards',
  'services/sales/src/reminders/reminder-preferences.service.ts reminder_preference':
    'the usual, changed right afterwards',
  'services/sales/src/tax/tax-settings.service.ts tax_setting': 'the usual, changed right afterwards',
};

const statement =
  /\b(insert\s+into|update|delete\s+from|merge\s+into|truncate)\s+(?:only\s+)?"?([a-z_]+)"?/gi;
const manager =
  /\.(insert|update|delete|remove|upsert|increment|decrement|createQueryBuilder)\(\s*([A-Z]\w+)Table\b/g;

export function unauditedWrites(tree: Tree): readonly string[] {
  const sources = tree.files.filter(
    (file) => /^services\/[a-z]+\/src\/.*\.ts$/.test(file) && !/\/migrations\/|\.spec\.ts$/.test(file),
  );
  const audited = auditedTables(tree, sources);
  const used = new Set<string>();
  const found = sources.flatMap((file) =>
    writesIn(tree.read(file)).flatMap(({ verb, table }) => {
      if (!audited.has(`${serviceOf(file)} ${table}`)) return [];
      const isKnown = verb === 'insert into' && `${file} ${table}` in inserts;
      if (isKnown) used.add(`${file} ${table}`);
      return isKnown
        ? []
        : [`${file}: "${verb} ${table}" leaves no trace in the audit trail: use add() or change().`];
    }),
  );
  const left = Object.keys(inserts).filter(
    (name) => tree.files.includes(name.split(' ')[0] ?? '') && !used.has(name),
  );
  return [
    ...found,
    ...left.map((name) => `${name}: named in unaudited-writes.ts, but written nowhere any more.`),
  ];
}

/** Every table that is mapped is one whose entities go through add() and change(). */
function auditedTables(tree: Tree, sources: readonly string[]): ReadonlySet<string> {
  const names = sources
    .filter((file) => file.endsWith('.table.ts'))
    .flatMap((file) =>
      [...tree.read(file).matchAll(/\bname: '([A-Z]\w*)'/g)].map(
        ([, name = '']) => `${serviceOf(file)} ${snake(name)}`,
      ),
    );
  return new Set(names);
}

function writesIn(text: string): readonly { readonly verb: string; readonly table: string }[] {
  const spelled = [...text.matchAll(statement)].map(([, verb = '', table = '']) => ({
    verb: verb.toLowerCase().replace(/\s+/, ' '),
    table,
  }));
  const called = [...text.matchAll(manager)].map(([, verb = '', name = '']) => ({
    verb,
    table: snake(name),
  }));
  return [...spelled, ...called];
}

function serviceOf(file: string): string {
  return file.split('/')[1] ?? '';
}

function snake(name: string): string {
  return name.replace(/(?<!^)[A-Z]/g, (letter) => `_${letter}`).toLowerCase();
}
