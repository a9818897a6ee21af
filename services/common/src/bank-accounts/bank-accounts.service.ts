import type { CreateBankAccount, PatchBankAccount } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import { type Actor, add, atVersion, change, Database } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import { ChartService } from '../chart/chart.service.js';
import { BankAccount, type BankAccountId } from './bank-account.js';
import { BankAccountTable } from './bank-account.table.js';

@Injectable()
export class BankAccountsService {
  constructor(
    private readonly db: Database,
    private readonly chart: ChartService,
  ) {}

  /** Opens an account in the chart, beside the one that stands for banks or for cash, and writes down where it is. */
  async create(actor: Actor, details: CreateBankAccount): Promise<BankAccount> {
    const { kind, name, code } = details;
    return this.db.transaction(actor, async (tx) => {
      const account = await this.chart.openBeside(tx, actor, { role: kind, name, code });
      const key = actor.key(newId<'BankAccount'>());
      return add(tx, BankAccountTable, BankAccount.create(key, account.id, details));
    });
  }

  async patch(
    actor: Actor,
    id: BankAccountId,
    version: number,
    patch: PatchBankAccount,
  ): Promise<BankAccount> {
    return this.db.transaction(actor, (tx) =>
      change(tx, BankAccountTable, actor.key(id), (one) => atVersion(one, version).patched(patch)),
    );
  }
}
