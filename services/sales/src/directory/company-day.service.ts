import { type Clock, type Id, PlainDate } from '@dhanman/kernel';
import type { EntityManager } from 'typeorm';
import { SaleCompanyUnknown } from '../tax/sale.js';

export interface CompanyScope {
  readonly organizationId: Id;
  readonly companyId: Id;
}

/** What day it is where the company is. */
export async function companyDay(tx: EntityManager, clock: Clock, scope: CompanyScope): Promise<PlainDate> {
  return PlainDate.at(clock.now(), await timeZoneOf(tx, scope));
}

export async function timeZoneOf(
  tx: EntityManager,
  { organizationId, companyId }: CompanyScope,
): Promise<string> {
  const [row] = await tx.query<{ timeZone: string }[]>(
    `select time_zone as "timeZone" from company where organization_id = $1 and id = $2`,
    [organizationId, companyId],
  );
  if (!row) throw new SaleCompanyUnknown();
  return row.timeZone;
}
