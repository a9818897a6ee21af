import { Module } from '@nestjs/common';
import { CompaniesController } from './companies/companies.controller.js';
import { CompaniesQueries } from './companies/companies.queries.js';
import { CompaniesService } from './companies/companies.service.js';
import { LedgerHandlers } from './ledger/ledger.handlers.js';
import { LedgerService } from './ledger/ledger.service.js';
import { PeopleService } from './people/people.service.js';

@Module({
  controllers: [CompaniesController, LedgerHandlers],
  providers: [CompaniesService, CompaniesQueries, LedgerService, PeopleService],
})
export class CommonModule {}
