import type { AccountClass, AccountRole, CashFlowCategory, EntrySide } from '@dhanman/contracts';
import { type Id, Money } from '@dhanman/kernel';

/** What a report has to know of an account of the chart. */
export interface ReportAccount {
  readonly id: Id;
  readonly code: string;
  readonly name: string;
  readonly class: AccountClass;
  readonly normalSide: EntrySide;
  readonly cashFlow: CashFlowCategory;
  readonly role: AccountRole | null;
  readonly parentId: Id | null;
}

/** An account with the figures of itself and of everything below it. */
export interface AccountNode {
  readonly account: ReportAccount;
  /** Of the tree, from 0. */
  readonly depth: number;
  readonly isGroup: boolean;
  readonly figures: readonly Money[];
}

/** Figures of single accounts; an account that is not there has none. */
export type Figures = ReadonlyMap<Id, readonly Money[]>;

interface Options {
  /** What an account without figures has. */
  readonly zero: readonly Money[];
  readonly isZeroShown?: boolean;
}

/**
 * The accounts as a reader goes through them: by code, each parent above its children with their sum. Accounts with
 * nothing but zeros are left out unless asked for.
 */
export function accountTree(
  accounts: readonly ReportAccount[],
  figures: Figures,
  { zero, isZeroShown = false }: Options,
): readonly AccountNode[] {
  const known = new Set(accounts.map(({ id }) => id));
  const children = Map.groupBy(byCode(accounts), ({ parentId }) =>
    // A parent of another section is none here: its child stands at the top.
    parentId !== null && known.has(parentId) ? parentId : null,
  );
  const visit = (account: ReportAccount, depth: number): readonly AccountNode[] => {
    const below = (children.get(account.id) ?? []).flatMap((child) => visit(child, depth + 1));
    const direct = below.filter((node) => node.depth === depth + 1);
    const own = figures.get(account.id) ?? zero;
    const sums = direct.reduce((sum, node) => added(sum, node.figures), own);
    const isEmpty = !isZeroShown && below.length === 0 && sums.every(({ isZero }) => isZero);
    if (isEmpty) return [];
    return [{ account, depth, isGroup: children.has(account.id), figures: sums }, ...below];
  };
  return (children.get(null) ?? []).flatMap((account) => visit(account, 0));
}

/** The sum of all accounts: of the topmost nodes, because each holds what is below it. */
export function sumOf(nodes: readonly AccountNode[], zero: readonly Money[]): readonly Money[] {
  return nodes.filter(({ depth }) => depth === 0).reduce((sum, { figures }) => added(sum, figures), zero);
}

export function added(one: readonly Money[], other: readonly Money[]): readonly Money[] {
  return one.map((money, index) => money.add(other[index] ?? Money.zero(money.currency)));
}

function byCode(accounts: readonly ReportAccount[]): readonly ReportAccount[] {
  return accounts.toSorted((one, other) => (one.code < other.code ? -1 : 1));
}

/** The account and everything below it. */
export function withAllBelow(id: Id, accounts: readonly ReportAccount[]): readonly Id[] {
  const children = Map.groupBy(accounts, ({ parentId }) => parentId);
  const visit = (one: Id): readonly Id[] => [
    one,
    ...(children.get(one) ?? []).flatMap((child) => visit(child.id)),
  ];
  return visit(id);
}
