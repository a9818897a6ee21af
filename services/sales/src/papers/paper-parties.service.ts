import type { Id } from '@dhanman/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { registrationIn, registrationsOf } from '../tax/registration.js';
import type { PaperParty } from './paper-content.js';

interface Whose {
  readonly organizationId: Id;
  readonly companyId: Id;
  readonly customerId: Id;
}

interface Said {
  readonly payment: string | null;
  readonly terms: string | null;
  readonly upiId: string | null;
}

export interface PartiesOnPaper {
  readonly seller: PaperParty;
  readonly buyer: PaperParty;
  readonly isComposition: boolean;
  /** What the company says on its papers. */
  readonly said: Said;
}

interface Row {
  readonly seller: PaperParty & { readonly gstins: readonly string[] };
  readonly buyer: PaperParty;
  readonly isComposition: boolean;
  readonly said: Said;
}

/** Who gives a paper to whom, with everything the company says on its papers, as it is now. */
@Injectable()
export class PaperParties {
  async of(
    tx: EntityManager,
    { organizationId, companyId, customerId }: Whose,
    soldFrom?: string,
  ): Promise<PartiesOnPaper> {
    const [row] = await tx.query<Row[]>(partiesSql, [organizationId, companyId, customerId]);
    if (!row) throw new Error(`Company ${companyId} or its customer ${customerId} is not there.`);
    return { ...row, seller: sellerOf(row, soldFrom) };
  }
}

/** Of several registrations the one that sells stands on the paper. */
function sellerOf({ seller }: Row, soldFrom: string | undefined): PaperParty {
  const registration = registrationIn(registrationsOf(seller.gstins), soldFrom);
  return {
    name: seller.name,
    gstin: registration?.gstin ?? null,
    stateCode: registration?.stateCode ?? soldFrom ?? seller.stateCode,
    ...{ address: seller.address ?? null, contact: seller.contact ?? null },
  };
}

const partiesSql = `
  select jsonb_build_object('name', coalesce(company.legal_name, company.name), 'gstins', coalesce(gstins, '[]'),
      'stateCode', setting.state_code, 'address', said.address, 'contact', said.contact) as seller,
    jsonb_build_object('name', customer.name, 'gstin', gstin, 'stateCode', customer.state_code,
      'address', customer.address) as buyer,
    jsonb_build_object('payment', said.payment, 'terms', said.terms, 'upiId', said.upi_id) as said,
    coalesce(is_composition, false) as "isComposition"
  from company
    join customer on customer.organization_id = company.organization_id and customer.company_id = company.id
      and customer.id = $3
    left join tax_setting as setting on setting.organization_id = company.organization_id and setting.id = company.id
    left join paper_setting as said on said.organization_id = company.organization_id and said.id = company.id
  where company.organization_id = $1 and company.id = $2`;
