import { builtInRoles } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import { aMember, type Member } from './member.js';
import { operationsExamples } from './operations-examples.js';
import { bodyFor, type Examples, filled, type Route, together } from './routes.js';
import type { StartedService } from './service.js';
import type { Furnish } from './walls.js';

/** By route the roles that it lets in, in the order in which roles are declared. */
export type RoleMatrix = Readonly<Record<string, readonly string[]>>;

/**
 * Asks every route as every built-in role, with real tokens against the service's own copy of memberships. An answer
 * that is neither a yes nor a refusal of the business, or a no that does not name the missing right, is an error.
 */
export async function roleMatrix(
  started: StartedService,
  routes: readonly Route[],
  furnish: Furnish,
): Promise<RoleMatrix> {
  const owner = await aMember(started);
  const examples = together(await furnish(started, owner), await operationsExamples(started, owner));
  const { organizationId, companyId } = owner;
  const matrix: Record<string, string[]> = Object.fromEntries(routes.map(({ id }) => [id, []]));
  for (const role of Object.keys(builtInRoles)) {
    const member = await aMember(started, {
      organizationId,
      companyIds: [companyId],
      grants: [{ role }],
    });
    for (const route of routes) {
      if (await isLetIn(started, route, member, examples)) matrix[route.id]?.push(role);
    }
  }
  return matrix;
}

async function isLetIn(
  { agent }: StartedService,
  route: Route,
  { companyId, token }: Member,
  examples: Examples,
): Promise<boolean> {
  const path = filled(route, companyId, examples);
  const request = agent[route.method](path).set('authorization', `Bearer ${token}`);
  if (route.takesVersion) void request.set('if-match', '"1"');
  if (route.method === 'post') void request.set('idempotency-key', newId());
  const { status, text } = await request.send(bodyFor(route, examples));
  if (status === 403 && text.includes('"permission-missing"')) return false;
  const isAnswer = status < 300 || (route.method !== 'get' && isOfTheBusiness(status, text));
  if (!isAnswer) throw new Error(`${route.method} ${path} answers ${String(status)}: ${text.slice(0, 300)}`);
  return true;
}

/**
 * Another role may have done it already: then it is refused (409, 412, 422) or gone (404). More routes ask for the password
 * than there are attempts at it: whoever is told to wait was let in, too.
 */
function isOfTheBusiness(status: number, text: string): boolean {
  return [403, 404, 409, 412, 422].includes(status) || text.includes('"sign-in-locked"');
}
