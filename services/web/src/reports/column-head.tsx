import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { chooseCompany } from '../session/chosen-company.js';
import { useMe } from '../session/me.js';
import type { ReportColumn } from './report-cell.js';
import type { ReportSearch } from './report-search.js';

interface ColumnHeadProps {
  readonly column: ReportColumn;
  readonly search: ReportSearch;
}

/** What a column is of; of one company among several, the way to the report of that company. */
export function ColumnHead({ column: { name, label, companyId }, search }: ColumnHeadProps) {
  const { t } = useTranslation();
  const me = useMe();
  const word = t(`reports.column.${name}`);
  if (label === null) return word;
  if (name === 'company' || companyId === undefined) return label;
  return (
    <>
      <Link
        to="/reports/$name"
        params={{ name: 'budget-variance' }}
        search={search}
        onClick={() => me && chooseCompany(me.organization.id, companyId)}
      >
        {label}
      </Link>
      : {word}
    </>
  );
}
