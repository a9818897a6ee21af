import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../session/me.js';

/** From a document to everything that became of it, for whoever may see that. */
export function ToJourney({ number }: { readonly number: string | null }) {
  const { t } = useTranslation();
  const may = useMay();
  const isShown = number !== null && may('dhanman.sales.trace.read') && may('dhanman.sales.audit.read');
  return isShown ? (
    <Link to="/traces" search={{ number }}>
      {t('invoices.journey')}
    </Link>
  ) : null;
}
