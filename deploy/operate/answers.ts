// What is done for each command: libs/operations, for every organization, in the database of one service or of all.
import type { Id } from '@dhanman/kernel';
import type * as Operations from '@dhanman/operations';
import type { ServiceName } from '../topology.ts';
import type { Answer } from './answer.ts';
import { rebuildBooks } from './books.ts';
import { databaseUrlOf } from './database-url.ts';
import { operator } from './operator.ts';
import { changePerson } from './people.ts';
import type { Command, Request } from './request.ts';
import { verifyTenant } from './tenant-verify.ts';
import { exportTenant } from './tenant-export.ts';
import { changeTenant, createTenant, listTenants } from './tenants.ts';
import { deadLetterTable, jobTable, letterText, timeline, type ServiceStep } from './text.ts';

type Perform = (request: Request, operations: typeof Operations) => Promise<Answer>;
type Transaction = Parameters<Parameters<typeof Operations.inDatabase>[1]>[0];

const everyone = 'everyone';
const mostShown = 200;

export const answers: Readonly<Record<Command, Perform>> = {
  'books rebuild': (request) => rebuildBooks(request),
  'dead-letters list': async (request, { listDeadLetters, ...operations }) => {
    const { queue, state } = request;
    const filter = { limit: mostShown, queue, state };
    const page = await inOne(request, operations, (tx) => listDeadLetters(tx, everyone, filter));
    return { isFound: page.items.length > 0, json: page, text: deadLetterTable(page) };
  },
  'dead-letters show': async (request, { showDeadLetter, ...operations }) => {
    const letters = await inOne(request, operations, async (tx) => {
      const found = [];
      for (const id of request.ids) found.push(await showDeadLetter(tx, everyone, id as Id));
      return found;
    });
    return { isFound: true, json: letters, text: letters.map(letterText).join('\n\n') };
  },
  'dead-letters replay': async (request, { replayDeadLetters, ...operations }) => {
    const decision = { ids: request.ids, by: operator(), reason: request.reason };
    const items = await inOne(request, operations, (tx) => replayDeadLetters(tx, everyone, decision));
    return { isFound: true, json: { items }, text: `Sent again: ${items.length}.` };
  },
  'dead-letters discard': async (request, { discardDeadLetters, ...operations }) => {
    const decision = { ids: request.ids, by: operator(), reason: request.reason ?? '' };
    const items = await inOne(request, operations, (tx) => discardDeadLetters(tx, everyone, decision));
    return { isFound: true, json: { items }, text: `Discarded: ${items.length}.` };
  },
  'jobs failed': async (request, { listFailedJobs, ...operations }) => {
    const page = await inOne(request, operations, (tx) => listFailedJobs(tx, everyone, { limit: mostShown }));
    return { isFound: page.items.length > 0, json: page, text: jobTable(page) };
  },
  'jobs retry': async (request, { retryFailedJob, ...operations }) => {
    await inOne(request, operations, async (tx) => {
      for (const id of request.ids) await retryFailedJob(tx, everyone, { id, by: operator() });
    });
    return { isFound: true, json: { ids: request.ids }, text: `Owed again: ${request.ids.length}.` };
  },
  'messages replay': async (request, { replaySent, inDatabase }) => {
    const counts: [service: ServiceName, count: number][] = [];
    for (const service of request.services) {
      const url = await databaseUrlOf(request, service);
      counts.push([service, await inDatabase(url, (tx) => replaySent(tx, request.since))]);
    }
    const text = counts.map(([service, count]) => `${service}: ${String(count)} sent again.`).join('\n');
    return { isFound: true, json: Object.fromEntries(counts), text };
  },
  'person deactivate': (request) => changePerson(request, 'deactivate'),
  'person reactivate': (request) => changePerson(request, 'reactivate'),
  'tenant create': (request) => createTenant(request),
  'tenant list': (request) => listTenants(request),
  'tenant verify': (request) => verifyTenant(request),
  'tenant suspend': (request) => changeTenant(request, 'suspended'),
  'tenant resume': (request) => changeTenant(request, 'resumed'),
  'tenant export': (request) => exportTenant(request),
  trace: async (request, { journeyOf, inDatabase }) => {
    const { correlationId } = request;
    const asked = request.services.map(async (service) => stepsOf(service));
    const steps = (await Promise.all(asked)).flat();
    steps.sort((one, other) => one.at.localeCompare(other.at));
    return { isFound: steps.length > 0, json: { correlationId, steps }, text: timeline(steps) };

    async function stepsOf(service: ServiceName): Promise<readonly ServiceStep[]> {
      const url = await databaseUrlOf(request, service);
      const known = await inDatabase(url, (tx) => journeyOf(tx, everyone, correlationId));
      return known.map((step) => ({ service, ...step }));
    }
  },
};

async function inOne<T>(
  request: Request,
  { inDatabase }: Pick<typeof Operations, 'inDatabase'>,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const [service] = request.services;
  if (service === undefined) throw new Error('no service is named');
  return inDatabase(await databaseUrlOf(request, service), work);
}
