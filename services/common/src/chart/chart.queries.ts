import type { AccountDto, Chart } from '@dhanman/contracts';
import type { Id } from '@dhanman/kernel';
import { type Actor, Database } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { Account } from './account.js';
import { AccountTable } from './account.table.js';
import { sheetOf } from './chart-sheet.js';

@Injectable()
export class ChartQueries {
  constructor(private readonly db: Database) {}

  async chart({ organizationId }: Actor): Promise<Chart> {
    return { accounts: (await this.accounts(organizationId)).map(toDto) };
  }

  /** As it can be imported again. */
  async sheet({ organizationId }: Actor): Promise<readonly (readonly string[])[]> {
    return sheetOf(await this.accounts(organizationId));
  }

  private async accounts(organizationId: Id): Promise<readonly Account[]> {
    const order = { where: { organizationId }, order: { code: 'ASC' } } as const;
    return this.db.read({ organizationId }, (tx) => tx.find(AccountTable, order));
  }
}

export function toDto(account: Account): AccountDto {
  const { id, parentId, code, name, normalSide, role, partyKind, cashFlow, isPostable, isActive } = account;
  const { version, createdAt, updatedAt } = account;
  return {
    ...{ id, parentId, code, name, class: account.class, normalSide, role, partyKind, cashFlow },
    ...{ isPostable, isActive, version },
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}
