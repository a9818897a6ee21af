import { Module } from '@nestjs/common';
import { CompaniesHandlers } from './companies/companies.handlers.js';

@Module({
  controllers: [CompaniesHandlers],
})
export class CommunityModule {}
