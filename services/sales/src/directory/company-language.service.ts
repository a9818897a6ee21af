import type { PaperLanguage } from '@dhanman/contracts';
import type { EntityManager } from 'typeorm';
import type { CompanyScope } from './company-day.service.js';

/** In which language the company speaks to its customers where nobody chooses another. */
export async function companyLanguage(
  tx: EntityManager,
  { organizationId, companyId }: CompanyScope,
): Promise<PaperLanguage> {
  const [row] = await tx.query<{ language: PaperLanguage | null }[]>(
    'select language from company where organization_id = $1 and id = $2',
    [organizationId, companyId],
  );
  return row?.language ?? usualLanguage;
}

/** Of a company that chose none. */
export const usualLanguage: PaperLanguage = 'en';
