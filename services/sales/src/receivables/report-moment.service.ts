import type { CompanyKind, ReportDto } from '@dhanman/contracts';
import { Clock, PlainDate } from '@dhanman/kernel';
import type { Actor, ReportSpan } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SaleCompanyUnknown } from '../tax/sale.js';
import type { Statement } from './report-row.js';

/** Whose receivables, and what day it is where the company is. */
export interface Moment {
  readonly company: NonNullable<ReportDto['company']>;
  readonly currency: string;
  readonly today: PlainDate;
  readonly startMonth: number;
  readonly knownAt: string;
}

@Injectable()
export class ReportMoment {
  constructor(private readonly clock: Clock) {}

  async now(tx: EntityManager, { organizationId, company: id }: Actor): Promise<Moment> {
    const [row] = await tx.query<CompanyRow[]>(companySql, [organizationId, id]);
    if (!row) throw new SaleCompanyUnknown();
    const now = this.clock.now();
    const { timeZone, currency, startMonth, ...company } = row;
    return { company, currency, startMonth, today: PlainDate.at(now, timeZone), knownAt: now.toISOString() };
  }
}

interface CompanyRow {
  readonly id: Moment['company']['id'];
  readonly name: string;
  readonly kind: CompanyKind;
  readonly currency: string;
  readonly timeZone: string;
  readonly startMonth: number;
}

const companySql = `
  select id, name, coalesce(kind, 'business') as kind, currency, time_zone as "timeZone",
    financial_year_start_month as "startMonth"
  from company where organization_id = $1 and id = $2`;

/** A statement with what a reader has to know of it. */
export function headed(
  statement: Statement,
  { company, currency, knownAt }: Moment,
  { from, asOf }: ReportSpan,
  subject: string | null = null,
): ReportDto {
  const span = { from: from.toString(), asOf: asOf.toString() };
  return {
    ...statement,
    company,
    currency,
    subject,
    ...span,
    knownAt,
    compare: null,
    chain: null,
    nextCursor: null,
  };
}
