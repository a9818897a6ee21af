import { useTranslation } from 'react-i18next';
import type { ReportName } from './report-list.js';

/** A society has no profit: it has income and expenditure. */
export function useReportTitle(): (name: ReportName, companyKind: 'business' | 'society') => string {
  const { t } = useTranslation();
  return (name, companyKind) =>
    name === 'profit-and-loss' && companyKind === 'society'
      ? t('reports.incomeAndExpenditure')
      : t(`reports.name.${name}`);
}
