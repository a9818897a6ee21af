import type { CreateProduct, PatchProduct } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import { type Actor, add, atVersion, change, checkPlan, Database } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import { Product, type ProductId } from './product.js';
import { ProductTable } from './product.table.js';

@Injectable()
export class ProductsService {
  constructor(private readonly db: Database) {}

  async create(actor: Actor, details: CreateProduct): Promise<Product> {
    const product = Product.create(actor.key(newId<'Product'>()), details);
    return this.db.transaction(actor, async (tx) => {
      const added = await add(tx, ProductTable, product);
      await checkPlan(tx, actor, 'products');
      return added;
    });
  }

  async patch(actor: Actor, id: ProductId, version: number, patch: PatchProduct): Promise<Product> {
    return this.db.transaction(actor, async (tx) => {
      const seen = { wasActive: true };
      const product = await change(tx, ProductTable, actor.key(id), (current) => {
        seen.wasActive = current.isActive;
        return atVersion(current, version).patched(patch);
      });
      if (product.isActive && !seen.wasActive) await checkPlan(tx, actor, 'products');
      return product;
    });
  }
}
