import type { ServiceName } from '@dhanman/client';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './operations.module.css';

/** A list that is not whole says so. */
export function ServicesAway({ names }: { readonly names: readonly ServiceName[] }) {
  const { t } = useTranslation();
  if (names.length === 0) return null;
  return (
    <p className={classes.away} role="status">
      <IconPlugConnectedX size={20} stroke={1.75} aria-hidden />
      {t('operations.away', { names: names.map((name) => t(`service.${name}.name`)).join(', ') })}
    </p>
  );
}
