import type { BankAccountDto, BankAccounts } from '@dhanman/contracts';
import { type Actor, Database, NotFound } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { BankAccountId } from './bank-account.js';

@Injectable()
export class BankAccountsQueries {
  constructor(private readonly db: Database) {}

  async list(actor: Actor): Promise<BankAccounts> {
    const values = [actor.organizationId, actor.company];
    return this.db.read(actor, async (tx) => ({ items: await tx.query<BankAccountDto[]>(list, values) }));
  }

  async get(actor: Actor, id: BankAccountId): Promise<BankAccountDto> {
    const found = (await this.list(actor)).items.find((one) => one.id === id);
    if (!found) throw new NotFound('bank account');
    return found;
  }
}

const list = `
  select bank.id, company_id as "companyId", account_id as "accountId", code, name, kind, holder,
    bank_name as "bankName", branch_name as "branchName", ifsc, account_number as "accountNumber", upi_id as "upiId",
    is_default as "isDefault", bank.version
  from bank_account bank join account on account.organization_id = bank.organization_id and account.id = account_id
  where bank.organization_id = $1 and company_id = $2 order by code`;
