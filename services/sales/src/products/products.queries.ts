import type { ListProducts, ProductDto, ProductPage } from '@dhanman/contracts';
import { type Actor, Database, Keyset, NotFound, type Sorts } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { Product, ProductId } from './product.js';
import { ProductTable } from './product.table.js';

const sorts: Sorts<'name' | 'createdAt'> = {
  name: { sql: 'lower(name)', type: 'text' },
  createdAt: { sql: 'created_at', type: 'timestamptz' },
};

type ProductRow = Product & { readonly sortedBy: string };

@Injectable()
export class ProductsQueries {
  constructor(private readonly db: Database) {}

  async get(actor: Actor, id: ProductId): Promise<ProductDto> {
    const product = await this.db.read(actor, (tx) => tx.findOneBy(ProductTable, actor.key(id)));
    if (!product) throw new NotFound('product');
    return toDto(product);
  }

  async list(actor: Actor, query: ListProducts): Promise<ProductPage> {
    const keyset = new Keyset(sorts, 'name', query);
    const values: unknown[] = [];
    const place = (value: unknown): string => `$${values.push(value)}`;
    const matches =
      query.q === undefined
        ? 'true'
        : `position(lower(${place(query.q)}) in lower(concat_ws(' ', name, code))) > 0`;
    const sql = `
      select id, company_id as "companyId", name, code, classification, unit, price, treatment,
        rate_percent as "ratePercent", is_active as "isActive", version, created_at as "createdAt",
        updated_at as "updatedAt", ${keyset.select}
      from product
      where organization_id = ${place(actor.organizationId)} and company_id = ${place(actor.company)}
        and ${matches} and ${keyset.where(place)}
      ${keyset.orderAndLimit}`;
    return this.db.read(actor, async (tx) => keyset.page(await tx.query<ProductRow[]>(sql, values), toDto));
  }
}

export function toDto(product: Product): ProductDto {
  const { id, companyId, name, code, classification, unit, price, treatment, ratePercent } = product;
  const { isActive, version, createdAt, updatedAt } = product;
  return {
    ...{ id, companyId, name, code, classification, unit, price, treatment, ratePercent, isActive, version },
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}
