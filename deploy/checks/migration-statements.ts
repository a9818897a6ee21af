// What the statements of a migration take from tables that were there before it. Not a parser of SQL: it knows how we
// write it, and when in doubt calls a statement narrowing, as a mark is cheaper than a failed request.

export type Narrowing = {
  readonly table: string;
  /** The words that take something away or ask for more. */
  readonly narrows: string;
};

const name = String.raw`(?:if (?:not )?exists )?(?:only )?(?:[a-z_]+\.)?"?([a-z0-9_]+|\$\{[^}]*\})"?`;
const createdTable = new RegExp(String.raw`^create (?:unlogged |temp |temporary )?table ${name}`);
const alteredTable = new RegExp(
  String.raw`^alter (?:table|view|materialized view|type|domain|sequence) ${name}(.*)$`,
);

/** Statements of which each takes something away, with the table (or other thing) they take it from. */
const narrowingStatements: readonly RegExp[] = [
  new RegExp(
    String.raw`^drop (?:table|materialized view|view|function|procedure|type|domain|sequence|schema|index|extension) (?:concurrently )?${name}`,
  ),
  new RegExp(String.raw`^truncate (?:table )?${name}`),
  new RegExp(String.raw`^revoke .* on (?:table )?${name}`),
  new RegExp(String.raw`^create unique index .*? on ${name}`),
  new RegExp(String.raw`^create (?:or replace )?(?:constraint )?trigger .*? on ${name}`),
  new RegExp(String.raw`^create (?:or replace )?rule .*? to ${name}`),
  new RegExp(String.raw`^create policy .*? on ${name}.* as restrictive`),
];

const narrowingActions: readonly RegExp[] = [
  /^drop (?!not null|constraint|default|expression|identity)/,
  // Without its key a table no longer takes `on conflict`; any other constraint that goes only lets more in.
  /^drop constraint (?:if exists )?\w+_p?key\b/,
  /^rename\b/,
  /^set schema\b/,
  /^add (?:constraint|check|unique|primary|foreign|exclude)\b/,
  /^add (?:column )?(?:if not exists )?(?!value\b|attribute\b)\w+ (?=.*\b(?:not null|primary key)\b)(?!.*\b(?:default|generated)\b)/,
  /^alter (?:column )?"?\w+"? (?:set not null|drop default|drop identity|(?:set data )?type\b|add generated always)/,
  /^(?:enable|force) row level security\b/,
];

/** Methods of the query runner that do the same without a word of SQL. */
const runnerMethods =
  /\.((?:drop|rename|change|clear)[A-Z]\w*|create(?:Unique|Check|Exclusion|PrimaryKey|ForeignKey)\w*)\(\s*['"`]([a-z0-9_]+)/g;

export function narrowingsOf(text: string): readonly Narrowing[] {
  const created = new Set<string>();
  const inSql = sqlIn(text)
    .flatMap((sql) => sql.split(';'))
    .map((statement) => statement.replaceAll(/\s+/g, ' ').trim().toLowerCase())
    .flatMap((statement) => readStatement(statement, created));
  const called = [...text.matchAll(runnerMethods)].map(([, method = '', table = '']) => ({
    table,
    narrows: method,
  }));
  return [...inSql, ...called];
}

/** What lies on a table that the same migration made is no loss to anybody: no version knows the table. */
function readStatement(statement: string, created: Set<string>): readonly Narrowing[] {
  const [, made] = createdTable.exec(statement) ?? [];
  if (made !== undefined) {
    created.add(made);
    return [];
  }
  return [...takenWhole(statement), ...takenByActions(statement)].filter(({ table }) => !created.has(table));
}

function takenWhole(statement: string): readonly Narrowing[] {
  return narrowingStatements.flatMap((pattern) => {
    const [words, table = ''] = pattern.exec(statement) ?? [];
    return words === undefined ? [] : [{ table, narrows: words }];
  });
}

function takenByActions(statement: string): readonly Narrowing[] {
  const [, table = '', actions = ''] = alteredTable.exec(statement) ?? [];
  const all = actionsIn(actions);
  const fresh = columnsAddedBy(all);
  return all
    .filter(
      (action) => narrowingActions.some((pattern) => pattern.test(action)) && !fresh.has(columnOf(action)),
    )
    .map((action) => ({ table, narrows: action.slice(0, 60) }));
}

/** The commas between the actions of one `alter table`, and none of those inside brackets. */
function actionsIn(text: string): readonly string[] {
  let depth = 0;
  const parts = [''];
  for (const letter of text) {
    depth += letter === '(' ? 1 : letter === ')' ? -1 : 0;
    if (letter === ',' && depth === 0) parts.push('');
    else parts.push((parts.pop() ?? '') + letter);
  }
  return parts.map((part) => part.trim());
}

function columnsAddedBy(actions: readonly string[]): ReadonlySet<string> {
  return new Set(
    actions.flatMap((action) => /^add column (?:if not exists )?"?(\w+)/.exec(action)?.slice(1) ?? []),
  );
}

/** The column that an `alter column` is about: one that the same statement adds was nobody's before. */
function columnOf(action: string): string {
  return /^alter column "?(\w+)"? (?!drop default)/.exec(action)?.[1] ?? '';
}

/** A comment, or the text of a string: read together, as each may hold what begins the other. */
const tokens =
  /(\/\/[^\n]*|\/\*[\s\S]*?\*\/)|`((?:\\.|[^`\\])*)`|'((?:\\.|[^'\\\n])*)'|"((?:\\.|[^"\\\n])*)"/g;

export function commentsIn(text: string): readonly string[] {
  return [...text.matchAll(tokens)].flatMap(([, comment]) => comment ?? []);
}

/** The strings of the file, without comments of SQL and without the bodies of functions. */
function sqlIn(text: string): readonly string[] {
  return [...text.matchAll(tokens)]
    .map(([, , template, single, double]) => template ?? single ?? double ?? '')
    .map((sql) => withoutBodies(sql.replaceAll(/--[^\n]*/g, '')));
}

/** The body of a function runs later; that of a `do` runs now, and what it does counts. */
function withoutBodies(sql: string): string {
  return sql.replaceAll(/(\bdo\s+)?(\$\w*\$)([\s\S]*?)\2/gi, (_whole, runsNow, _mark, body: string) =>
    runsNow === undefined ? '$$' : `;${body.replaceAll(/\b(?:begin|then|loop|else)\b/gi, ';')}`,
  );
}
