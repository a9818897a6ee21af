import { BankAccountDto, BankAccounts, CreateBankAccount, Id, PatchBankAccount } from '@dhanman/contracts';
import { type Actor, AuditsRead, CurrentActor, Requires, Returns, versionIn } from '@dhanman/platform';
import { Body, Controller, Get, Headers, Param, Patch, Post } from '@nestjs/common';
import type { BankAccountId } from './bank-account.js';
import { BankAccountsQueries } from './bank-accounts.queries.js';
import { BankAccountsService } from './bank-accounts.service.js';

@Controller('api/v1/companies/:companyId/bank-accounts')
export class BankAccountsController {
  constructor(
    private readonly accounts: BankAccountsService,
    private readonly queries: BankAccountsQueries,
  ) {}

  @Post()
  @Requires('dhanman.common.bank-account.create')
  @Returns(BankAccountDto, 201)
  async create(
    @Body({ schema: CreateBankAccount }) details: CreateBankAccount,
    @CurrentActor() actor: Actor,
  ): Promise<BankAccountDto> {
    return this.queries.get(actor, (await this.accounts.create(actor, details)).id);
  }

  /** Whole account numbers: who looked at them stays known. */
  @Get()
  @AuditsRead('bank-account')
  @Requires('dhanman.common.bank-account.read')
  @Returns(BankAccounts)
  list(@CurrentActor() actor: Actor): Promise<BankAccounts> {
    return this.queries.list(actor);
  }

  @Patch(':id')
  @Requires('dhanman.common.bank-account.update')
  @Returns(BankAccountDto)
  async patch(
    @Param('id', { schema: Id }) id: BankAccountId,
    @Headers('if-match') ifMatch: string | undefined,
    @Body({ schema: PatchBankAccount }) patch: PatchBankAccount,
    @CurrentActor() actor: Actor,
  ): Promise<BankAccountDto> {
    return this.queries.get(actor, (await this.accounts.patch(actor, id, versionIn(ifMatch), patch)).id);
  }
}
