import { useTranslation } from 'react-i18next';
import { creations, keysTo } from '../keys/ways.js';
import { permitted } from '../layout/navigation.js';
import { reportsFor } from '../reports/report-list.js';
import { useReportTitle } from '../reports/use-report-title.js';
import { useCompany, useMay } from '../session/me.js';
import type { Entry } from './entry.js';

/** What one may begin and where one may go, known without asking anybody. */
export function usePlaces(): readonly Entry[] {
  const { t } = useTranslation();
  const may = useMay();
  const titleOf = useReportTitle();
  const company = useCompany();
  const pages = permitted(may).flatMap(({ destinations }) => destinations);
  return [
    ...creations
      .filter(({ permission }) => may(permission))
      .map(({ label, to, keys }) => ({ group: 'create' as const, label: t(label), to, keys })),
    ...pages.map(({ label, to }) => ({ group: 'go' as const, label: t(label), to, keys: keysTo(to) })),
    ...(company
      ? reportsFor(may).map((name) => ({
          group: 'go' as const,
          label: titleOf(name, company.kind),
          to: `/reports/${name}`,
        }))
      : []),
  ];
}
