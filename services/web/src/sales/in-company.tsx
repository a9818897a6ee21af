import type { ReactNode } from 'react';
import { PageSkeleton } from '../patterns/page-skeleton.js';
import { type Company, useCompany } from '../session/me.js';

/** For pages of a company: while it is not known yet, the shape of the page. */
export function InCompany({ children }: { readonly children: (company: Company) => ReactNode }) {
  const company = useCompany();
  return company ? children(company) : <PageSkeleton />;
}
