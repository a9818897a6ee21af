import { type Invariant, statement } from '../invariant.ts';

/** The series of a document, and its place in it, are in its number: SI/2627/0001. */
const numbered = `
  numbered as (
    select organization_id, company_id, document, split_part(number, '/', 2) as year,
      split_part(number, '/', 3)::int as place, number, dated_on
    from (
      select 'sales-invoice' as document, organization_id, company_id, number, dated_on from invoice
      union all
      select 'receipt', organization_id, company_id, number, dated_on from receipt
      union all
      select 'credit-note', organization_id, company_id, number, dated_on from credit_note
      union all
      select 'refund', organization_id, company_id, number, dated_on from refund
      union all
      select 'write-off', organization_id, company_id, number, dated_on from write_off) as documents
    where number is not null)`;

export const numbers: readonly Invariant[] = [
  statement({
    ...{ id: 'I4', says: 'series of numbers have no gap', service: 'sales' },
    tables: ['invoice', 'receipt', 'credit_note', 'refund', 'write_off', 'document_series'],
    count: 'select count(*)::int as counted from document_series',
    offenders: `
      with ${numbered},
      found as (
        select organization_id, company_id, document, year, count(*)::int as documents, count(distinct place)::int as places,
          max(place) as highest
        from numbered group by 1, 2, 3, 4)
      select coalesce(series.organization_id, found.organization_id) as organization,
        coalesce(series.company_id, found.company_id) as company, coalesce(series.document, found.document) as series,
        coalesce(financial_year, year) as year, last, highest, documents
      from document_series series full join found
        on (found.organization_id, found.company_id, found.document, found.year) =
           (series.organization_id, series.company_id, series.document, series.financial_year)
      where last is distinct from highest or documents <> highest or places <> highest
      order by 1, 2, 3, 4`,
  }),
  statement({
    ...{ id: 'I4', says: 'invoices are dated in the order of their numbers', service: 'sales' },
    tables: ['invoice', 'receipt', 'credit_note', 'refund', 'write_off'],
    count: 'select count(number)::int as counted from invoice',
    offenders: `
      with ${numbered},
      dated as (
        select *, lag(dated_on) over (partition by organization_id, company_id, year order by place) as before
        from numbered where document = 'sales-invoice')
      select organization_id as organization, company_id as company, number, dated_on::text as "issuedOn",
        before::text as "oneBefore"
      from dated where before > dated_on order by number`,
  }),
];
