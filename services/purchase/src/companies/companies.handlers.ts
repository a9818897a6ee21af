import { CompanyChanged, CompanyCreated } from '@dhanman/contracts';
import { Handles, type Message } from '@dhanman/messaging';
import { Controller } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

type CompanyMessage = Message<typeof CompanyCreated> | Message<typeof CompanyChanged>;

/** Keeps this service's copy of the companies, which Common owns. The events arrive in the order of their revisions. */
@Controller()
export class CompaniesHandlers {
  @Handles(CompanyCreated)
  async onCompanyCreated(message: Message<typeof CompanyCreated>, tx: EntityManager): Promise<void> {
    await keep(tx, message);
  }

  @Handles(CompanyChanged)
  async onCompanyChanged(message: Message<typeof CompanyChanged>, tx: EntityManager): Promise<void> {
    await keep(tx, message);
  }
}

async function keep(tx: EntityManager, { envelope, payload }: CompanyMessage): Promise<void> {
  const { id, revision, name, currency, timeZone, financialYearStartMonth, isActive } = payload;
  await tx.query(
    `insert into company
       (organization_id, id, revision, name, currency, time_zone, financial_year_start_month, is_active)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (organization_id, id) do update set revision = excluded.revision, name = excluded.name,
       time_zone = excluded.time_zone, is_active = excluded.is_active`,
    [envelope.organizationId, id, revision, name, currency, timeZone, financialYearStartMonth, isActive],
  );
}
