import type { ReadGeneralLedger, ReadLedger, ReportDto } from '@dhanman/contracts';
import { type Id, Money, parseId, PlainDate } from '@dhanman/kernel';
import { type Actor, Database, NotFound, type ReportSpan, spanOf } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type ReportAccount, withAllBelow } from './account-tree.js';
import { dayBook } from './day-book.js';
import { type Bound, KnownBooks, type Moment, type Sum } from './known-books.queries.js';
import { cursorOf, generalPlaceIn, type LedgerPlace, placeIn } from './ledger-cursor.js';
import { LedgerLines, type Wanted } from './ledger-lines.queries.js';
import { type LedgerPage, ledgerStatement } from './ledger-page.js';
import { headed } from './reports.queries.js';
import { row, type Statement } from './statement.js';

const usualLimit = 200;

/** Of books in which nothing has been entered. */
const nothing: Statement = { name: 'general-ledger', columns: [], rows: [], checks: [] };

/** What the ledger of an account, a party or the bank is about. */
interface Subject {
  readonly name: LedgerPage['name'];
  readonly accountIds?: readonly Id[];
  readonly partyId?: Id;
  readonly title: string | undefined;
  readonly creditFirst?: boolean;
}

interface Opened {
  readonly tx: EntityManager;
  readonly moment: Moment;
  readonly span: ReportSpan;
  readonly accounts: ReadonlyMap<Id, ReportAccount>;
  readonly after: LedgerPlace | undefined;
}

/** Ledgers in pages: each begins with the balance before its first line, which comes from the sums and not from the pages before. */
@Injectable()
export class LedgersQueries {
  constructor(
    private readonly db: Database,
    private readonly known: KnownBooks,
    private readonly lines: LedgerLines,
  ) {}

  /** One account after the other, each in pages of its own; or one of them, a group with everything below it. */
  async general(actor: Actor, { accountId, cursor, ...asked }: ReadGeneralLedger): Promise<ReportDto> {
    if (accountId !== undefined) return this.account(actor, parseId(accountId), { ...asked, cursor });
    const place = cursor === undefined ? undefined : generalPlaceIn(cursor);
    return this.opened(actor, asked, async (opened) => {
      const moved = await this.moved(opened, asked.branchId);
      const at = place ? moved.findIndex(({ code }) => code >= place.code) : 0;
      const account = moved[at];
      if (!account) return headed(nothing, opened.moment, opened);
      const subject: Subject = { name: 'general-ledger', accountIds: [account.id], title: undefined };
      const after = account.code === place?.code ? place.after : undefined;
      const page = await this.page({ ...opened, after }, asked, subject);
      return named(account, page, { isFirst: after === undefined, following: moved[at + 1]?.code });
    });
  }

  private async account(actor: Actor, accountId: Id, asked: ReadLedger): Promise<ReportDto> {
    return this.ledger(actor, asked, ({ accounts }) => {
      const account = accounts.get(accountId);
      if (!account) throw new NotFound('account');
      const accountIds = withAllBelow(account.id, [...accounts.values()]);
      return { name: 'account-ledger', accountIds, title: `${account.code} ${account.name}` };
    });
  }

  /** The accounts on which something was entered until the end of the span, by their codes. */
  private async moved(opened: Opened, branchId: string | undefined): Promise<readonly ReportAccount[]> {
    const { tx, moment, span, accounts } = opened;
    const [sums] = await this.known.sums(tx, moment, [{ day: span.asOf, isIncluded: true }], { branchId });
    const used = [...(sums?.keys() ?? [])].flatMap((id) => accounts.get(id) ?? []);
    return used.toSorted((one, other) => (one.code < other.code ? -1 : 1));
  }

  /** Everything that is in the bank or in the cash box. */
  async bankBook(actor: Actor, asked: ReadLedger): Promise<ReportDto> {
    return this.ledger(actor, asked, ({ accounts }) => {
      const cash = [...accounts.values()].filter(({ cashFlow }) => cashFlow === 'cash');
      return { name: 'bank-book', accountIds: cash.map(({ id }) => id), title: undefined };
    });
  }

  async party(actor: Actor, partyId: Id, asked: ReadLedger): Promise<ReportDto> {
    return this.ledger(actor, asked, async ({ tx, moment }) => {
      const kind = await partyKindOf(tx, moment, partyId);
      if (kind === undefined) throw new NotFound('party');
      return { name: 'party-ledger', partyId, title: kind, creditFirst: kind !== 'customer' };
    });
  }

