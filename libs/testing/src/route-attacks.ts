import type { Problem } from '@dhanman/contracts';
import { type DocumentedRoute, everyRoute } from './every-route.js';
import { seededRandom } from './seeded-random.js';
import type { StartedService } from './service.js';
import { statementsDuring } from './statements.js';

/** What only the server decides, under the names an attacker would try. */
const owned = [
  ...[
    'organizationId',
    'organization_id',
    'companyId',
    'company_id',
    'id',
    'version',
    'createdAt',
    'createdBy',
  ],
  ...[
    'role',
    'roles',
    'permissions',
    'isAdmin',
    'is_admin',
    'state',
    'status',
    'number',
    'postedAt',
    'approvedBy',
  ],
  '$where',
] as const;

/**
 * Sends to every route that takes a body, besides nothing else, fields that it does not declare. The answer is the list
 * of routes that did not refuse each of them by name; it must be empty.
 */
export async function massAssignments(service: StartedService): Promise<readonly string[]> {
  const accepted: string[] = [];
  for (const route of await everyRoute(service)) {
    if (!route.fields) continue;
    const foreign = owned.filter((name) => !route.fields?.includes(name));
    const answer = await route.ask({}, Object.fromEntries(foreign.map((name) => [name, 'x'])));
    const { errors = [] } = (await answer.json()) as Problem;
    const refused = new Set(errors.map(({ path }) => path));
    const passed = answer.status === 400 ? foreign.filter((name) => !refused.has(name)) : foreign;
    accepted.push(...passed.map((name) => `${route.name} lets ${name} pass (${answer.status})`));
  }
  return accepted;
}

const pieces = [
  ...[
    "'",
    '"',
    '--',
    ';',
    '/*',
    '*/',
    '(',
    ')',
    '\\',
    '%',
    '_',
    '$1',
    '::text',
    ' or 1=1',
    ' union select ',
    'null',
  ],
  ...[
    'pg_sleep(9)',
    'drop table customer',
    'case when 1=1 then name else id end',
    ' asc',
    ' desc',
    'name',
    'id',
    ',',
  ],
  ...['\u0000', '\u02bc', '\uff07', '{"a":1}', '[]', '-', '.', 'current_setting', '1e999', '0x1F'],
];

/**
 * Puts pieces of SQL into every query parameter of every list, and tells what it saw: answers other than a page or a
 * refusal, and statements that hold what was put in. Both must be empty.
 */
export async function sqlInQueries(
  service: StartedService,
  { seed, rounds }: { readonly seed: number; readonly rounds: number },
): Promise<{ readonly answers: readonly string[]; readonly statements: readonly string[] }> {
  const lists = (await everyRoute(service)).filter(({ query }) => query.length > 0);
  const random = seededRandom(seed);
  const payload = (): string =>
    mark + [1, 2, 3].map(() => pieces[Math.floor(random() * pieces.length)] ?? '').join('');
  const answers: string[] = [];
  const seen = await statementsDuring(async () => {
    for (const list of lists) {
      for (const parameter of list.query) {
        const payloads = Array.from({ length: rounds }, payload);
        answers.push(...(await surprises(list, parameter, payloads)));
      }
    }
  });
  return { answers, statements: [...seen].filter((text) => text.includes(mark)) };
}

/** Stands in every payload: a statement that holds it was made of what a client wrote. */
const mark = 'zqmark';

async function surprises(
  list: DocumentedRoute,
  { name, values }: DocumentedRoute['query'][number],
  payloads: readonly string[],
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const payload of payloads) {
    const { status } = await list.ask({ [name]: (values[0] ?? '') + payload });
    // Only free text may be anything at all; it must then have been a value and not a part of the statement.
    const isExpected = [400, 422, ...(values.length === 0 ? [200] : [])].includes(status);
    if (!isExpected) found.push(`${list.name}?${name}=${payload} → ${status}`);
  }
  return found;
}
