import { DomainError } from '@dhanman/kernel';
import type { Scope } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AnswersService, keyOf, type Refused, type Remembered, requestHashOf } from './answers.service.js';
import { CompanyUnknown } from './books.js';
import type { PlacedEntry } from './canonical-entry.js';
import { type Asked, entryFor } from './journal-entry.js';
import { type Head, JournalService, type Unplaced } from './journal.service.js';
import { type Outcome, type Posted, rejectedFor, SourceConflict } from './posting.js';

@Injectable()
export class LedgerService {
  constructor(
    private readonly journal: JournalService,
    private readonly answers: AnswersService,
  ) {}

  /** Posts one thing, or throws the rule that it breaks. */
  async post(tx: EntityManager, scope: Scope, asked: Asked): Promise<Posted> {
    const [outcome] = await this.postAll(tx, scope, [asked]);
    if (outcome === undefined) throw new CompanyUnknown();
    if ('posted' in outcome) return outcome.posted;
    const { code, reason, field } = outcome.rejected;
    throw new DomainError('conflict', code, reason, field === undefined ? {} : { field });
  }

  /**
   * Posts what documents of one company ask for, each for itself: one that breaks a rule is refused and the others are
   * posted. Who asks again, in whatever message, gets the answer given before.
   */
  async postAll(tx: EntityManager, scope: Scope, all: readonly Asked[]): Promise<readonly Outcome[]> {
    const head = await this.journal.lock(tx, scope).catch(unknownCompany);
    if (head === undefined) return all.map(() => rejectedFor(new CompanyUnknown()));
    const decisions = decide(head, all, await this.answers.recall(tx, scope, all));
    const { placed } = await this.journal.append(tx, head, [...decisions.fresh.values()]);
    await this.answers.keepRefusals(tx, scope, decisions.refusals);
    const posted = new Map([...decisions.fresh.keys()].map((key, index) => [key, postedFor(placed[index])]));
    return decisions.all.map((one) => (typeof one === 'string' ? outcomeOf(posted.get(one)) : one));
  }
}

interface Decisions {
  /** For each request its answer, or the key of the new entry that answers it. */
  readonly all: readonly (Outcome | string)[];
  readonly fresh: ReadonlyMap<string, Unplaced>;
  readonly refusals: readonly Refused[];
}

function decide(
  { books }: Head,
  all: readonly Asked[],
  remembered: ReadonlyMap<string, Remembered>,
): Decisions {
  const fresh = new Map<string, Unplaced>();
  const refusals: Refused[] = [];
  const known = new Map<string, { requestHash: string | null; outcome: Outcome | string }>(remembered);
  const answers = all.map((asked) => {
    const [key, requestHash] = [keyOf(asked), requestHashOf(asked.request)];
    const before = known.get(key);
    if (before) return isSame(before.requestHash, requestHash) ? before.outcome : conflict(asked);
    const outcome = attempt(() => fresh.set(key, { entry: entryFor(asked, books), requestHash }), key);
    if (typeof outcome !== 'string') refusals.push({ asked, outcome });
    known.set(key, { requestHash, outcome });
    return outcome;
  });
  return { all: answers, fresh, refusals };
}

function attempt(work: () => unknown, key: string): string | ReturnType<typeof rejectedFor> {
  try {
    work();
    return key;
  } catch (error) {
    return rejectedFor(error);
  }
}

function isSame(one: string | null, other: string): boolean {
  return one === null || one === other;
}

function conflict({ request }: Asked): Outcome {
  return rejectedFor(new SourceConflict(request.source));
}

function unknownCompany(error: unknown): undefined {
  if (error instanceof CompanyUnknown) return undefined;
  throw error;
}

function postedFor(entry: PlacedEntry | undefined): Posted | undefined {
  return entry && { entryId: entry.id, number: entry.number, postedAt: entry.postedAt };
}

function outcomeOf(posted: Posted | undefined): Outcome {
  if (!posted) throw new Error('An entry that was decided on has not been written.');
  return { posted };
}