  async dayBook(actor: Actor, asked: ReadLedger): Promise<ReportDto> {
    return this.opened(actor, asked, async (opened) => {
      const { tx, moment, span, accounts, after } = opened;
      const limit = asked.limit ?? usualLimit;
      const lines = await this.lines.ofAllAccounts(tx, moment, accounts, { span, after, limit });
      const isFull = new Set(lines.map(({ entryId }) => entryId)).size === limit;
      const nextCursor = nextOf(lines, isFull);
      return headed(dayBook(moment.currency, lines), moment, { span, nextCursor });
    });
  }

  private async ledger(
    actor: Actor,
    asked: ReadLedger,
    subjectOf: (opened: Opened) => Subject | Promise<Subject>,
  ): Promise<ReportDto> {
    return this.opened(actor, asked, async (opened) => this.page(opened, asked, await subjectOf(opened)));
  }

  private async page(opened: Opened, asked: ReadLedger, of: Subject): Promise<ReportDto> {
    const { tx, moment, span, accounts, after } = opened;
    const { accountIds, partyId, title, ...subject } = of;
    const limit = asked.limit ?? usualLimit;
    const wanted = { span, after, limit, accountIds, partyId, branchId: asked.branchId };
    const lines = await this.lines.ofAccounts(tx, moment, accounts, wanted);
    const nextCursor = nextOf(lines, lines.length === limit);
    const [opening, closing] = await this.balances(opened, wanted);
    const page = { ...subject, opening, lines, isFirst: after === undefined };
    const statement = ledgerStatement({ ...page, closing: nextCursor === null ? closing : undefined });
    return headed(statement, moment, { span, subject: title, nextCursor });
  }

  /** Before the first line of the page, and at the end of the span. */
  private async balances(
    { tx, moment, span, after }: Opened,
    wanted: Wanted,
  ): Promise<readonly [Money, Money]> {
    const bounds: readonly Bound[] = [
      { day: after ? PlainDate.parse(after.on) : span.from, isIncluded: false },
      { day: span.asOf, isIncluded: true },
    ];
    const [before, until] = await this.known.sums(tx, moment, bounds, wanted);
    const opening = balanceOf(before, moment.currency);
    const ofDay = after && (await this.lines.until(tx, moment, after, wanted));
    return [ofDay ? opening.add(ofDay) : opening, balanceOf(until, moment.currency)];
  }

  private async opened(
    actor: Actor,
    asked: ReadLedger,
    work: (opened: Opened) => Promise<ReportDto>,
  ): Promise<ReportDto> {
    const after = asked.cursor === undefined ? undefined : placeIn(asked.cursor);
    const read = async (tx: EntityManager): Promise<ReportDto> => {
      const moment = await this.known.moment(tx, actor, asked.knownAt);
      const span = spanOf(asked, moment.today, moment.financialYearStartMonth);
      const accounts = await this.known.accounts(tx, moment);
      return work({ tx, moment, span, accounts: new Map(accounts.map((one) => [one.id, one])), after });
    };
    return this.db.read(actor, read, { isOneMoment: true, at: 'replica' });
  }
}

/** Its first page says which account it is; after its last one comes the next account. */
function named(
  { code, name, id }: ReportAccount,
  page: ReportDto,
  { isFirst, following }: { readonly isFirst: boolean; readonly following: string | undefined },
): ReportDto {
  const blank = page.columns.map(() => null);
  const head = isFirst ? [row('group', { code, name, accountId: id }, blank)] : [];
  const next = page.nextCursor === null ? following : `${code}_${page.nextCursor}`;
  return { ...page, rows: [...head, ...page.rows], nextCursor: next ?? null };
}

function nextOf(lines: readonly { readonly place: LedgerPlace }[], isFull: boolean): string | null {
  const last = lines.at(-1);
  return isFull && last ? cursorOf(last.place) : null;
}

function balanceOf(sums: ReadonlyMap<Id, Sum> | undefined, currency: string): Money {
  const all = [...(sums?.values() ?? [])];
  return Money.sum(
    all.map(({ debit, credit }) => debit.subtract(credit)),
    currency,
  );
}

async function partyKindOf(
  tx: EntityManager,
  { organizationId, company }: Moment,
  partyId: string,
): Promise<string | undefined> {
  const [found] = await tx.query<{ kind: string }[]>(
    `select party_kind as kind from party_day
     where organization_id = $1 and company_id = $2 and party_id = $3 limit 1`,
    [organizationId, company.id, partyId],
  );
  return found?.kind;
}
