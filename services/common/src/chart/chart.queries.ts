import type { AccountDto, Chart } from '@dhanman/contracts';
import { type Actor, Database } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { Account } from './account.js';
import { AccountTable } from './account.table.js';

@Injectable()
export class ChartQueries {
  constructor(private readonly db: Database) {}

  async chart({ organizationId }: Actor): Promise<Chart> {
    const order = { where: { organizationId }, order: { code: 'ASC' } } as const;
    const accounts = await this.db.read({ organizationId }, (tx) => tx.find(AccountTable, order));
    return { accounts: accounts.map(toDto) };
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
