import type { Company } from '../session/me.js';
import { useMay } from '../session/me.js';
import { Collecting } from './collecting.js';
import { CompanyOverview } from './company-overview.js';
import { FirstSteps } from './first-steps.js';
import { Years } from './years.js';
import { Waiting } from './waiting.js';

/** What somebody who works in a company looks at first, as far as they may. */
export function CompanyHome({ company }: { readonly company: Company }) {
  const may = useMay();
  return (
    <>
      <FirstSteps key={`first steps ${company.id}`} companyId={company.id} />
      {may('dhanman.common.report.read') && <CompanyOverview key={company.id} companyId={company.id} />}
      {may('dhanman.common.report.read') && <Years key={`years ${company.id}`} companyId={company.id} />}
      {may('dhanman.sales.report.read') && (
        <Collecting key={`collecting ${company.id}`} companyId={company.id} />
      )}
      <Waiting key={`waiting ${company.id}`} companyId={company.id} />
    </>
  );
}
