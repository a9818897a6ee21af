import { messageTables } from '@dhanman/messaging';
import { defineDatabase, directoryTables } from '@dhanman/platform';
import { CustomerCodeTaken } from './customers/customer.js';
import { CustomerTable } from './customers/customer.table.js';
import { InvoiceTable } from './invoices/invoice.table.js';
import { Baseline1760000000000 } from './migrations/1760000000000-baseline.js';
import { Customers1760000001000 } from './migrations/1760000001000-customers.js';
import { Messages1760000010000 } from './migrations/1760000010000-messages.js';
import { Companies1760000011000 } from './migrations/1760000011000-companies.js';
import { Invoices1760000012000 } from './migrations/1760000012000-invoices.js';
import { Operations1760000020000 } from './migrations/1760000020000-operations.js';
import { Directory1760000031000 } from './migrations/1760000031000-directory.js';
import { IdempotencyKeys1760000032000 } from './migrations/1760000032000-idempotency-keys.js';
import { Audit1760000032100 } from './migrations/1760000032100-audit.js';
import { SalesTax1760000070000 } from './migrations/1760000070000-sales-tax.js';
import { ProductCodeTaken } from './products/product.js';
import { ProductTable } from './products/product.table.js';
import { SaleCustomerUnknown } from './tax/sale.js';
import { TaxSettingTable } from './tax/tax-setting.table.js';

export const database = defineDatabase({
  tables: [CustomerTable, InvoiceTable, ProductTable, TaxSettingTable],
  migrations: [
    Baseline1760000000000,
    Customers1760000001000,
    Messages1760000010000,
    Companies1760000011000,
    Invoices1760000012000,
    Operations1760000020000,
    Directory1760000031000,
    IdempotencyKeys1760000032000,
    Audit1760000032100,
    SalesTax1760000070000,
  ],
  constraints: {
    customer_code_per_company_key: () => new CustomerCodeTaken(),
    invoice_customer_fkey: () => new SaleCustomerUnknown(),
    product_code_per_company_key: () => new ProductCodeTaken(),
  },
  sharedTables: [...messageTables, ...directoryTables],
});
