import { defineDatabase } from '@dhanman/platform';
import { CustomerCodeTaken } from './customers/customer.js';
import { CustomerTable } from './customers/customer.table.js';
import { Baseline1760000000000 } from './migrations/1760000000000-baseline.js';
import { Customers1760000001000 } from './migrations/1760000001000-customers.js';

export const database = defineDatabase({
  tables: [CustomerTable],
  migrations: [Baseline1760000000000, Customers1760000001000],
  constraints: {
    customer_code_per_company_key: () => new CustomerCodeTaken(),
  },
});
