import type { Id } from '@dhanman/kernel';
import type { Actor } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Buyer, SaleCompanyUnknown, SaleCustomerUnknown, type Seller } from './sale.js';
import { registrationsOf } from './registration.js';
import { usualSettings } from './tax-setting.js';

/** Who sells and who buys, as the tax must know them, in the company of the actor. */
@Injectable()
export class SaleParties {
  async of(tx: EntityManager, actor: Actor, customerId: Id): Promise<{ seller: Seller; buyer: Buyer }> {
    const [seller, buyer] = [await sellerOf(tx, actor), await buyerOf(tx, actor, customerId)];
    if (!seller) throw new SaleCompanyUnknown();
    if (!buyer) throw new SaleCustomerUnknown();
    return { seller, buyer };
  }
}

async function sellerOf(tx: EntityManager, actor: Actor): Promise<Seller | undefined> {
  const [company] = await tx.query<(Omit<Seller, 'gstins'> & { readonly gstins: readonly string[] })[]>(
    `select company.currency, kind, coalesce(gstins, '[]') as gstins,
       coalesce(to_jsonb(setting), $3::jsonb) as settings
     from company left join lateral (
       select is_composition as "isComposition", turnover::text, society_view as "societyView",
         state_code as "stateCode"
       from tax_setting where organization_id = company.organization_id and id = company.id) as setting on true
     where organization_id = $1 and id = $2`,
    [actor.organizationId, actor.company, JSON.stringify(usualSettings)],
  );
  return company && { ...company, gstins: registrationsOf(company.gstins) };
}

async function buyerOf(tx: EntityManager, actor: Actor, id: Id): Promise<Buyer | undefined> {
  const [buyer] = await tx.query<Buyer[]>(
    `select standing, state_code as "stateCode", gstin from customer
     where organization_id = $1 and company_id = $2 and id = $3`,
    [actor.organizationId, actor.company, id],
  );
  return buyer;
}
