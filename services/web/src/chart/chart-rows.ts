import type { common } from '@dhanman/client';

export interface ChartRow {
  readonly account: common.Account;
  /** How far below the top it stands. */
  readonly depth: number;
}

/** The accounts as a tree written down: each below its parent, brothers in the order of their numbers. */
export function chartRows(accounts: readonly common.Account[]): readonly ChartRow[] {
  const byParent = Map.groupBy(accounts, ({ parentId }) => parentId ?? '');
  const below = (parentId: string, depth: number): readonly ChartRow[] =>
    (byParent.get(parentId) ?? []).flatMap((account) => [
      { account, depth },
      ...below(account.id, depth + 1),
    ]);
  return below('', 0);
}

/** What is found keeps the accounts above it, so that one sees where it stands. */
export function found(
  rows: readonly ChartRow[],
  { text, withInactive }: { readonly text: string; readonly withInactive: boolean },
): readonly ChartRow[] {
  const byId = new Map(rows.map(({ account }) => [account.id, account]));
  const wanted = text.trim().toLowerCase();
  const shown = new Set<string>();
  for (const { account } of rows) {
    if (!account.isActive && !withInactive) continue;
    if (!`${account.code} ${account.name}`.toLowerCase().includes(wanted)) continue;
    for (let at: common.Account | undefined = account; at; at = byId.get(at.parentId ?? '')) shown.add(at.id);
  }
  return rows.filter(({ account }) => shown.has(account.id));
}

/** Where an account may stand: below one that sums, of its own class, and not below itself. */
export function possibleParents(
  accounts: readonly common.Account[],
  moved: Pick<common.Account, 'id' | 'class'>,
): readonly common.Account[] {
  const own = new Set([moved.id]);
  for (const { account } of chartRows(accounts)) if (own.has(account.parentId ?? '')) own.add(account.id);
  return accounts.filter((one) => !one.isPostable && one.class === moved.class && !own.has(one.id));
}
