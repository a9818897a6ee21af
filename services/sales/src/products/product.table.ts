import { EntitySchema } from 'typeorm';
import { Product } from './product.js';

export const ProductTable = new EntitySchema<Product>({
  name: 'Product',
  target: Product,
  columns: {
    organizationId: { type: 'uuid', primary: true },
    id: { type: 'uuid', primary: true },
    companyId: { type: 'uuid' },
    name: { type: 'text' },
    code: { type: 'text', nullable: true },
    classification: { type: 'text', nullable: true },
    unit: { type: 'text' },
    price: { type: 'numeric', precision: 18, scale: 2 },
    treatment: { type: 'text' },
    ratePercent: { type: 'text' },
    isActive: { type: 'boolean' },
    version: { type: 'integer', insert: false, update: false },
    createdAt: { type: 'timestamptz', insert: false, update: false },
    updatedAt: { type: 'timestamptz', insert: false, update: false },
  },
});
