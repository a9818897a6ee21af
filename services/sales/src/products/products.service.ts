import type { CreateProduct, PatchProduct } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import { type Actor, add, atVersion, change, Database } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import { Product, type ProductId } from './product.js';
import { ProductTable } from './product.table.js';

@Injectable()
export class ProductsService {
  constructor(private readonly db: Database) {}

  async create(actor: Actor, details: CreateProduct): Promise<Product> {
    const product = Product.create(actor.key(newId<'Product'>()), details);
    return this.db.transaction(actor, (tx) => add(tx, ProductTable, product));
  }

  async patch(actor: Actor, id: ProductId, version: number, patch: PatchProduct): Promise<Product> {
    return this.db.transaction(actor, (tx) =>
      change(tx, ProductTable, actor.key(id), (product) => atVersion(product, version).patched(patch)),
    );
  }
}
