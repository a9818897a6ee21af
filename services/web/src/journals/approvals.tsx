import type { common } from '@dhanman/client';
import { IconUserExclamation } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../formats/instant.js';
import { StateChip } from '../patterns/state-chip.js';

/** Who approved it and when; that nobody but its author looked at it is said loudly. */
export function Approvals({ approvals }: { readonly approvals: readonly common.JournalApproval[] }) {
  const { t } = useTranslation();
  return approvals.map(({ by, at, byAuthor }) => {
    const who = { name: by.name ?? t('journals.program'), time: formatInstant(Date.parse(at)) };
    return (
      <span key={by.id}>
        {t('journals.approvedBy', who)}{' '}
        {byAuthor && (
          <StateChip tone="warning" icon={IconUserExclamation}>
            {t('journals.byAuthor')}
          </StateChip>
        )}
      </span>
    );
  });
}
