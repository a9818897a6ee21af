import { Module } from '@nestjs/common';
import { CustomersController } from './customers/customers.controller.js';
import { CustomersQueries } from './customers/customers.queries.js';
import { CustomersService } from './customers/customers.service.js';

@Module({
  controllers: [CustomersController],
  providers: [CustomersService, CustomersQueries],
})
export class SalesModule {}
